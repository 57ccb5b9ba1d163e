import type { Command } from 'commander'
import type { Cli, CommonOptions } from './cli.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'

export function defineRmdir(command: Command, cli: Cli): void {
  command
    .argument('<path>', 'an empty folder in the swarm', swarmPath)
    .action(async (path: string, options: CommonOptions) => {
      const swarm = await cli.open(options)
      await swarm.rmdir(path, { signal: cli.signal })
    })
  addExamples(command, [['hiro rmdir /pictures/2026', '']])
}
