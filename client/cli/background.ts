import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, execArgv, execPath, pid } from 'node:process'
import { onAbort } from '../../shared/work/signal.ts'

/** Said by a process that was started in the background, once it does what it was started for. */
const READY = 'ready'

/** How a process that was started in the background ended before it was ready. */
export interface EndedEarly {
  readonly exitCode: number
  /** Its last words. */
  readonly stderr: string
}

/**
 * Starts this command once more, with `flag` besides, in a session of its own, and waits until it is ready. `undefined`: it is, and goes on when this process ends. Aborting `signal` before asks it to end, and its end is waited for; so does the end
 * of this process, whatever ended it (see `untilReady`).
 */
export async function startInBackground(flag: string, signal: AbortSignal): Promise<EndedEarly | undefined> {
  // A file without a name: what it says later is for nobody, and must not fail for want of a reader.
  const path = join(tmpdir(), `hiro-background-${pid}`)
  const stderr = openSync(path, 'wx+', 0o600)
  unlinkSync(path)
  try {
    const child = spawn(execPath, [...execArgv, ...argv.slice(1), flag], {
      detached: true,
      stdio: ['ignore', 'ignore', stderr, 'ipc'],
    })
    const end = (): void => void child.kill('SIGTERM')
    process.once('exit', end)
    using _ = onAbort(signal, end)
    const exited = once(child, 'exit')
    const ready = once(child, 'message')
    const first = await Promise.race([ready, exited])
    process.off('exit', end)
    if (first[0] === READY && !signal.aborted) {
      child.disconnect()
      child.unref()
      return undefined
    }
    const [code] = (await exited) as [number | null]
    return { exitCode: code ?? 1, stderr: readFileSync(`/proc/self/fd/${stderr}`, 'utf8') }
  } finally {
    closeSync(stderr)
  }
}

/** In the process that was started so: `interrupt` is called when who started it ends before `ready` was. */
export function untilReady(interrupt: () => void): { ready(): void } {
  if (process.send === undefined) return { ready: () => {} }
  process.once('disconnect', interrupt)
  return {
    ready: () => {
      process.off('disconnect', interrupt)
      process.send?.(READY)
    },
  }
}
