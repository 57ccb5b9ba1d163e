import { pipe } from 'it-pipe'
import { type HiroError, toHiroError } from '../errors.ts'
import { ByteReader } from './byte-reader.ts'
import { OutboundQueue } from './outbound-queue.ts'
import type { ByteStream, StreamHandler } from './transport.ts'

/**
 * A stream as a request/response protocol uses it: frames and bodies out by `send`, in by `reader`, as often as one likes. Whoever
 * made it closes or aborts it.
 */
export class Channel {
  readonly remotePeer: string
  readonly reader: ByteReader
  /** Resolves when everything sent, and this side's end, went out after `close`; rejects when the stream broke first. May be ignored. */
  readonly closed: Promise<void>
  readonly #stream: ByteStream
  readonly #queue = new OutboundQueue()
  #broken: HiroError | undefined

  constructor(stream: ByteStream) {
    this.remotePeer = stream.remotePeer
    this.#stream = stream
    this.reader = new ByteReader(stream.source)
    this.closed = pipe(this.#queue, stream).catch((error: unknown) => {
      this.#broken = toHiroError(error, 'unreachable')
      this.#queue.fail(this.#broken)
      throw this.#broken
    })
    this.closed.catch(() => {})
  }

  /** Whether the stream is known to be broken. A silent peer, or one that ended its side, is not. */
  get broken(): boolean {
    return this.#broken !== undefined
  }

  /**
   * Sends these buffers, in this order and with nothing in between, whoever else sends. Resolves when the stream has taken them, which says nothing of
   * their arrival. They must not be changed afterwards; large ones are not copied. Rejects with `unreachable` when the stream broke, and after `close`.
   */
  send(...buffers: Uint8Array[]): Promise<void> {
    return this.#queue.push(buffers)
  }

  /** Done in both directions: sends what waits and this side's end; what the peer still sends is dropped. Idempotent. */
  async close(): Promise<void> {
    this.#queue.end()
    await this.closed
    await this.reader.cancel()
  }

  /** Drops the stream; pending and later calls reject with `error`. Idempotent, and harmless after `close`. */
  abort(error: Error): void {
    this.#stream.abort(error)
  }
}

/** A handler that talks over a channel: closed when `serve` resolves, aborted when it rejects. */
export function channelHandler(serve: (channel: Channel) => Promise<void>): StreamHandler {
  return async (stream) => {
    const channel = new Channel(stream)
    await serve(channel)
    await channel.close()
  }
}
