import assert from 'node:assert/strict'

interface Waiting<T, R> {
  item: T
  resolve: (result: R) => void
  reject: (error: unknown) => void
}

/**
 * Gathers items and flushes many at once: while one flush goes on, the next items gather, so that an fsync, a transaction or a
 * message is shared by all who wait for one, and an item that comes alone does not wait at all.
 */
export class Batcher<T, R> {
  readonly #flush: (items: T[]) => Promise<readonly R[]>
  readonly #itemsMax: number
  #waiting: Waiting<T, R>[] = []
  #flushing: Promise<void> | undefined

  /** `flush` gets 1 … `itemsMax` items in the order of `add`, and gives as many results in that order. It never runs twice at once. */
  constructor(flush: (items: T[]) => Promise<readonly R[]>, itemsMax: number) {
    assert(itemsMax >= 1, `itemsMax ${itemsMax}`)
    this.#flush = flush
    this.#itemsMax = itemsMax
  }

  /** Resolves with the item's own result; rejects with the error of its flush, which all items of that flush share. */
  async add(item: T): Promise<R> {
    return await new Promise<R>((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      this.#flushing ??= this.#flushAll()
    })
  }

  /** Resolves when everything added before, and what came meanwhile, has been flushed, well or not. */
  async drain(): Promise<void> {
    await this.#flushing
  }

  async #flushAll(): Promise<void> {
    // One microtask, so that a burst of `add` in one go becomes one flush.
    await Promise.resolve()
    while (this.#waiting.length > 0) await this.#flushSome(this.#waiting.splice(0, this.#itemsMax))
    this.#flushing = undefined
  }

  async #flushSome(batch: Waiting<T, R>[]): Promise<void> {
    try {
      const results = await this.#flush(batch.map((waiting) => waiting.item))
      assert.equal(results.length, batch.length, 'a flush gives one result for each item')
      batch.forEach((waiting, at) => {
        waiting.resolve(results[at] as R)
      })
    } catch (error) {
      for (const waiting of batch) waiting.reject(error)
    }
  }
}
