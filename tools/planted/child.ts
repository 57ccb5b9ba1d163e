import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { systemClock } from '../../shared/clock/system-clock.ts'
import { onAbort, throwIfAborted } from '../../shared/work/signal.ts'

export interface ChildOptions {
  readonly folder: string
  readonly timeoutMs: number
  /** Aborting it ends the program and all that it started. */
  readonly signal: AbortSignal
  /** Each line of standard output, as it comes; `true`: enough was seen, the program may end. */
  readonly onLine?: (line: string) => boolean
}

export interface ChildEnd {
  /** `undefined`: a signal ended it. */
  readonly code: number | undefined
  readonly timedOut: boolean
  /** What it said last on standard error. */
  readonly lastWords: string
}

/** Between being asked to end and being killed: a testnet is taken down, a mount undone. */
const END_TIMEOUT_MS = 15_000

/** Runs a program of a tree with this Node.js to its end. Throws the signal's reason. */
export async function runNode(args: readonly string[], options: ChildOptions): Promise<ChildEnd> {
  const { folder, timeoutMs, signal, onLine } = options
  throwIfAborted(signal)
  // In a group of its own, so that what it started ends with it.
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: cleanEnv(),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const tell = (how: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, how)
    } catch {
      // It has ended.
    }
  }
  let cancelKill = (): void => {}
  const end = (): void => {
    tell('SIGINT')
    cancelKill()
    cancelKill = systemClock.after(END_TIMEOUT_MS, () => tell('SIGKILL'))
  }
  let timedOut = false
  const cancelTimeout = systemClock.after(timeoutMs, () => {
    timedOut = true
    end()
  })
  using _ = onAbort(signal, end)
  const errors = text(child.stderr)
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (onLine?.(line)) end()
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).finally(() => {
    cancelTimeout()
    cancelKill()
    tell('SIGKILL')
  })
  throwIfAborted(signal)
  return { code: code ?? undefined, timedOut, lastWords: lastWordsOf(await errors) }
}

/** The error that ended it, where one did: below it comes where it was thrown, which fills no table. */
function lastWordsOf(errors: string): string {
  const lines = errors.trim().split('\n')
  return lines.findLast((line) => /^\S*Error\b.*: /.test(line)) ?? lines.at(-1) ?? ''
}

/** Nothing of the caller's swarm, tests or Node.js options gets into the trees. */
function cleanEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('HIRO_') && name !== 'NODE_OPTIONS')
  return Object.fromEntries(kept)
}
