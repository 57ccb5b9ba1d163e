import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { isatty } from 'node:tty'
import { HiroError } from '../../shared/errors.ts'
import { onAbort } from '../../shared/work/signal.ts'

const STDIN = 0
/** As shells tell of a signal. */
const SIGNAL_EXIT = 128

/** A command that has this process's standard streams. */
export interface RunningCommand {
  /** As a shell tells it. Throws `usage`: it cannot be run. */
  readonly exit: Promise<number>
  /** What this process got is the command's to answer. */
  interrupted(by: NodeJS.Signals): void
}

/** Aborting `signal` asks it to end, with SIGTERM. */
export function startCommand(
  [program = '', ...words]: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): RunningCommand {
  const child = spawn(program, words, { stdio: 'inherit', env: { ...env } })
  return {
    exit: exitOf(child, program, signal),
    interrupted: (by) => {
      // Ctrl-C at a terminal reaches everyone in front of it. Told twice, many a program ends in disorder.
      if (by !== 'SIGINT' || !isatty(STDIN)) child.kill(by)
    },
  }
}

async function exitOf(child: ChildProcess, program: string, signal: AbortSignal): Promise<number> {
  using _ = onAbort(signal, () => void child.kill('SIGTERM'))
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  child.once('error', (cause) =>
    reject(new HiroError('usage', `"${program}" cannot be run: ${cause.message}`, { cause })),
  )
  child.once('exit', (code, by) => resolve(code ?? SIGNAL_EXIT + (by === null ? 0 : constants.signals[by])))
  return await promise
}
