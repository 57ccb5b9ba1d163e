import type { Command } from 'commander'
import type { Cli } from './cli.ts'
import type { AddCommandOptions } from './local/add-tree.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'

export function defineAdd(command: Command, cli: Cli): void {
  command
    .argument('<path|->', 'a file, or a folder with all that it holds; - is standard input')
    .option('--to <path>', 'where it goes in the swarm (default: / and its name)', swarmPath)
    .option('--copies <n>', "workers that shall hold each piece (default: the swarm's)")
    .option('--replace', 'put it in the place of what is there, in one step for each file')
    .option('--json', 'one JSON object a line for each file: path, size, pieces, copies')
    .action(async (path: string, options: AddCommandOptions) => {
      const { addLocal } = await import('./local/add-local.ts')
      await addLocal(cli, path, options)
    })
  addExamples(command, [
    ['hiro add notes.txt', 'to /notes.txt'],
    ['hiro add ~/Pictures --to /pictures', 'a whole tree, with modes, times and empty folders'],
    ['pg_dump shop | hiro add - --to /shop.sql --replace', 'of any length'],
  ])
}
