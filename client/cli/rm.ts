import type { Command } from 'commander'
import type { Cli, CommonOptions } from './cli.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'

interface RmOptions extends CommonOptions {
  readonly recursive?: boolean
}

export function defineRm(command: Command, cli: Cli): void {
  command
    .argument('<path>', 'a file or folder in the swarm', swarmPath)
    .option('-r, --recursive', 'a folder with all that it holds, in one step')
    .action(async (path: string, { recursive, ...options }: RmOptions) => {
      const swarm = await cli.open(options)
      await swarm.remove(path, { recursive: recursive ?? false, signal: cli.signal })
    })
  addExamples(command, [
    ['hiro rm /notes.txt', ''],
    ['hiro rm -r /pictures/2025', 'workers give the space back a little later'],
  ])
}
