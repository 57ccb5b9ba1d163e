import type { Command } from 'commander'
import type { Cli, CommonOptions } from './cli.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'

interface RmOptions extends CommonOptions {
  readonly recursive?: boolean
  readonly now?: boolean
}

export function defineRm(command: Command, cli: Cli): void {
  command
    .argument('<path>', 'a file or folder in the swarm', swarmPath)
    .option('-r, --recursive', 'a folder with all that it holds, in one step')
    .option('--now', 'for good, not to the trash: its space comes back at once')
    .action(async (path: string, { recursive, now, ...options }: RmOptions) => {
      const swarm = await cli.open(options)
      await swarm.remove(path, { recursive: recursive ?? false, now: now ?? false, signal: cli.signal })
    })
  addExamples(command, [
    ['hiro rm /notes.txt', 'hiro restore /notes.txt brings it back'],
    ['hiro rm -r /pictures/2025', ''],
    ['hiro rm -r --now /tmp', 'workers give the space back a little later'],
  ])
}
