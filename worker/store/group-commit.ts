/**
 * Lets one costly, durable step serve all who wait for it: while one group is under way the next one gathers. Alone, an item waits for its own step
 * and nothing else. A group that fails fails for each of its items; the next one is tried all the same.
 */
export class GroupCommit<Item> {
  readonly #commit: (items: readonly Item[]) => Promise<void>
  #waiting: { item: Item; settled: PromiseWithResolvers<void> }[] = []
  #running = false

  /** `commit` gets the items in the order of `add`, and is never called again before it has settled. */
  constructor(commit: (items: readonly Item[]) => Promise<void>) {
    this.#commit = commit
  }

  /** Resolves when a commit that began after this call has succeeded. */
  add(item: Item): Promise<void> {
    const settled = Promise.withResolvers<void>()
    this.#waiting.push({ item, settled })
    if (!this.#running) void this.#run()
    return settled.promise
  }

  async #run(): Promise<void> {
    this.#running = true
    while (this.#waiting.length > 0) {
      const group = this.#waiting
      this.#waiting = []
      try {
        await this.#commit(group.map(({ item }) => item))
        for (const { settled } of group) settled.resolve()
      } catch (error) {
        for (const { settled } of group) settled.reject(error)
      }
    }
    this.#running = false
  }
}
