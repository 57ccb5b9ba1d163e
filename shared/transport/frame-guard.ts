import type { Clock } from '../clock/clock.ts'
import {
  MUXER_FRAME_BYTES_MAX,
  OPENS_BURST_MAX,
  OPENS_PER_SECOND_MAX,
  PINGS_BURST_MAX,
  PINGS_PER_SECOND_MAX,
  STRANGER_FRAMES_MAX,
  STRANGER_RECEIVED_BYTES_MAX,
  UNSENT_BYTES_MAX,
} from './stream-limits.ts'

const HEADER_BYTES = 12
const TYPE = { data: 0, ping: 2 }
const FLAG_SYN = 1

/**
 * Reads along with the frames of yamux (12 bytes: version, type, 2 of flags, 4 of stream id, 4 of length, then the data of a data frame), for the library waits for a whole frame however
 * long it says it is, and answers pings and new streams however many there are and whether or not the peer reads. Says what is wrong, once.
 */
export class FrameGuard {
  readonly #pings: Allowance
  readonly #opens: Allowance
  readonly #unsentBytes: () => number
  readonly #header = new Uint8Array(HEADER_BYTES)
  #headerBytes = 0
  #bodyBytesLeft = 0
  #frames = 0
  #receivedBytes = 0
  /** Its peer has not shown that it belongs here. */
  stranger: boolean

  /** `unsentBytes`: what waits for the peer to read. */
  constructor(clock: Clock, options: { stranger: boolean; unsentBytes: () => number }) {
    this.stranger = options.stranger
    this.#unsentBytes = options.unsentBytes
    this.#pings = new Allowance(clock, PINGS_BURST_MAX, PINGS_PER_SECOND_MAX)
    this.#opens = new Allowance(clock, OPENS_BURST_MAX, OPENS_PER_SECOND_MAX)
  }

  /** What is wrong with what has come in; `undefined`: nothing. */
  check(bytes: Uint8Array): string | undefined {
    this.#receivedBytes += bytes.byteLength
    if (this.stranger && this.#receivedBytes > STRANGER_RECEIVED_BYTES_MAX) return 'a stranger sends too much'
    let at = 0
    while (at < bytes.byteLength) {
      if (this.#bodyBytesLeft > 0) {
        const skipped = Math.min(this.#bodyBytesLeft, bytes.byteLength - at)
        this.#bodyBytesLeft -= skipped
        at += skipped
        continue
      }
      this.#header[this.#headerBytes++] = bytes[at++] ?? 0
      if (this.#headerBytes < HEADER_BYTES) continue
      this.#headerBytes = 0
      const wrong = this.#checkFrame()
      if (wrong !== undefined) return wrong
    }
    return undefined
  }

  #checkFrame(): string | undefined {
    const view = new DataView(this.#header.buffer)
    const type = view.getUint8(1)
    const opens = (view.getUint16(2) & FLAG_SYN) !== 0
    if (this.stranger && ++this.#frames > STRANGER_FRAMES_MAX) return 'a stranger sends too many frames'
    if (type === TYPE.data) {
      this.#bodyBytesLeft = view.getUint32(8)
      if (this.#bodyBytesLeft > MUXER_FRAME_BYTES_MAX) return `a frame of ${this.#bodyBytesLeft} bytes`
    }
    if (type === TYPE.ping && !this.#pings.take()) return 'too many pings'
    if (type !== TYPE.ping && opens && !this.#opens.take()) return 'too many streams opened'
    if ((type === TYPE.ping || opens) && this.#unsentBytes() > UNSENT_BYTES_MAX) return 'it asks and does not read'
    return undefined
  }
}

/** So many at once, and so many more each second. */
class Allowance {
  readonly #clock: Clock
  readonly #burstMax: number
  readonly #perSecond: number
  #left: number
  #atMs: number

  constructor(clock: Clock, burstMax: number, perSecond: number) {
    this.#clock = clock
    this.#burstMax = burstMax
    this.#perSecond = perSecond
    this.#left = burstMax
    this.#atMs = clock.now()
  }

  take(): boolean {
    const now = this.#clock.now()
    const earned = (Math.max(0, now - this.#atMs) / 1000) * this.#perSecond
    this.#left = Math.min(this.#burstMax, this.#left + earned)
    this.#atMs = now
    if (this.#left < 1) return false
    this.#left--
    return true
  }
}
