import type { Clock } from '../clock/clock.ts'
import { HiroError } from '../errors.ts'
import { BufferedStream } from './buffered-stream.ts'

export interface MemoryStreamOptions {
  readonly remotePeer: string
  readonly protocol: string
  readonly clock: Clock
  /** Lets `arrive` happen at the other end, in order. */
  readonly send: (arrive: () => void) => void
  /** The streams of this end's process. */
  readonly open: Set<BufferedStream>
  /** Bytes that may be on their way or unread before the sender has to wait. */
  readonly bufferBytesMax: number
  /** Asked for each slice: whether the network breaks the stream instead of carrying it. */
  readonly breaks: () => boolean
  /** Lets something happen to this end's process: at once, or where it is paused when it goes on. */
  readonly whenAwake: (happen: () => void) => void
}

/** One end of a stream in memory. */
export class MemoryStream extends BufferedStream {
  readonly protocol: string
  readonly #options: MemoryStreamOptions
  #other: MemoryStream | undefined
  #bytesSent = 0
  /** Of those, what the other end's reader took. */
  #bytesTaken = 0
  #bytesReceived = 0
  #sentEnd = false
  #receivedEnd = false
  #dead = false
  #wakeWriter: (() => void) | undefined

  constructor(options: MemoryStreamOptions) {
    super(options.remotePeer, options.clock, options.open)
    this.protocol = options.protocol
    this.#options = options
  }

  /** The two ends of a new stream. */
  static pair(one: MemoryStreamOptions, other: MemoryStreamOptions): [MemoryStream, MemoryStream] {
    const ends: [MemoryStream, MemoryStream] = [new MemoryStream(one), new MemoryStream(other)]
    ends[0].#other = ends[1]
    ends[1].#other = ends[0]
    return ends
  }

  /** The network broke it: both ends learn of it, the other one when word of it arrives. */
  breakOff(why: string): void {
    if (this.over) return
    this.sendReset()
    this.closed(new HiroError('unreachable', why))
  }

  /** The process of this end is dead: here nothing settles any more, and the other end finds the stream broken in a while. */
  die(): void {
    this.#dead = true
    this.inbound.freeze()
    this.vanish()
    this.sendReset()
  }

  protected async sendSlice(slice: Uint8Array): Promise<void> {
    if (this.#dead) return await new Promise(() => {})
    if (this.#options.breaks()) {
      this.breakOff('the network broke the stream')
      throw new HiroError('unreachable', 'the network broke the stream')
    }
    this.#bytesSent += slice.byteLength
    // Copied, because who reads it owns it, and may change it while the sender still uses its own.
    const copy = new Uint8Array(slice)
    this.#tell((other) => other.#receive(copy))
    while (this.#dead || this.#bytesSent - this.#bytesTaken >= this.#options.bufferBytesMax) {
      await new Promise<void>((resolve) => {
        this.#wakeWriter = resolve
      })
    }
  }

  protected async flush(): Promise<void> {}

  protected async sendEnd(): Promise<void> {
    this.#tell((other) => other.#receiveEnd())
    this.#sentEnd = true
    if (this.#receivedEnd) this.closed()
  }

  protected sendReset(): void {
    this.#tell((other) => other.closed(new HiroError('unreachable', 'the peer broke the stream')))
  }

  /** Tells the sender at once how much of its bytes was taken; what is on its way still counts as unread. */
  protected letIn(): void {
    const other = this.#other
    if (this.#dead || other === undefined || other.#dead) return
    other.#bytesTaken = this.#bytesReceived - this.inbound.bytes
    other.#options.whenAwake(() => other.#wakeWriter?.())
  }

  #tell(arrive: (other: MemoryStream) => void): void {
    this.#options.send(() => {
      if (this.#other !== undefined) arrive(this.#other)
    })
  }

  #receive(slice: Uint8Array): void {
    if (this.over) return
    this.#bytesReceived += slice.byteLength
    this.inbound.push(slice)
    this.letIn()
  }

  #receiveEnd(): void {
    if (this.over) return
    this.#receivedEnd = true
    this.gotEnd()
    if (this.#sentEnd) this.closed()
  }
}
