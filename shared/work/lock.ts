import { Limiter } from './limiter.ts'

/** One at a time for each key, first come first served; different keys do not wait for one another. Not re-entrant. */
export class KeyedLock {
  readonly #limiters = new Map<string, Limiter>()

  /** Runs `work` when no other work with this key runs. Aborting `signal` ends the wait. */
  async run<T>(key: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const limiter = this.#limiters.get(key) ?? new Limiter(1)
    this.#limiters.set(key, limiter)
    try {
      return await limiter.run(work, signal)
    } finally {
      if (limiter.size === 0) this.#limiters.delete(key)
    }
  }

  /** How many keys are locked. */
  get size(): number {
    return this.#limiters.size
  }
}
