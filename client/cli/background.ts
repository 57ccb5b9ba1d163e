import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, execArgv, execPath, pid } from 'node:process'

/** Said by a process that was started in the background, once it does what it was started for. */
export const READY = 'ready'

/** How a process that was started in the background ended before it was ready. */
export interface EndedEarly {
  readonly exitCode: number
  /** Its last words. */
  readonly stderr: string
}

/** Starts this command once more, with `flag` besides, in a session of its own, and waits until it is ready. `undefined`: it is, and goes on when this process ends. */
export async function startInBackground(flag: string): Promise<EndedEarly | undefined> {
  // A file without a name: what it says later is for nobody, and must not fail for want of a reader.
  const path = join(tmpdir(), `hiro-background-${pid}`)
  const stderr = openSync(path, 'wx+', 0o600)
  unlinkSync(path)
  try {
    const child = spawn(execPath, [...execArgv, ...argv.slice(1), flag], {
      detached: true,
      stdio: ['ignore', 'ignore', stderr, 'ipc'],
    })
    const exited = once(child, 'exit')
    const ready = once(child, 'message')
    const first = await Promise.race([ready, exited])
    if (first[0] === READY) {
      child.disconnect()
      child.unref()
      return undefined
    }
    const [code] = first as [number | null]
    return { exitCode: code ?? 1, stderr: readFileSync(`/proc/self/fd/${stderr}`, 'utf8') }
  } finally {
    closeSync(stderr)
  }
}
