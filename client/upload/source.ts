import { HiroError, toHiroError } from '../../shared/errors.ts'

/** Where bytes come from. A slice is the source's again once the next one is asked for. */
export type ByteSource = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** The slices of `source`; what it throws comes as a HiroError, `io` unless it is one. Leaving early ends the source. */
export async function* slicesOf(source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const slice of source instanceof Uint8Array ? [source] : source) {
      if (!(slice instanceof Uint8Array)) throw new HiroError('usage', 'a source of bytes gave something else')
      yield slice
    }
  } catch (error) {
    throw toHiroError(error, 'io')
  }
}

/** A generator whose first value can be looked at before the others are asked for. */
export class Peeked<T> {
  readonly #generator: AsyncGenerator<T, void, undefined>
  #first: IteratorResult<T, void> | undefined

  constructor(generator: AsyncGenerator<T, void, undefined>) {
    this.#generator = generator
  }

  /** `undefined`: there is none. */
  async peek(): Promise<T | undefined> {
    this.#first ??= await this.#generator.next()
    return this.#first.done ? undefined : this.#first.value
  }

  /** All values. Once; and none of them is held here when the next is asked for. */
  async *values(): AsyncGenerator<T, void, undefined> {
    let next = this.#first ?? (await this.#generator.next())
    this.#first = undefined
    try {
      for (; !next.done; next = await this.#generator.next()) yield next.value
    } finally {
      await this.#generator.return()
    }
  }

  /** Ends the generator; a read that hangs is not waited for. */
  drop(): void {
    this.#generator.return().catch(() => {})
  }
}
