import type { HiroError } from '../errors.ts'

type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Draws buffers from a source one at a time and hands each on, until the source ends or `fail` is called, be it while the source or the taker is waited for. */
export class OutboundPump {
  #error: HiroError | undefined
  #reject: ((error: HiroError) => void) | undefined

  /** Ends a run, now or at its start, with `error`. */
  fail(error: HiroError): void {
    this.#error ??= error
    this.#reject?.(this.#error)
  }

  /** Throws what `fail` was given. */
  check(): void {
    if (this.#error) throw this.#error
  }

  /** The next buffer is drawn once `take` of the last one has resolved. Rejects with what the source, `take` or `fail` say. */
  async run(source: Source, take: (buffer: Uint8Array) => Promise<void>): Promise<void> {
    const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
    try {
      for (;;) {
        const next = await this.orFail(iterator.next())
        if (next.done) return
        await this.orFail(take(next.value))
      }
    } catch (error) {
      // Not waited for: a generator that is itself waiting returns only when that is over.
      Promise.resolve(iterator.return?.()).catch(() => {})
      throw error
    }
  }

  /** A rejection slot instead of `Promise.race`, which would gather a reaction per buffer on a promise as old as the stream. */
  orFail<T>(work: Promise<T> | T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#error) reject(this.#error)
      this.#reject = reject
      Promise.resolve(work).then(resolve, reject)
    })
  }
}
