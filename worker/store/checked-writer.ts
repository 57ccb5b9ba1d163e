import { CidHasher } from '../../shared/cid.ts'
import { HiroError } from '../../shared/errors.ts'
import type { PieceWriter, PutOrder } from './piece-store.ts'

/** Where the bytes of one put go. */
export interface PieceSink {
  /** The next bytes, which are known not to be too many. They do not change until `release` was called. */
  append(bytes: Uint8Array): Promise<void>
  /** Makes the piece durable. Length and hash are right. */
  keep(): Promise<void>
  /** Lets go of all that was taken and not kept. Called once, at the end of every put, also after `keep`. Never throws. */
  release(): Promise<void>
}

/** Checks length and hash while the bytes pass on to the sink; the one way into every piece store. A put that failed has been released already. */
export class CheckedWriter implements PieceWriter {
  readonly #order: PutOrder
  readonly #sink: PieceSink
  readonly #hasher: CidHasher
  #writtenBytes = 0
  /** Settles when the put has ended and was released; it never rejects. */
  #end: Promise<void> | undefined

  constructor(order: PutOrder, sink: PieceSink) {
    this.#order = order
    this.#hasher = new CidHasher(order.cid)
    this.#sink = sink
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#refuseAfterEnd()
    try {
      this.#writtenBytes += bytes.byteLength
      if (this.#writtenBytes > this.#order.sizeBytes) throw this.#wrong(`longer than ${this.#order.sizeBytes} bytes`)
      this.#hasher.update(bytes)
      await this.#sink.append(bytes)
    } catch (error) {
      await this.abort()
      throw error
    }
  }

  async finish(): Promise<void> {
    this.#refuseAfterEnd()
    const finished = this.#finish()
    this.#end = finished.catch(() => {})
    await finished
  }

  abort(): Promise<void> {
    this.#end ??= this.#sink.release()
    return this.#end
  }

  async #finish(): Promise<void> {
    try {
      const { cid, sizeBytes } = this.#order
      if (this.#writtenBytes < sizeBytes) throw this.#wrong(`${this.#writtenBytes} bytes long, not ${sizeBytes}`)
      if (this.#hasher.digest() !== cid) throw this.#wrong('not the bytes that its CID names')
      await this.#sink.keep()
    } finally {
      await this.#sink.release()
    }
  }

  #refuseAfterEnd(): void {
    if (this.#end) throw new HiroError('aborted', `the put of piece ${this.#order.cid} has ended`)
  }

  #wrong(how: string): HiroError {
    return new HiroError('integrity', `what was put as piece ${this.#order.cid} is ${how}`)
  }
}
