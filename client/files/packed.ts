import type { Range } from './dirty.ts'

/** A part of a piece, and where it lies in the file. */
export interface PackedPart {
  readonly offset: number
  readonly lengthBytes: number
  readonly pieceOffset: number
}

/** What becomes one piece: written ranges, one behind the other. */
export interface Packed {
  readonly parts: readonly PackedPart[]
  /** Its bytes, in a buffer of the caller's or, where it is one range, that range's. */
  plain(): Uint8Array
}

/** Cuts and gathers what was written into as few pieces as hold it: small ranges share one, however far apart they lie, so that they travel and are synced together. */
export function packed(ranges: readonly Range[], chunkSizeBytes: number): Packed[] {
  const pieces: Range[][] = []
  let room = 0
  for (const { offset, bytes } of ranges) {
    for (let taken = 0; taken < bytes.byteLength; ) {
      // A range that fills most of a piece gets one of its own.
      if (room === 0 || (bytes.byteLength - taken > room && taken === 0)) {
        pieces.push([])
        room = chunkSizeBytes
      }
      const part = bytes.subarray(taken, taken + room)
      pieces.at(-1)?.push({ offset: offset + taken, bytes: part })
      taken += part.byteLength
      room -= part.byteLength
    }
  }
  return pieces.map(packOf)
}

function packOf(ranges: readonly Range[]): Packed {
  let pieceOffset = 0
  const parts = ranges.map(({ offset, bytes: { byteLength: lengthBytes } }) => {
    const part = { offset, lengthBytes, pieceOffset }
    pieceOffset += lengthBytes
    return part
  })
  const sizeBytes = pieceOffset
  const plain = (): Uint8Array => {
    const [only] = ranges
    if (only && ranges.length === 1) return only.bytes
    const whole = new Uint8Array(sizeBytes)
    for (const [at, { bytes }] of ranges.entries()) whole.set(bytes, parts[at]?.pieceOffset)
    return whole
  }
  return { parts, plain }
}
