import type { Clock } from '../shared/clock/clock.ts'

/** Below this, telling of progress would cost more than the piece. */
const INTERVAL_MS_MIN = 100

/** Says every so often, until it is disposed, that a put is at work; not again before the last word of it was taken. */
export class ProgressTeller implements Disposable {
  readonly #clock: Clock
  readonly #intervalMs: number
  readonly #tell: () => Promise<void>
  #telling = false
  #cancel: () => void = () => {}

  /** `intervalMs` 0: never. What `tell` throws is ignored. */
  constructor(clock: Clock, intervalMs: number, tell: () => Promise<void>) {
    this.#clock = clock
    this.#intervalMs = Math.max(intervalMs, INTERVAL_MS_MIN)
    this.#tell = tell
    if (intervalMs > 0) this.#arm()
  }

  [Symbol.dispose](): void {
    this.#cancel()
  }

  #arm(): void {
    this.#cancel = this.#clock.after(this.#intervalMs, () => {
      this.#arm()
      if (this.#telling) return
      this.#telling = true
      const told = (): void => {
        this.#telling = false
      }
      this.#tell().then(told, told)
    })
  }
}
