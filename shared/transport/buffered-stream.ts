import type { Clock } from '../clock/clock.ts'
import { HiroError, toHiroError } from '../errors.ts'
import { InboundQueue } from './inbound-queue.ts'
import { OutboundPump } from './outbound-pump.ts'
import { SlicePace } from './slice-pace.ts'
import { LINGER_MS } from './stream-limits.ts'
import type { ByteStream, StreamHandler } from './transport.ts'

/** What every engine's stream does alike: one reader, one writer, how it ends and how it breaks. The engine moves the bytes. */
export abstract class BufferedStream implements ByteStream {
  readonly remotePeer: string
  protected readonly inbound = new InboundQueue(() => this.letIn())
  protected readonly clock: Clock
  readonly #open: Set<BufferedStream>
  readonly #pump = new OutboundPump()
  readonly #pace = new SlicePace()
  #sinkUsed = false
  #wroteEnd = false
  #gotEnd = false
  #abortReason: HiroError | undefined
  #cancelLinger: (() => void) | undefined

  /** It is a member of `open` until it is over in both directions, or broken. */
  constructor(remotePeer: string, clock: Clock, open: Set<BufferedStream>) {
    this.remotePeer = remotePeer
    this.clock = clock
    this.#open = open.add(this)
  }

  abstract readonly protocol: string
  /** Sends one slice, and resolves when there is room for the next. */
  protected abstract sendSlice(slice: Uint8Array): Promise<void>
  /** Resolves when everything sent has left this end's buffers. */
  protected abstract flush(): Promise<void>
  protected abstract sendEnd(): Promise<void>
  protected abstract sendReset(reason: HiroError): void
  /** Called when the reader took something, or waits: the moment to let more in. */
  protected abstract letIn(): void

  /** What has arrived and waits to be read, wherever. */
  get unreadBytes(): number {
    return this.inbound.bytes
  }

  get source(): AsyncIterable<Uint8Array> {
    return this.inbound
  }

  protected get over(): boolean {
    return !this.#open.has(this)
  }

  /** A property, because it-pipe takes it off the object and calls it bare. */
  readonly sink: ByteStream['sink'] = async (source) => {
    if (this.#sinkUsed) throw new HiroError('internal', 'a stream is written only once')
    this.#sinkUsed = true
    try {
      await this.#pump.run(source, (buffer) => this.#sendSlices(buffer))
      // The end waits behind unsent bytes, and those for the peer to read: without limit, for the caller has the deadline.
      await this.#pump.orFail(this.flush())
      this.#wroteEnd = true
      await this.sendEnd()
      this.#pump.check()
    } catch (error) {
      this.abort(toHiroError(error, 'unreachable'))
      throw error
    }
  }

  abort(reason: Error): void {
    if (this.over) return
    this.#abortReason = toHiroError(reason, 'unreachable')
    this.inbound.abort(this.#abortReason)
    this.sendReset(this.#abortReason)
    this.closed(this.#abortReason)
  }

  /** Serves it: it is over when the handler is done, and aborted when that throws. Never rejects. */
  async serve(handler: StreamHandler): Promise<void> {
    try {
      await handler(this)
      await this.#finish()
    } catch (error) {
      this.abort(toHiroError(error))
    }
  }

  /** The peer ended its side, and everything it sent was pushed to `inbound`. */
  protected gotEnd(): void {
    this.#gotEnd = true
    this.inbound.end()
  }

  /**
   * The engine's stream is over: in order, or broken by `cause`. A side that has not ended is broken in any case, unless the peer's end
   * is known to follow once all its bytes are read.
   */
  protected closed(cause?: unknown, endFollows = false): void {
    if (this.over) return
    this.#open.delete(this)
    this.#cancelLinger?.()
    const error = this.#abortReason ?? broken(cause)
    if (!this.#gotEnd && !endFollows) this.inbound.fail(error)
    if (cause !== undefined || !this.#wroteEnd) this.#pump.fail(error)
  }

  /** Nothing of it happens any more, and nobody is told: its process is dead. */
  protected vanish(): void {
    this.#open.delete(this)
    this.#cancelLinger?.()
  }

  async #sendSlices(buffer: Uint8Array): Promise<void> {
    for (let offset = 0; offset < buffer.byteLength; ) {
      const slice = buffer.subarray(offset, offset + this.#pace.sliceBytes)
      const startMs = this.clock.now()
      await this.sendSlice(slice)
      this.#pace.taken(slice.byteLength, this.clock.now() - startMs)
      offset += slice.byteLength
    }
  }

  /** Ends this side, forgets what the peer still sends, and does not wait for its end for long. */
  async #finish(): Promise<void> {
    this.inbound.drop()
    if (!this.#sinkUsed) await this.sink([])
    if (this.over) return
    this.#cancelLinger = this.clock.after(LINGER_MS, () => {
      this.abort(new HiroError('unreachable', 'the peer did not end its side'))
    })
  }
}

export function broken(cause: unknown): HiroError {
  if (cause instanceof HiroError) return cause
  const detail = cause instanceof Error ? `: ${cause.message}` : ''
  return new HiroError('unreachable', `the stream broke${detail}`, { cause })
}
