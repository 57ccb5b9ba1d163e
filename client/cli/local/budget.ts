import { abortReason, onAbort, throwIfAborted } from '../../../shared/work/signal.ts'

/** Lets work go on at once as long as the sum of its weights stays within the budget; the rest waits, first come first served. */
export class Budget {
  readonly #total: number
  readonly #waiting = new Set<{ readonly weight: number; readonly start: () => void }>()
  #free: number

  constructor(total: number) {
    this.#total = total
    this.#free = total
  }

  /** What weighs more than the whole budget runs alone. */
  async run<T>(weight: number, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const taken = Math.min(weight, this.#total)
    await this.#take(taken, signal)
    try {
      return await work()
    } finally {
      this.#free += taken
      this.#startWaiting()
    }
  }

  async #take(weight: number, signal: AbortSignal | undefined): Promise<void> {
    throwIfAborted(signal)
    const turn = Promise.withResolvers<void>()
    const waiter = { weight, start: turn.resolve }
    this.#waiting.add(waiter)
    using _ = onAbort(signal, () => {
      if (this.#waiting.delete(waiter) && signal) turn.reject(abortReason(signal))
      this.#startWaiting()
    })
    this.#startWaiting()
    await turn.promise
  }

  /** Strictly in order, so that what is heavy does not wait for ever. */
  #startWaiting(): void {
    for (const waiter of this.#waiting) {
      if (waiter.weight > this.#free) return
      this.#waiting.delete(waiter)
      this.#free -= waiter.weight
      waiter.start()
    }
  }
}
