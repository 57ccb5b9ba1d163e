import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { onAbort, throwIfAborted } from '../../shared/work/signal.ts'
import { spawnWords } from '../surroundings.ts'
import { cleanEnv, launcher } from './entry.ts'
import { peakMemoryBytes } from './proc.ts'

export interface HiroOptions {
  /** `--home`, unless the arguments say it. */
  readonly home?: string | undefined
  readonly cwd?: string | undefined
  readonly env?: Readonly<Record<string, string>> | undefined
  /** Words before the command, which have to give way to it. */
  readonly before?: readonly string[] | undefined
  /** Aborting it kills the command. */
  readonly signal?: AbortSignal | undefined
}

export interface Ended {
  /** The exit code; `undefined` when a signal ended it. */
  readonly code: number | undefined
  readonly signal: NodeJS.Signals | undefined
  readonly stderr: string
  /** The most memory it had at once, as far as was seen. */
  readonly peakBytes: number
}

export interface RunningHiro {
  readonly pid: number
  readonly stdin: Writable
  readonly stdout: Readable
  /** Never rejects. Someone has to read `stdout`, or it never resolves. */
  readonly ended: Promise<Ended>
  kill(signal?: NodeJS.Signals): void
}

/** Memory only ever grows towards its peak, so looking now and then finds it, but for what happens in the last moment. */
const LOOK_INTERVAL_MS = 100

/** What a test that failed did not wait for must not outlive the run. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a command of the CLI as a process, and does not wait for it; but it ends with this one. */
export function startHiro(
  args: readonly string[],
  { home, cwd, env, before = [], signal }: HiroOptions = {},
): RunningHiro {
  throwIfAborted(signal)
  const [program, words] = spawnWords(before, launcher(), args)
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(program, words, {
    cwd,
    env: cleanEnv({ ...(home !== undefined && { HIRO_HOME: home }), ...env }),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  child.stdin.on('error', () => {}) // it may end before it has read all
  const { pid = 0 } = child
  return { pid, stdin: child.stdin, stdout: child.stdout, ended: watch(child, pid, signal), kill: (s) => child.kill(s) }
}

async function watch(
  child: ChildProcessByStdio<Writable, Readable, Readable>,
  pid: number,
  signal: AbortSignal | undefined,
): Promise<Ended> {
  let peakBytes = 0
  const look = (): void => {
    peakBytes = peakMemoryBytes(pid) ?? peakBytes
  }
  const looking = setInterval(look, LOOK_INTERVAL_MS)
  child.stderr.once('end', look)
  using _ = onAbort(signal, () => void child.kill('SIGKILL'))
  const stderr = text(child.stderr)
  const [code, by] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('error', () => resolve([null, null]))
    child.once('close', (code, by) => resolve([code, by]))
  })
  clearInterval(looking)
  return { code: code ?? undefined, signal: by ?? undefined, stderr: await stderr, peakBytes }
}

export interface Outcome extends Ended {
  readonly stdout: string
  readonly stdoutBytes: Buffer
}

/** Runs a command of the CLI to its end, whatever that is. */
export async function runHiro(
  args: readonly string[],
  { input = '', ...options }: HiroOptions & { readonly input?: string | Uint8Array } = {},
): Promise<Outcome> {
  const running = startHiro(args, options)
  running.stdin.end(input)
  const [stdoutBytes, ended] = await Promise.all([buffer(running.stdout), running.ended])
  throwIfAborted(options.signal)
  return { ...ended, stdoutBytes, stdout: stdoutBytes.toString() }
}
