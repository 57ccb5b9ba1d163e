import { HiroError } from '../errors.ts'

/**
 * What has arrived on a stream and waits to be read, by one reader, once. What arrived before an end or a failure is still given
 * out first. When the reader leaves early, what waits and what still comes is dropped.
 */
export class InboundQueue implements AsyncIterable<Uint8Array> {
  readonly #onTake: () => void
  #slices: Uint8Array[] = []
  #first = 0
  #bytes = 0
  #state: 'open' | 'ended' | HiroError = 'open'
  #reader: PromiseWithResolvers<IteratorResult<Uint8Array, undefined>> | undefined
  #iterated = false
  #frozen = false

  /** `onTake` is called after each slice taken, and before the reader waits: the moment to let more in. */
  constructor(onTake: () => void) {
    this.#onTake = onTake
  }

  /** Bytes that wait unread. */
  get bytes(): number {
    return this.#bytes
  }

  push(slice: Uint8Array): void {
    if (this.#state !== 'open' || slice.byteLength === 0) return
    if (this.#reader === undefined) {
      this.#slices.push(slice)
      this.#bytes += slice.byteLength
    } else {
      this.#reader.resolve({ done: false, value: slice })
      this.#reader = undefined
    }
  }

  /** The peer closed its side: the reader ends after what waits. */
  end(): void {
    if (this.#state === 'open') this.#settle('ended')
  }

  /** The stream broke: the reader throws `error` after what waits. Nothing after an end. */
  fail(error: HiroError): void {
    if (this.#state === 'open') this.#settle(error)
  }

  /** This side gave the stream up: the reader throws `error` at once. */
  abort(error: HiroError): void {
    this.#clear()
    if (this.#state === 'open' || this.#state === 'ended') this.#settle(error)
  }

  /** Nobody will read: frees what waits, and lets in and forgets the rest. */
  drop(): void {
    this.#clear()
    this.#settle('ended')
    this.#onTake()
  }

  /** Its process is dead: no read settles any more. */
  freeze(): void {
    this.#frozen = true
    this.#reader = undefined
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array, undefined> {
    if (this.#iterated) throw new HiroError('internal', 'a stream is read only once')
    this.#iterated = true
    return {
      next: () => this.#next(),
      return: async () => {
        this.drop()
        return { done: true, value: undefined }
      },
    }
  }

  async #next(): Promise<IteratorResult<Uint8Array, undefined>> {
    if (this.#frozen) return await new Promise(() => {})
    if (this.#slices.length === this.#first) this.#onTake()
    const slice = this.#slices[this.#first]
    if (slice !== undefined) {
      this.#bytes -= slice.byteLength
      this.#first++
      if (this.#first === this.#slices.length) this.#clear()
      this.#onTake()
      return { done: false, value: slice }
    }
    if (this.#state === 'ended') return { done: true, value: undefined }
    this.#reader = Promise.withResolvers()
    const { promise } = this.#reader
    if (this.#state !== 'open') this.#settle(this.#state)
    return await promise
  }

  /** An error is thrown once; whoever reads on after it sees an end. */
  #settle(state: 'ended' | HiroError): void {
    this.#state = state
    const reader = this.#reader
    if (reader === undefined) return
    this.#reader = undefined
    this.#state = 'ended'
    if (state === 'ended') reader.resolve({ done: true, value: undefined })
    else reader.reject(state)
  }

  #clear(): void {
    this.#slices = []
    this.#first = 0
    this.#bytes = 0
  }
}
