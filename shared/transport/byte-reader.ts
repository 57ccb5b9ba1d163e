import { HiroError } from '../errors.ts'

const FRAME_LENGTH_BYTES = 4
/** Room for a frame is made as its bytes come in: whoever only says that a large one follows holds no memory. */
const GATHER_BYTES_MIN = 64 * 1024

/** A frame: its length as 4 bytes, big-endian, then its bytes. */
export function encodeFrame(bytes: Uint8Array): Uint8Array {
  const frame = new Uint8Array(FRAME_LENGTH_BYTES + bytes.byteLength)
  new DataView(frame.buffer).setUint32(0, bytes.byteLength)
  frame.set(bytes, FRAME_LENGTH_BYTES)
  return frame
}

/**
 * Takes a stream of slices apart into frames and raw bodies. One call at a time. Buffers given out belong to the caller; they may be
 * views of larger ones. Every method throws `unreachable` when the stream ends or breaks within what was asked for.
 */
export class ByteReader {
  readonly #iterator: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array(0)
  #ended = false
  #bytesRead = 0

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#iterator = source[Symbol.asyncIterator]()
  }

  /** Bytes given out so far. */
  get bytesRead(): number {
    return this.#bytesRead
  }

  /** Exactly `length` bytes in one buffer; not copied when one slice holds them all. The caller has checked `length` against a limit. */
  async readExactly(length: number): Promise<Uint8Array> {
    if (this.#rest.byteLength === 0 && length > 0) await this.#fillOrThrow()
    if (this.#rest.byteLength >= length) return this.#take(length)
    let whole = new Uint8Array(Math.min(length, GATHER_BYTES_MIN))
    let filled = 0
    for await (const slice of this.readUpTo(length)) {
      const needed = filled + slice.byteLength
      if (needed > whole.byteLength) {
        const larger = new Uint8Array(Math.min(length, Math.max(needed, 2 * whole.byteLength)))
        larger.set(whole)
        whole = larger
      }
      whole.set(slice, filled)
      filled = needed
    }
    return whole
  }

  /** The next `length` bytes as they come in, uncopied. A caller that stops early leaves the rest of them unread. */
  async *readUpTo(length: number): AsyncGenerator<Uint8Array, void, undefined> {
    let left = length
    while (left > 0) {
      if (this.#rest.byteLength === 0) await this.#fillOrThrow()
      const slice = this.#take(Math.min(left, this.#rest.byteLength))
      left -= slice.byteLength
      yield slice
    }
  }

  /** Whether more has come; `false` when the stream ended in order. Waits until one is known. */
  async ready(): Promise<boolean> {
    return this.#rest.byteLength > 0 || (await this.#fill())
  }

  /**
   * The bytes of the next frame; undefined when the stream ended in order between two frames. Throws `bad-frame` when the frame says it
   * is longer than `bytesMax`, before anything is allocated for it.
   */
  async readFrame(bytesMax: number): Promise<Uint8Array | undefined> {
    if (!(await this.ready())) return undefined
    const header = await this.readExactly(FRAME_LENGTH_BYTES)
    const length = new DataView(header.buffer, header.byteOffset, FRAME_LENGTH_BYTES).getUint32(0)
    if (length > bytesMax)
      throw new HiroError('bad-frame', `a frame of ${length} bytes; at most ${bytesMax} are allowed`)
    return await this.readExactly(length)
  }

  /** Like `readFrame`, where an end would be early: while a reply is awaited. */
  async expectFrame(bytesMax: number): Promise<Uint8Array> {
    const frame = await this.readFrame(bytesMax)
    if (frame === undefined) throw new HiroError('unreachable', 'stream ended early')
    return frame
  }

  /** Nobody will read on: what still comes is dropped. Idempotent. */
  async cancel(): Promise<void> {
    this.#ended = true
    this.#rest = new Uint8Array(0)
    await this.#iterator.return?.()
  }

  #take(length: number): Uint8Array {
    const taken = this.#rest.subarray(0, length)
    this.#rest = this.#rest.subarray(length)
    this.#bytesRead += length
    return taken
  }

  async #fillOrThrow(): Promise<void> {
    if (!(await this.#fill())) throw new HiroError('unreachable', 'stream ended early')
  }

  /** Gets the next slice that is not empty; false at the end. */
  async #fill(): Promise<boolean> {
    while (!this.#ended) {
      const next = await this.#iterator.next()
      if (next.done) this.#ended = true
      else if (next.value.byteLength > 0) {
        this.#rest = next.value
        return true
      }
    }
    return false
  }
}
