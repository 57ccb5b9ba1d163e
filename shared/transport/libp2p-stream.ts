import type { Stream, StreamCloseEvent, StreamMessageEvent } from '@libp2p/interface'
import type { Clock } from '../clock/clock.ts'
import { withDeadline } from '../clock/deadline.ts'
import { HiroError, toHiroError } from '../errors.ts'
import { InboundQueue } from './inbound-queue.ts'
import { OutboundPump } from './outbound-pump.ts'
import {
  CLOSE_TIMEOUT_MS,
  LINGER_MS,
  READ_HIGH_WATER_BYTES,
  READ_LOW_WATER_BYTES,
  SEND_SLICE_BYTES,
} from './stream-limits.ts'
import type { ByteStream } from './transport.ts'

/**
 * A libp2p stream (an event target) as the back-pressured duplex that it-pipe wants. Made as soon as the stream is there: with nobody
 * listening libp2p lets bytes in without limit, and resets. The README of this folder lists the traps this steers around.
 */
export class Libp2pStream implements ByteStream {
  readonly remotePeer: string
  readonly #stream: Stream
  readonly #clock: Clock
  readonly #open: Set<Libp2pStream>
  readonly #inbound = new InboundQueue(() => this.#letIn())
  readonly #pump = new OutboundPump()
  #remoteEnded: boolean
  #resuming = false
  #sinkUsed = false
  #wroteEnd = false
  #closed = false
  #abortReason: HiroError | undefined
  #wakeWriter: (() => void) | undefined
  #cancelLinger: (() => void) | undefined

  /** It is a member of `open` until it is over in both directions, or broken. */
  constructor(stream: Stream, remotePeer: string, clock: Clock, open: Set<Libp2pStream>) {
    this.remotePeer = remotePeer
    this.#stream = stream
    this.#clock = clock
    this.#open = open.add(this)
    // The end may have come while the protocol was agreed on. A status other than open may be an end or a break: then it is not an end.
    this.#remoteEnded = stream.status === 'open' && stream.remoteWriteStatus === 'closed'
    stream.addEventListener('message', this.#onMessage)
    stream.addEventListener('remoteCloseWrite', this.#onRemoteCloseWrite)
    stream.addEventListener('end', this.#checkEnd)
    stream.addEventListener('drain', this.#onDrain)
    stream.addEventListener('idle', this.#onDrain)
    stream.addEventListener('close', this.#onClose)
    if (stream.status !== 'open') this.#break()
    this.#checkEnd()
  }

  get protocol(): string {
    return this.#stream.protocol
  }

  get source(): AsyncIterable<Uint8Array> {
    return this.#inbound
  }

  /** A property, because it-pipe takes it off the object and calls it bare. */
  readonly sink: ByteStream['sink'] = async (source) => {
    if (this.#sinkUsed) throw new HiroError('internal', 'a stream is written only once')
    this.#sinkUsed = true
    try {
      await this.#pump.run(source, (buffer) => this.#send(buffer))
      // The end waits behind unsent bytes, and those for the peer to read: without limit, for the caller has the deadline.
      await this.#pump.orFail(this.#writable())
      await this.#writeEnd()
    } catch (error) {
      this.abort(toHiroError(error, 'unreachable'))
      throw error
    }
  }

  abort(reason: Error): void {
    if (this.#closed) return
    const error = toHiroError(reason, 'unreachable')
    this.#abortReason = error
    this.#inbound.abort(error)
    this.#pump.fail(error)
    this.#stream.abort(error)
  }

  /** The handler of a served stream is done: ends this side, forgets what the peer still sends, and does not wait for its end for long. */
  async finish(): Promise<void> {
    this.#inbound.drop()
    if (!this.#sinkUsed) await this.sink([])
    if (this.#closed) return
    this.#cancelLinger = this.#clock.after(LINGER_MS, () => {
      this.abort(new HiroError('unreachable', 'the peer did not end its side'))
    })
  }

  async #send(buffer: Uint8Array): Promise<void> {
    for (let offset = 0; offset < buffer.byteLength; offset += SEND_SLICE_BYTES) {
      try {
        this.#stream.send(buffer.subarray(offset, offset + SEND_SLICE_BYTES))
      } catch (cause) {
        throw broken(cause)
      }
      if (this.#stream.writableNeedsDrain) await this.#writable()
    }
  }

  /** `onDrain` of libp2p stays resolved after its first use, so events and the flags themselves it is. */
  async #writable(): Promise<void> {
    while (!this.#closed && (this.#stream.writableNeedsDrain || this.#stream.writeBufferLength > 0)) {
      await new Promise<void>((resolve) => {
        this.#wakeWriter = resolve
      })
    }
  }

  async #writeEnd(): Promise<void> {
    this.#wroteEnd = true
    try {
      const close = (signal: AbortSignal): Promise<void> => this.#stream.close({ signal })
      await withDeadline(this.#clock, CLOSE_TIMEOUT_MS, undefined, close, 'closing the stream')
    } catch (cause) {
      throw broken(cause)
    }
    this.#pump.check()
  }

  readonly #onDrain = (): void => {
    // libp2p sends more in a microtask that it queued before this one; only then do the flags tell.
    queueMicrotask(() => this.#wakeWriter?.())
  }

  readonly #onMessage = (event: StreamMessageEvent): void => {
    if (event.data instanceof Uint8Array) this.#inbound.push(event.data)
    else for (const slice of event.data) this.#inbound.push(slice)
    this.#pauseIfFull()
    this.#checkEnd()
  }

  #pauseIfFull(): void {
    // Pausing inside `resume` would leave the stream paused with its window opening for ever: a reset when 4 MiB are unread.
    if (this.#resuming || this.#inbound.bytes <= READ_HIGH_WATER_BYTES) return
    if (this.#stream.readStatus === 'readable') this.#stream.pause()
  }

  #letIn(): void {
    if (this.#inbound.bytes > READ_LOW_WATER_BYTES || this.#stream.readStatus !== 'paused' || this.#resuming) return
    this.#resuming = true
    try {
      this.#stream.resume()
    } catch {
      // It gives out what it holds, then fails to open the window of a connection that is gone. That the stream broke, or ended, is known already.
    } finally {
      this.#resuming = false
    }
    this.#pauseIfFull()
    this.#checkEnd()
  }

  readonly #onRemoteCloseWrite = (): void => {
    this.#remoteEnded = true
    this.#checkEnd()
  }

  /** Only a received end is an end: libp2p also closes streams without an error when a connection or process dies. */
  readonly #checkEnd = (): void => {
    if (this.#remoteEnded && this.#stream.readBufferLength === 0) this.#inbound.end()
  }

  readonly #onClose = (event: StreamCloseEvent): void => this.#break(event.error)

  #break(cause?: Error): void {
    if (this.#closed) return
    this.#closed = true
    this.#cancelLinger?.()
    const inOrder = cause === undefined
    const error = this.#abortReason ?? broken(cause)
    if (!(inOrder && this.#remoteEnded)) this.#inbound.fail(error)
    if (!(inOrder && this.#wroteEnd)) this.#pump.fail(error)
    this.#wakeWriter?.()
    this.#open.delete(this)
  }
}

function broken(cause: unknown): HiroError {
  if (cause instanceof HiroError) return cause
  const detail = cause instanceof Error ? `: ${cause.message}` : ''
  return new HiroError('unreachable', `the stream broke${detail}`, { cause })
}
