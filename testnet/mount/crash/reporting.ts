import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { HiroError } from '../../../shared/errors.ts'
import { cleanEnv } from '../../process/entry.ts'
import { waitFor } from '../../process/wait.ts'
import { inheritedFault } from '../faults.ts'

/** A process that counts, on its standard output, what it was told to be durable. */
export interface Reporting extends AsyncDisposable {
  /** How much it has said to be durable, with what was before it. */
  reported(): number
  /** Until so much is. Throws `timeout`, and `io` with its last words where it ended. */
  untilReported(count: number): Promise<void>
  /** Its last words, once it ended by itself, as it does when a call fails. Throws `timeout`. */
  untilEnded(timeoutMs: number): Promise<string>
  /** SIGKILL; resolves once nothing more of it can come. */
  kill(): Promise<void>
}

const REPORT_TIMEOUT_MS = 60_000

/** Starts a process whose lines are the numbers of what is durable, `first` the first of them. Its standard input stays open as long as this process is there. */
export function startReporting(
  argv: readonly string[],
  { first, before = 0, env = {} }: { first: 0 | 1; before?: number; env?: Readonly<Record<string, string>> },
): Reporting {
  const [program = '', ...args] = argv
  const stdio: ['pipe', 'pipe', 'pipe'] = ['pipe', 'pipe', 'pipe']
  const child = spawn(program, args, { env: cleanEnv({ ...inheritedFault(), ...env }), stdio })
  let [reported, partial, said, over] = [before, '', '', false]
  child.stdin.on('error', () => {})
  child.stdout.setEncoding('latin1').on('data', (text: string) => {
    const lines = `${partial}${text}`.split('\n')
    partial = lines.pop() ?? ''
    if (lines.length > 0) reported = Number(lines.at(-1)) + 1 - first
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const closed = once(child, 'close').then(() => {
    over = true
  })
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await closed
  }
  const wait = { timeoutMs: REPORT_TIMEOUT_MS, pollMs: 1 }
  return {
    reported: () => reported,
    untilReported: async (count) => {
      await waitFor(() => reported >= count || over, { otherwise: `${count} were not reported`, ...wait })
      if (reported < count) throw new HiroError('io', `the process ended after ${reported}: ${said.trim()}`)
    },
    untilEnded: async (timeoutMs) => {
      await waitFor(() => over, { otherwise: 'the process did not end', timeoutMs })
      return said.trim()
    },
    kill,
    [Symbol.asyncDispose]: kill,
  }
}
