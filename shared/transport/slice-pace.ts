import { SEND_SLICE_BYTES_MAX, SEND_SLICE_BYTES_MIN } from './stream-limits.ts'

/** What a line has to take, in a row and at this pace, before its slices are large. More: a slow line whose buffers are still empty is taken for a fast one less often. */
const FAST_BYTES = 2 * 1024 * 1024
const FAST_BYTES_PER_MS = 640

/**
 * How much is sent at once. The other end gets a slice when it is there whole, and takes long silence for a dead line: so a line that is slow, or of which nothing is known yet, gets small ones. Large ones cost less, as each is promised, queued and
 * handed on at every step of its way.
 */
export class SlicePace {
  #fastBytes = 0

  get sliceBytes(): number {
    return this.#fastBytes < FAST_BYTES ? SEND_SLICE_BYTES_MIN : SEND_SLICE_BYTES_MAX
  }

  /** The line had room for so many bytes after so long. */
  taken(bytes: number, ms: number): void {
    const isFast = ms * FAST_BYTES_PER_MS <= Math.max(bytes, SEND_SLICE_BYTES_MIN)
    this.#fastBytes = isFast ? this.#fastBytes + bytes : 0
  }
}
