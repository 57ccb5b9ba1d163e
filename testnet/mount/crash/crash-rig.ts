import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { HiroError } from '../../../shared/errors.ts'
import { cleanEnv } from '../../process/entry.ts'
import { waitFor } from '../../process/wait.ts'
import { compile } from '../compile.ts'
import { inheritedFault } from '../faults.ts'
import { checkRecords, type Found } from './records.ts'

const REPORT_TIMEOUT_MS = 60_000

export interface Writer extends AsyncDisposable {
  /** How many records it has said to be durable, those of the writers before it counted in. */
  reported(): number
  /** Until so many are. Throws `timeout`, and its last words where it ended. */
  untilReported(count: number): Promise<void>
  /** SIGKILL; resolves once nothing more of it can come. */
  kill(): Promise<void>
  /** Resolves when it has ended by itself, as it does when a call fails, with what it said. */
  readonly ended: Promise<string>
}

/**
 * A process that appends records to `path`, one fsync each, and tells after each; it goes on where `after`, the file as it was found, ends. A file that is not there is begun. Its fsync
 * promises the content; that the name is durable the caller sees to.
 */
export async function startWriter(
  path: string,
  after: Found = { whole: 0, wholeBytes: 0, partialBytes: 0 },
  env: Readonly<Record<string, string>> = {},
): Promise<Writer> {
  const program = await compile(import.meta.dirname, ['append-records.c'])
  const child = spawn(program, [path, String(after.whole), String(after.wholeBytes)], {
    env: cleanEnv({ ...inheritedFault(), ...env }),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let [reported, partial, said, over] = [after.whole, '', '', false]
  child.stdin.on('error', () => {})
  child.stdout.setEncoding('latin1').on('data', (text: string) => {
    const lines = `${partial}${text}`.split('\n')
    partial = lines.pop() ?? ''
    if (lines.length > 0) reported = Number(lines.at(-1)) + 1
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const closed = once(child, 'close').then(() => {
    over = true
    return said.trim()
  })
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await closed
  }
  return {
    reported: () => reported,
    untilReported: async (count) => {
      await waitFor(() => reported >= count || over, {
        otherwise: `no ${count} records were reported`,
        timeoutMs: REPORT_TIMEOUT_MS,
        pollMs: 1,
      })
      if (reported < count) throw new HiroError('io', `the writer ended after ${reported} records: ${said.trim()}`)
    },
    kill,
    ended: closed,
    [Symbol.asyncDispose]: kill,
  }
}

/** What a writer left; see `checkRecords`. The whole file is read into memory. */
export async function checkFile(path: string, reported: number): Promise<Found> {
  return checkRecords(await readFile(path), reported)
}
