import type { Stream, StreamCloseEvent, StreamMessageEvent } from '@libp2p/interface'
import type { Clock } from '../clock/clock.ts'
import { withDeadline } from '../clock/deadline.ts'
import type { HiroError } from '../errors.ts'
import { BufferedStream, broken } from './buffered-stream.ts'
import { CLOSE_TIMEOUT_MS, READ_HIGH_WATER_BYTES, READ_LOW_WATER_BYTES } from './stream-limits.ts'
import { spareWindowUpdates } from './window-updates.ts'

/**
 * A libp2p stream (an event target) as the back-pressured duplex that it-pipe wants. Made as soon as the stream is there: with nobody
 * listening libp2p lets bytes in without limit, and resets. The README of this folder lists the traps this steers around.
 */
export class Libp2pStream extends BufferedStream {
  readonly #stream: Stream
  #remoteEnded: boolean
  #resuming = false
  #wakeWriter: (() => void) | undefined

  constructor(stream: Stream, remotePeer: string, clock: Clock, open: Set<BufferedStream>) {
    super(remotePeer, clock, open)
    this.#stream = stream
    spareWindowUpdates(stream)
    // The end may have come while the protocol was agreed on. When the stream is no longer open it may as well have been a break: then it is not an end.
    this.#remoteEnded = stream.status === 'open' && stream.remoteWriteStatus === 'closed'
    stream.addEventListener('message', this.#onMessage)
    stream.addEventListener('remoteCloseWrite', this.#onRemoteCloseWrite)
    stream.addEventListener('end', this.#checkEnd)
    stream.addEventListener('drain', this.#onDrain)
    stream.addEventListener('idle', this.#onDrain)
    stream.addEventListener('close', this.#onClose)
    if (stream.status !== 'open') this.closed()
    this.#checkEnd()
  }

  get protocol(): string {
    return this.#stream.protocol
  }

  override get unreadBytes(): number {
    return super.unreadBytes + this.#stream.readBufferLength
  }

  protected async sendSlice(slice: Uint8Array): Promise<void> {
    try {
      this.#stream.send(slice)
    } catch (cause) {
      throw broken(cause)
    }
    if (this.#stream.writableNeedsDrain) await this.flush()
  }

  /** `onDrain` of libp2p stays resolved after its first use, so events and the flags themselves it is. */
  protected async flush(): Promise<void> {
    while (!this.over && (this.#stream.writableNeedsDrain || this.#stream.writeBufferLength > 0)) {
      await new Promise<void>((resolve) => {
        this.#wakeWriter = resolve
      })
    }
  }

  protected async sendEnd(): Promise<void> {
    const close = (signal: AbortSignal): Promise<void> => this.#stream.close({ signal })
    try {
      await withDeadline(this.clock, CLOSE_TIMEOUT_MS, undefined, close, 'closing the stream')
    } catch (cause) {
      throw broken(cause)
    }
  }

  protected sendReset(reason: HiroError): void {
    this.#stream.abort(reason)
  }

  protected letIn(): void {
    if (this.inbound.bytes > READ_LOW_WATER_BYTES || this.#stream.readStatus !== 'paused' || this.#resuming) return
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

  #pauseIfFull(): void {
    // Pausing inside `resume` would leave the stream paused with its window opening for ever: a reset when 4 MiB are unread.
    if (this.#resuming || this.inbound.bytes <= READ_HIGH_WATER_BYTES) return
    if (this.#stream.readStatus === 'readable') this.#stream.pause()
  }

  readonly #onMessage = (event: StreamMessageEvent): void => {
    this.inbound.push(event.data instanceof Uint8Array ? event.data : event.data.subarray())
    this.#pauseIfFull()
    this.#checkEnd()
  }

  readonly #onRemoteCloseWrite = (): void => {
    this.#remoteEnded = true
    this.#checkEnd()
  }

  /** Only a received end is an end: libp2p also closes streams without an error when a connection or process dies. */
  readonly #checkEnd = (): void => {
    if (this.#remoteEnded && this.#stream.readBufferLength === 0) this.gotEnd()
  }

  readonly #onDrain = (): void => {
    // libp2p sends more in a microtask that it queued before this one; only then do the flags tell.
    queueMicrotask(() => this.#wakeWriter?.())
  }

  readonly #onClose = (event: StreamCloseEvent): void => {
    // Bytes of an ended but paused side are still to be had: they come with the next `resume`.
    this.closed(event.error, event.error === undefined && this.#remoteEnded)
    this.#wakeWriter?.()
  }
}
