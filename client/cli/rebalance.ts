import type { Command } from 'commander'
import type { Cli, CommonOptions } from './cli.ts'
import { addExamples } from './options.ts'

export function defineRebalance(command: Command, cli: Cli): void {
  command
    .option('--stop', 'leave the workers as they are')
    .action(async ({ stop = false, ...options }: CommonOptions & { stop?: boolean }) => {
      const swarm = await cli.open(options)
      await swarm.rebalance({ off: stop, signal: cli.signal })
      cli.terminal.print(
        stop
          ? 'nothing more is moved'
          : 'pieces move from the fullest workers to the emptiest; `hiro status` shows how far it is',
      )
    })
  addExamples(command, [
    ['hiro rebalance', 'after a new worker joined'],
    ['hiro rebalance --stop', ''],
  ])
}
