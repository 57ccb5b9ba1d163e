import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { HiroError } from '../../shared/errors.ts'
import { fileError } from '../../shared/files/file-error.ts'
import { roleFiles, type Who } from '../layout.ts'
import { type Surroundings, spawnWords } from '../surroundings.ts'
import { cleanEnv, launcher } from './entry.ts'
import { identify, isAlive, type ProcessId, signalTo } from './proc.ts'
import { waitFor } from './wait.ts'

/** Longer than a role needs to say goodbye and end what is under way. */
const STOP_TIMEOUT_MS = 6_000
const KILL_TIMEOUT_MS = 5_000
/** A coordinator reads through its metadata first: some seconds for a million files, more on a busy machine. */
const READY_TIMEOUT_MS = 120_000
const LOG_TAIL_LINES = 15

/** A process that did not come up, and the end of what it wrote. */
export class StartError extends HiroError {
  readonly logTail: string

  constructor(message: string, logTail: string, options?: { cause?: unknown }) {
    super('unreachable', message, options)
    this.logTail = logTail
  }
}

interface PidFile extends ProcessId {
  /** Where in the log its own words begin. */
  readonly logStart: number
}

/**
 * A role in a process of its own, which outlives this one: started here or by an earlier command, and known by the pid file in its folder.
 */
export class RoleProcess {
  readonly who: Who
  readonly #files: ReturnType<typeof roleFiles>
  readonly #env: Readonly<Record<string, string>>
  readonly #before: readonly string[]

  constructor(testnetFolder: string, who: Who, env: Readonly<Record<string, string>> = {}, around: Surroundings = {}) {
    this.who = who
    this.#files = roleFiles(testnetFolder, who)
    this.#env = env
    this.#before = around.before?.(who) ?? []
  }

  /** `undefined`: it does not run. */
  get pid(): number | undefined {
    return this.#running()?.pid
  }

  /** `env`: for this one run of it. Throws `exists` when it runs already. Its own start is still under way when this returns. */
  start(env: Readonly<Record<string, string>> = {}): void {
    const pid = this.pid
    if (pid !== undefined) throw new HiroError('exists', `${this.who} runs already (pid ${pid})`)
    const log = openSync(this.#files.log, 'a', 0o600)
    try {
      const logStart = statSync(this.#files.log).size
      const role = this.who === 'coordinator' ? 'coordinator' : 'worker'
      const [program, args] = spawnWords(this.#before, launcher(), [role, '--config', this.#files.config])
      const child = spawn(program, args, {
        cwd: this.#files.folder,
        env: cleanEnv({ ...this.#env, ...env }),
        detached: true, // Ctrl-C of the command that starts it is not meant for it
        stdio: ['ignore', log, log],
      })
      child.on('error', () => {}) // shows as a process that is not there
      child.unref()
      const id = child.pid === undefined ? undefined : identify(child.pid)
      // In one go with the start, so that no process is ever forgotten.
      if (id) this.#remember({ ...id, logStart })
    } finally {
      closeSync(log)
    }
  }

  /** Resolves when it has said that it listens or, a worker, that the coordinator took it. Throws StartError, `timeout`. */
  async ready(joined: boolean, signal?: AbortSignal): Promise<void> {
    const line = new RegExp(joined ? `^worker ${this.who} joined$` : '^(coordinator|worker) .* listening on ', 'm')
    const step = joined ? 'joined' : 'was ready'
    try {
      await waitFor(
        async () => {
          const { pid } = this // asked before the log is read: what an ended process wrote is all there
          if (line.test(await this.#words())) return true
          if (pid === undefined) throw new Error(`${this.who} ended before it ${step}`)
          return false
        },
        { otherwise: `${this.who} was not there`, timeoutMs: READY_TIMEOUT_MS, signal },
      )
    } catch (cause) {
      if (signal?.aborted) throw cause
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new StartError(reason, await this.#logTail(), { cause })
    }
  }

  /** Says whether there was one to signal. */
  signal(signal: NodeJS.Signals): boolean {
    const running = this.#running()
    return running !== undefined && signalTo(running, signal)
  }

  /** Asks it to end, and ends it when it does not. Resolves when it is gone; says whether it ran. */
  async stop(): Promise<boolean> {
    const ran = this.signal('SIGTERM')
    this.signal('SIGCONT') // a paused one would not hear it
    const ended = this.#gone(STOP_TIMEOUT_MS)
    return await ended.then(
      () => ran,
      () => this.kill(),
    )
  }

  /** SIGKILL. Resolves when it is gone; says whether it ran. */
  async kill(): Promise<boolean> {
    const ran = this.signal('SIGKILL')
    await this.#gone(KILL_TIMEOUT_MS)
    return ran
  }

  async logs(): Promise<string> {
    return await readFile(this.#files.log, 'utf8').catch(() => '')
  }

  /** For an exit handler, where nothing can be waited for. */
  killNow(): void {
    this.signal('SIGKILL')
  }

  async #gone(timeoutMs: number): Promise<void> {
    await waitFor(() => this.#running() === undefined, { otherwise: `${this.who} did not end`, timeoutMs })
    rmSync(this.#files.pid, { force: true })
  }

  /** What this run of it has written so far. */
  async #words(): Promise<string> {
    const from = this.#pidFile()?.logStart
    if (from === undefined) return ''
    const file = await open(this.#files.log, 'r')
    try {
      const bytes = Buffer.alloc(Math.max(0, (await file.stat()).size - from))
      const { bytesRead } = await file.read(bytes, 0, bytes.byteLength, from)
      return bytes.toString('utf8', 0, bytesRead)
    } finally {
      await file.close()
    }
  }

  async #logTail(): Promise<string> {
    return (await this.#words()).trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n')
  }

  #running(): ProcessId | undefined {
    const known = this.#pidFile()
    return known && isAlive(known) ? known : undefined
  }

  #remember(started: PidFile): void {
    try {
      writeFileSync(this.#files.pid, JSON.stringify(started))
    } catch (cause) {
      signalTo(started, 'SIGKILL')
      throw new StartError(`${this.who} could not be started: ${fileError(cause, this.#files.pid).message}`, '', {
        cause,
      })
    }
  }

  #pidFile(): PidFile | undefined {
    try {
      return JSON.parse(readFileSync(this.#files.pid, 'utf8')) as PidFile
    } catch {
      return undefined
    }
  }
}
