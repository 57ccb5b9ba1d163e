import type { Clock } from '../../shared/clock/clock.ts'
import { SESSION_LEASE_MS } from '../../shared/limits.ts'

/** Requests whose outcome is remembered for a call that comes late, on a connection that was given up. */
const ANSWERS_MAX = 1_024

interface Session {
  readonly client: string
  untilMs: number
  /** Where it has locks, as far as was counted. */
  readonly files: Set<string>
  /** By request: the fence that it got; 0: it was cancelled. */
  readonly answers: Map<string, number>
}

/**
 * Until when each session holds what it holds, by the coordinator's clock. In memory: after a restart every session begins a lease anew, which errs on the side of those who hold something. Once a lease
 * is over nothing brings it back.
 */
export class Sessions {
  readonly #clock: Clock
  readonly #sessions = new Map<string, Session>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Begins a lease, unless there is one. */
  open(id: string, client: string, leaseMs = SESSION_LEASE_MS): void {
    if (this.#sessions.has(id)) return
    this.#sessions.set(id, { client, untilMs: this.#clock.now() + leaseMs, files: new Set(), answers: new Map() })
  }

  /** `undefined`: there is none. It may have lapsed. */
  clientOf(id: string): string | undefined {
    return this.#sessions.get(id)?.client
  }

  alive(id: string): boolean {
    const session = this.#sessions.get(id)
    return session !== undefined && session.untilMs > this.#clock.now()
  }

  renew(id: string): void {
    const session = this.#sessions.get(id)
    if (session && this.alive(id)) session.untilMs = this.#clock.now() + SESSION_LEASE_MS
  }

  /** Ends its lease now. */
  lapse(id: string): void {
    const session = this.#sessions.get(id)
    if (session) session.untilMs = Number.NEGATIVE_INFINITY
  }

  /** Nothing of it is left anywhere. */
  forget(id: string): void {
    this.#sessions.delete(id)
  }

  lapsed(): string[] {
    return [...this.#sessions.keys()].filter((id) => !this.alive(id))
  }

  countOf(client: string): number {
    return [...this.#sessions.values()].filter((session) => session.client === client).length
  }

  filesOf(id: string): Set<string> {
    return this.#sessions.get(id)?.files ?? new Set()
  }

  /** What became of a request; `undefined`: nothing yet. */
  answerTo(id: string, request: string): number | undefined {
    return this.#sessions.get(id)?.answers.get(request)
  }

  noteAnswer(id: string, request: string, fence: number): void {
    const answers = this.#sessions.get(id)?.answers
    if (answers === undefined) return
    answers.set(request, fence)
    const [oldest] = answers.keys()
    if (answers.size > ANSWERS_MAX && oldest !== undefined) answers.delete(oldest)
  }
}
