import type { Command } from 'commander'
import { sleep } from '../../shared/clock/sleep.ts'
import type { Cli, CommonOptions } from './cli.ts'
import { addExamples } from './options.ts'
import { withCommas } from './terminal/for-people.ts'

interface DrainOptions extends CommonOptions {
  readonly undo?: boolean
  readonly wait?: boolean
}

const LOOK_MS = 1_000

/** In the shell `hiro worker drain WHO`: the launcher passes it on. */
export function defineDrain(command: Command, cli: Cli): void {
  command
    .argument('<who>', 'a worker: its name or its peer id')
    .option('--undo', 'let it take pieces again')
    .option('--wait', 'until it is empty')
    .action(async (who: string, options: DrainOptions) => {
      const swarm = await cli.open(options)
      await swarm.drain(who, { off: options.undo ?? false, signal: cli.signal })
      if (options.undo) return cli.terminal.print(`${cli.terminal.name(who)} takes pieces again`)
      for (;;) {
        const { workers } = await swarm.status({ signal: cli.signal })
        const pieces = workers.find(({ id, name }) => id === who || name === who)?.pieces ?? 0
        const left = pieces === 0 ? 'it is empty and may be stopped for good' : `${withCommas(pieces)} pieces to go`
        cli.terminal.print(`${cli.terminal.name(who)} is being emptied: ${left}`)
        if (pieces === 0 || !options.wait) return
        await sleep(cli.clock, LOOK_MS, cli.signal)
      }
    })
  addExamples(command, [
    ['hiro worker drain attic-1', 'its pieces are copied to others, and stay readable meanwhile'],
    ['hiro worker drain attic-1 --wait', 'and say when it is empty'],
    ['hiro worker drain attic-1 --undo', ''],
  ])
}
