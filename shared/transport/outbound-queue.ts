import { HiroError } from '../errors.ts'

/** Buffers up to this size that wait in a row are joined: a muxer frame and a cipher frame each cost more than copying them. */
const JOIN_BYTES_MAX = 16 * 1024

interface Batch {
  readonly buffers: Uint8Array[]
  readonly taken: PromiseWithResolvers<void>
}

/** What waits to be sent on a channel. A batch is taken when the stream asks for what follows it, so who sends waits as long as the peer is slow. */
export class OutboundQueue implements AsyncIterable<Uint8Array> {
  #batches: Batch[] = []
  /** Given out last; taken when the next one is asked for. */
  #given: Batch[] = []
  #state: 'open' | 'ended' | HiroError = 'open'
  #wake: (() => void) | undefined

  push(buffers: Uint8Array[]): Promise<void> {
    if (this.#state !== 'open') {
      const error = this.#state === 'ended' ? new HiroError('unreachable', 'the channel is closed') : this.#state
      return Promise.reject(error)
    }
    if (buffers.length === 0) return Promise.resolve()
    const batch: Batch = { buffers: [...buffers], taken: Promise.withResolvers() }
    this.#batches.push(batch)
    this.#wake?.()
    return batch.taken.promise
  }

  /** No more will come; what waits is still sent. Idempotent. */
  end(): void {
    if (this.#state === 'open') this.#state = 'ended'
    this.#wake?.()
  }

  /** Everything that waits, and what follows, rejects with `error`. */
  fail(error: HiroError): void {
    this.#state = error
    for (const batch of [...this.#given, ...this.#batches]) batch.taken.reject(error)
    this.#given = []
    this.#batches = []
    this.#wake?.()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const buffer = this.#next()
      if (buffer !== undefined) {
        yield buffer
        for (const batch of this.#given) batch.taken.resolve()
        this.#given = []
      } else if (this.#state === 'open') {
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
      } else return
    }
  }

  #next(): Uint8Array | undefined {
    const joined: Uint8Array[] = []
    let joinedBytes = 0
    for (;;) {
      const batch = this.#batches[0]
      const buffer = batch?.buffers[0]
      if (batch === undefined) break
      if (buffer !== undefined) {
        if (joined.length > 0 && joinedBytes + buffer.byteLength > JOIN_BYTES_MAX) break
        joined.push(buffer)
        joinedBytes += buffer.byteLength
        batch.buffers.shift()
      }
      if (batch.buffers.length > 0) continue
      this.#batches.shift()
      this.#given.push(batch)
    }
    return joined.length > 1 ? Buffer.concat(joined) : joined[0]
  }
}
