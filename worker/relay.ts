import type { HiroError } from '../shared/errors.ts'

interface Handed {
  readonly slice: Uint8Array
  readonly taken: () => void
}

/** Hands slices from one pace to another, one at a time: `push` resolves once the other side asks for the next. A closed relay takes everything and drops it. */
export class Relay {
  #handed: Handed | undefined
  #wake = Promise.withResolvers<void>()
  #ended = false
  #error: HiroError | undefined
  #closed = false
  #slicesTaken = 0

  /** Slices that were taken and are here no more. */
  get slicesTaken(): number {
    return this.#slicesTaken
  }

  async push(slice: Uint8Array): Promise<void> {
    if (this.#closed) return
    await new Promise<void>((taken) => {
      this.#handed = { slice, taken }
      this.#wake.resolve()
    })
  }

  /** No more slices; with `error`, `slices` throws it. */
  end(error?: HiroError): void {
    this.#ended = true
    this.#error = error
    this.#wake.resolve()
  }

  /** Nobody takes slices any more. Idempotent. */
  close(): void {
    this.#closed = true
    this.#handed?.taken()
    this.#handed = undefined
  }

  /** Whoever leaves early, and begins again, gets the slice it had last once more. */
  async *slices(): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      if (this.#error) throw this.#error
      const handed = this.#handed
      if (handed) {
        yield handed.slice
        this.#handed = undefined
        this.#slicesTaken++
        handed.taken()
      } else if (this.#ended) {
        return
      } else {
        await this.#wake.promise
        this.#wake = Promise.withResolvers()
      }
    }
  }
}
