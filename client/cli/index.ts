import { keepAlive } from '../../shared/clock/keep-alive.ts'
import { systemClock } from '../../shared/clock/system-clock.ts'
import { run } from './run.ts'
import { SystemCli } from './system-cli.ts'

/** What may still be under way after the command is over: a small file that is being written, say. */
const END_TIMEOUT_MS = 2_000

/** Entry of the launcher: the command line of the client. The process ends with the exit code of the command. */
export async function runClient(argv: readonly string[]): Promise<void> {
  const cli = new SystemCli()
  process.exitCode = await keepAlive(run(argv, cli))
  await keepAlive(cli.close())
  // The process ends by itself when nothing is under way any more; a read of standard input that hangs must not hold it.
  systemClock.after(END_TIMEOUT_MS, () => process.exit())
}
