import { type Command, InvalidArgumentError } from 'commander'
import { DURATION_EXPECTED, parseDuration } from '../../shared/config/units.ts'
import { toHiroError } from '../../shared/errors.ts'
import { abortReason } from '../../shared/work/signal.ts'
import type { Cli, CommonOptions } from './cli.ts'
import { CommandEnded } from './command-ended.ts'
import { heldLockEnv } from './held-lock.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'

interface LockCommandOptions extends CommonOptions {
  readonly shared?: boolean
  readonly wait?: number
}

export function defineLock(command: Command, cli: Cli): void {
  command
    .argument('<path>', 'a file or folder in the swarm', swarmPath)
    .argument('<command...>', 'after --: what to run while it is locked; its exit code is that of hiro lock')
    .option('--shared', 'together with others that share it (default: alone)')
    .option('--wait <time>', 'wait so long for others, such as 30s or 1h (default: not at all)', durationArgument)
    .action(async (path: string, words: string[], options: LockCommandOptions) => {
      await runLocked(cli, path, words, options)
    })
  addExamples(command, [
    ['hiro lock /site -- ./publish.sh', 'fails with exit code 5 while another publishes'],
    ['hiro lock --wait 1h /site -- hiro add site --to /site --replace', 'adds nothing once the lock is lost'],
    ['hiro lock --shared /data -- make report', 'others may share it, and none has it alone'],
  ])
}

async function runLocked(cli: Cli, path: string, words: readonly string[], options: LockCommandOptions): Promise<void> {
  const swarm = await cli.open(options)
  const { shared = false, wait: waitMs = 0 } = options
  const lock = await swarm.lock(path, { exclusive: !shared, waitMs, signal: cli.signal })
  try {
    const exit = await cli.run(words, heldLockEnv(lock.fence), lock.signal)
    if (lock.signal.aborted) throw abortReason(lock.signal)
    if (exit !== 0) throw new CommandEnded(exit)
  } finally {
    // It goes by itself, and what the command did is done.
    await lock.release().catch((error: unknown) => {
      cli.terminal.warn(`the lock was not given back, and lapses by itself: ${toHiroError(error).message}`)
    })
  }
}

function durationArgument(text: string): number {
  try {
    return parseDuration(text)
  } catch {
    throw new InvalidArgumentError(`Expected ${DURATION_EXPECTED}.`)
  }
}
