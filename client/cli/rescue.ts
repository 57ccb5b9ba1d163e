import type { Command } from 'commander'
import type { Cli } from './cli.ts'
import type { RescueOptions } from './local/rescue-local.ts'
import { addExamples } from './options.ts'

export function defineRescue(command: Command, cli: Cli): void {
  command
    .argument(
      '<worker-folder...>',
      'folders of workers of the swarm, or copies of them; only read; all that can be found',
    )
    .requiredOption('--vault <file>', 'a copy of the vault')
    .requiredOption('--out <dir>', 'where the files go; must not be there yet')
    .action(async (folders: string[], options: RescueOptions) => {
      const { rescueLocal } = await import('./local/rescue-local.ts')
      await rescueLocal(cli, folders, options)
    })
  addExamples(command, [
    [
      'hiro rescue --vault vault --out ~/rescued /mnt/a/worker /mnt/b/worker',
      'without any swarm: files as the newest backup knows them',
    ],
  ])
}
