import type { Clock } from '../shared/clock/clock.ts'

/** Below this, telling of progress would cost more than the piece. */
const INTERVAL_MS_MIN = 100

/** Tells of progress, where there is any, at most so often; and not again before the last word of it was taken. */
export class ProgressTeller {
  readonly #clock: Clock
  readonly #intervalMs: number
  readonly #tell: () => Promise<void>
  #toldAtMs: number
  #telling = false

  /** `intervalMs` 0: never. What `tell` throws is ignored. */
  constructor(clock: Clock, intervalMs: number, tell: () => Promise<void>) {
    this.#clock = clock
    this.#intervalMs = intervalMs === 0 ? Number.POSITIVE_INFINITY : Math.max(intervalMs, INTERVAL_MS_MIN)
    this.#tell = tell
    this.#toldAtMs = clock.now()
  }

  moved(): void {
    const now = this.#clock.now()
    if (this.#telling || now - this.#toldAtMs < this.#intervalMs) return
    this.#toldAtMs = now
    this.#telling = true
    const told = (): void => {
      this.#telling = false
    }
    this.#tell().then(told, told)
  }
}
