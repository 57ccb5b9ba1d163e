/**
 * Lets those who lost a race for a key run again one after the other, first come, first served: fifty increments of one counter then
 * cost fifty commits and not twelve hundred tries. Whoever has a turn gives it back before asking for another; so nobody waits in a circle.
 */
export class Turns {
  readonly #last = new Map<string, Promise<void>>()

  /** Resolves when it is the caller's turn. The result ends the turn. */
  async take(key: string): Promise<() => void> {
    const before = this.#last.get(key)
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last.set(key, promise)
    await before
    return () => {
      if (this.#last.get(key) === promise) this.#last.delete(key)
      resolve()
    }
  }
}
