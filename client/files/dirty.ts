/** Bytes of a file, from `offset` on. */
export interface Range {
  readonly offset: number
  readonly bytes: Uint8Array
}

interface Held {
  readonly offset: number
  /** May have room behind `lengthBytes`. */
  buffer: Uint8Array
  lengthBytes: number
}

const ROOM_BYTES_MIN = 4096

/**
 * What was written to a file and is not published yet, in the order of the offsets, without overlap: what is written later counts. Runs of bytes grow as they are written to, up to the next multiple
 * of a chunk, so that a file that is written from its start is cut into chunks as an upload would be.
 */
export class Dirty {
  readonly #chunkSizeBytes: number
  #held: Held[] = []
  #sizeBytes = 0

  constructor(chunkSizeBytes: number) {
    this.#chunkSizeBytes = chunkSizeBytes
  }

  /** Holds the bytes of `ranges` themselves; is read and cut, and not written to. */
  static of(ranges: readonly Range[], chunkSizeBytes: number): Dirty {
    const dirty = new Dirty(chunkSizeBytes)
    dirty.#held = ranges.map(({ offset, bytes }) => ({ offset, buffer: bytes, lengthBytes: bytes.byteLength }))
    dirty.#sizeBytes = ranges.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
    return dirty
  }

  /** Of all runs. */
  get sizeBytes(): number {
    return this.#sizeBytes
  }

  get runs(): number {
    return this.#held.length
  }

  /** Where the last run ends; 0: there is none. */
  get end(): number {
    const last = this.#held.at(-1)
    return last ? endOf(last) : 0
  }

  /** Copies `bytes`. */
  write(offset: number, bytes: Uint8Array): void {
    for (let taken = 0; taken < bytes.byteLength; ) {
      const at = offset + taken
      const room = this.#chunkSizeBytes - (at % this.#chunkSizeBytes)
      const part = bytes.subarray(taken, taken + room)
      this.#writePart(at, part)
      taken += part.byteLength
    }
  }

  /** Copies what it holds of [offset, offset + out.byteLength) into `out`. */
  readInto(offset: number, out: Uint8Array): void {
    const end = offset + out.byteLength
    for (let at = this.#firstEndingAfter(offset); at < this.#held.length; at++) {
      const held = this.#held[at] as Held
      if (held.offset >= end) break
      const from = Math.max(offset, held.offset)
      out.set(bytesOf(held).subarray(from - held.offset, end - held.offset), from - offset)
    }
  }

  /** What of [offset, end) it does not hold, in order. */
  gaps(offset: number, end: number): { offset: number; end: number }[] {
    const gaps: { offset: number; end: number }[] = []
    let at = offset
    for (let next = this.#firstEndingAfter(offset); next < this.#held.length && at < end; next++) {
      const held = this.#held[next] as Held
      if (held.offset > at) gaps.push({ offset: at, end: Math.min(end, held.offset) })
      at = Math.max(at, endOf(held))
    }
    if (at < end) gaps.push({ offset: at, end })
    return gaps
  }

  /** The run that holds `offset`, from there on, or the first one behind it. */
  runFrom(offset: number): { offset: number; end: number } | undefined {
    const held = this.#held[this.#firstEndingAfter(offset)]
    return held && { offset: Math.max(offset, held.offset), end: endOf(held) }
  }

  /** Forgets what lies behind `sizeBytes`. */
  truncate(sizeBytes: number): void {
    this.#cut(sizeBytes, Number.MAX_SAFE_INTEGER)
  }

  /** Takes the first runs out, at most so many and, unless the first alone is more, so many bytes of them. They are the caller's. */
  take(runsMax: number, bytesMax: number): Range[] {
    const taken = this.first(runsMax, bytesMax)
    this.#held.splice(0, taken.length)
    this.#sizeBytes -= taken.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
    return taken
  }

  /** As `take`, and leaves them there. */
  first(runsMax: number, bytesMax: number): Range[] {
    const ranges: Range[] = []
    let sizeBytes = 0
    for (const held of this.#held) {
      sizeBytes += held.lengthBytes
      if (ranges.length === runsMax || (ranges.length > 0 && sizeBytes > bytesMax)) break
      ranges.push({ offset: held.offset, bytes: bytesOf(held) })
    }
    return ranges
  }

  /** Forgets what lies in front of `offset`. */
  forgetTo(offset: number): void {
    this.#cut(0, offset)
  }

  /** Puts back what was taken, where nothing was written since. */
  putBack(ranges: readonly Range[]): void {
    for (const { offset, bytes } of ranges) {
      for (const gap of this.gaps(offset, offset + bytes.byteLength)) {
        this.write(gap.offset, bytes.subarray(gap.offset - offset, gap.end - offset))
      }
    }
  }

  /** Within one chunk. */
  #writePart(offset: number, bytes: Uint8Array): void {
    const end = offset + bytes.byteLength
    const at = this.#firstEndingAfter(offset - 1)
    const before = this.#held[at]
    const isInside = before !== undefined && before.offset <= offset && endOf(before) >= end
    if (isInside) return before.buffer.set(bytes, offset - before.offset)
    this.#cut(offset, end)
    const touches = before !== undefined && endOf(before) === offset && offset % this.#chunkSizeBytes > 0
    if (touches && this.#held[at] === before) {
      append(before, bytes, this.#chunkSizeBytes - (before.offset % this.#chunkSizeBytes))
    } else {
      this.#held.splice(this.#firstEndingAfter(offset), 0, {
        offset,
        // A Buffer's own slice copies nothing.
        buffer: new Uint8Array(bytes),
        lengthBytes: bytes.byteLength,
      })
    }
    this.#sizeBytes += bytes.byteLength
  }

  /** Forgets [offset, end). */
  #cut(offset: number, end: number): void {
    const first = this.#firstEndingAfter(offset)
    let after = first
    const kept: Held[] = []
    for (; after < this.#held.length; after++) {
      const held = this.#held[after] as Held
      if (held.offset >= end) break
      this.#sizeBytes -= held.lengthBytes
      if (held.offset < offset) kept.push(partOf(held, held.offset, offset))
      if (endOf(held) > end) kept.push(partOf(held, end, endOf(held)))
    }
    if (after === first) return
    // The one before may be about to be appended to: it stays the same object.
    const [left] = kept
    const whole = this.#held[first] as Held
    if (left !== undefined && left.offset === whole.offset) {
      whole.lengthBytes = left.lengthBytes
      kept[0] = whole
    }
    for (const { lengthBytes } of kept) this.#sizeBytes += lengthBytes
    this.#held.splice(first, after - first, ...kept)
  }

  /** Index of the first run that ends behind `offset`. */
  #firstEndingAfter(offset: number): number {
    let [low, high] = [0, this.#held.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (endOf(this.#held[middle] as Held) > offset) high = middle
      else low = middle + 1
    }
    return low
  }
}

function endOf({ offset, lengthBytes }: Held): number {
  return offset + lengthBytes
}

function bytesOf({ buffer, lengthBytes }: Held): Uint8Array {
  return buffer.subarray(0, lengthBytes)
}

/** What lies behind a cut is copied: the buffer in front of it may still grow. */
function partOf(held: Held, from: number, to: number): Held {
  if (from === held.offset) return { offset: from, buffer: held.buffer, lengthBytes: to - from }
  const bytes = held.buffer.slice(from - held.offset, to - held.offset)
  return { offset: from, buffer: bytes, lengthBytes: bytes.byteLength }
}

function append(held: Held, bytes: Uint8Array, bytesMax: number): void {
  const needed = held.lengthBytes + bytes.byteLength
  if (needed > held.buffer.byteLength) {
    const larger = new Uint8Array(Math.min(bytesMax, Math.max(needed, 2 * held.buffer.byteLength, ROOM_BYTES_MIN)))
    larger.set(bytesOf(held))
    held.buffer = larger
  }
  held.buffer.set(bytes, held.lengthBytes)
  held.lengthBytes = needed
}
