import type { Clock } from '../shared/clock/clock.ts'
import { abortable } from '../shared/work/signal.ts'

/** One waits, another wakes. A call that nobody waited for is remembered, so that none is missed. */
export class Wakeup {
  #woken = Promise.withResolvers<void>()

  wake(): void {
    this.#woken.resolve()
  }

  async wait(signal: AbortSignal): Promise<void> {
    await abortable(this.#woken.promise, signal)
    this.#woken = Promise.withResolvers()
  }
}

/** Wakes some time after it was first asked to, once for all who ask meanwhile. */
export class DelayedWakeup {
  readonly #wakeup: Wakeup
  readonly #clock: Clock
  readonly #delayMs: number
  #waiting = false

  constructor(wakeup: Wakeup, clock: Clock, delayMs: number) {
    this.#wakeup = wakeup
    this.#clock = clock
    this.#delayMs = delayMs
  }

  wake(): void {
    if (this.#waiting) return
    this.#waiting = true
    this.#clock.after(this.#delayMs, () => {
      this.#waiting = false
      this.#wakeup.wake()
    })
  }
}
