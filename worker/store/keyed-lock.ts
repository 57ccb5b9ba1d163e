/** One task at a time per key, in the order asked for. Tasks of different keys do not wait for one another; a task must not ask for its own key again. */
export class KeyedLock {
  readonly #last = new Map<string, Promise<unknown>>()

  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key)
    const result = before === undefined ? task() : before.then(task)
    // The next in line waits for the end of this one, however it ends.
    const ended = result.catch(() => {})
    this.#last.set(key, ended)
    try {
      return await result
    } finally {
      if (this.#last.get(key) === ended) this.#last.delete(key)
    }
  }
}
