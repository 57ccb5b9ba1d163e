import { createHash, type Hash } from 'node:crypto'
import type { Clock } from '../../shared/clock/clock.ts'
import type { Log, LogFields, LogLevel } from '../../shared/log.ts'

/** How one seed went. */
export interface Story {
  readonly seed: string
  /** What people read: when, who, what. */
  readonly lines: readonly string[]
  /** Promises that were broken; none for a good seed. */
  readonly violations: readonly string[]
  /** Over everything that was observed, logs and every metadata row included: the same for the same seed and code. */
  readonly hash: string
  /** How often what happened, faults above all: that a fault was planned says little. */
  readonly counts: Readonly<Record<string, number>>
  readonly simulatedMs: number
}

/** Writes a story while it happens. */
export class Storyteller {
  readonly lines: string[] = []
  readonly violations: string[] = []
  readonly #clock: Clock
  readonly #startMs: number
  readonly #hash: Hash = createHash('sha256')
  readonly #everything: boolean
  readonly #counts: Record<string, number> = {}
  /** Whether someone outside did to `who` what this error tells of, so that it is no bug. */
  isExpected: (who: string, error: unknown) => boolean = () => false

  /** `everything`: what goes into the hash only is shown as well. */
  constructor(clock: Clock, everything: boolean) {
    this.#clock = clock
    this.#startMs = clock.now()
    this.#everything = everything
  }

  get elapsedMs(): number {
    return this.#clock.now() - this.#startMs
  }

  tell(who: string, what: string): void {
    const line = this.#line(who, what)
    this.#hash.update(`${line}\n`)
    this.lines.push(line)
  }

  /** Too much to read, but it has to be the same every time. */
  trace(who: string, what: string | Uint8Array): void {
    this.#hash.update(`${this.elapsedMs} ${who} `).update(what).update('\n')
    if (this.#everything && typeof what === 'string') this.lines.push(this.#line(who, `· ${what}`))
  }

  /** Something happened, or so many of it. */
  count(what: string, times = 1): void {
    if (times > 0) this.#counts[what] = (this.#counts[what] ?? 0) + times
  }

  violated(what: string): void {
    this.violations.push(what)
    this.tell('judge', `VIOLATION: ${what}`)
  }

  /** The log of a process. What it takes for a bug of its own is one. */
  log(who: string, alive: () => boolean): Log {
    const write = (level: LogLevel) => (message: string, fields?: LogFields) => {
      if (!alive()) return
      const text = `${level}: ${message}${textOf(fields)}`
      if (level === 'error' && !this.isExpected(who, fields?.['error']))
        this.violated(`${who} logged an error: ${text}`)
      else this.trace(who, text)
    }
    return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
  }

  end(seed: string): Story {
    const { lines, violations, elapsedMs: simulatedMs } = this
    return { seed, counts: this.#counts, lines, violations, hash: this.#hash.copy().digest('hex'), simulatedMs }
  }

  #line(who: string, what: string): string {
    return `${(this.elapsedMs / 1000).toFixed(3).padStart(8)}  ${who.padEnd(12)} ${what}`
  }
}

function textOf(fields: LogFields = {}): string {
  return Object.entries(fields)
    .map(([name, value]) => ` ${name}=${value instanceof Error ? describe(value) : String(value)}`)
    .join('')
}

/** With its causes, and where it is not one of ours, the place. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const own = 'code' in error ? `${String(error.code)}: ${error.message}` : (error.stack ?? error.message)
  return error.cause === undefined ? own : `${own} (because of ${describe(error.cause)})`
}
