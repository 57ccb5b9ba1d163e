import type { Command } from 'commander'
import type { Cli, CommonOptions } from './cli.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'

interface MkdirOptions extends CommonOptions {
  readonly parents?: boolean
}

export function defineMkdir(command: Command, cli: Cli): void {
  command
    .argument('<path>', 'the folder to make in the swarm', swarmPath)
    .option('-p, --parents', 'make missing folders above it too; one that is there is no error')
    .action(async (path: string, { parents, ...options }: MkdirOptions) => {
      const swarm = await cli.open(options)
      await swarm.mkdir(path, { parents, signal: cli.signal })
    })
  addExamples(command, [
    ['hiro mkdir /pictures', ''],
    ['hiro mkdir -p /pictures/2026/summer', ''],
  ])
}
