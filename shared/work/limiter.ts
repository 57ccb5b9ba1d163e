import { HiroError } from '../errors.ts'
import { abortReason, onAbort, throwIfAborted } from './signal.ts'

/** Lets at most `activeMax` pieces of work go on at once; the others wait, first come first served. */
export class Limiter {
  readonly #activeMax: number
  readonly #waitingMax: number
  readonly #waiting = new Set<() => void>()
  #active = 0

  /** `waitingMax`: how many may wait before further ones are refused with `busy`. Servers set it, so that a crowd cannot fill their memory. */
  constructor(activeMax: number, waitingMax = Number.POSITIVE_INFINITY) {
    this.#activeMax = activeMax
    this.#waitingMax = waitingMax
  }

  /** How many are at work or waiting. */
  get size(): number {
    return this.#active + this.#waiting.size
  }

  /** Runs `work` when its turn comes. Aborting `signal` ends the wait; work that has begun heeds the signal itself. */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#enter(signal)
    try {
      return await work()
    } finally {
      this.#leave()
    }
  }

  async #enter(signal: AbortSignal | undefined): Promise<void> {
    throwIfAborted(signal)
    if (this.#active < this.#activeMax) {
      this.#active++
      return
    }
    if (this.#waiting.size >= this.#waitingMax) {
      throw new HiroError('busy', `${this.#active} at work and ${this.#waiting.size} waiting already`)
    }
    const turn = Promise.withResolvers<void>()
    this.#waiting.add(turn.resolve)
    using _ = onAbort(signal, () => {
      // Whoever has been given the turn already keeps it.
      if (this.#waiting.delete(turn.resolve) && signal) turn.reject(abortReason(signal))
    })
    await turn.promise
  }

  #leave(): void {
    const [next] = this.#waiting
    // The place is handed over, never free in between: a newcomer must not overtake those who wait.
    if (next === undefined) this.#active--
    else {
      this.#waiting.delete(next)
      next()
    }
  }
}
