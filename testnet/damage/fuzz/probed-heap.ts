import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { waitFor } from '../../process/wait.ts'

const PROBE = pathToFileURL(join(import.meta.dirname, 'heap-probe.ts')).href
const ANSWER_TIMEOUT_MS = 30_000

/** The environment of processes that can be asked what they hold. */
export function probedEnv(folder: string): Record<string, string> {
  return { NODE_OPTIONS: `--import=${PROBE}`, HEAP_PROBE_FOLDER: folder }
}

/** What the process holds, garbage taken out. Throws `timeout`; the process may be gone. */
export async function heldBytesOf(pid: number, folder: string): Promise<number> {
  const file = join(folder, String(pid))
  await rm(file, { force: true })
  process.kill(pid, 'SIGUSR2')
  const read = async (): Promise<number> => Number(await readFile(file, 'utf8').catch(() => ''))
  return await waitFor(async () => (await read()) || undefined, {
    otherwise: `process ${pid} did not say what it holds`,
    timeoutMs: ANSWER_TIMEOUT_MS,
  })
}
