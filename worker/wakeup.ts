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
