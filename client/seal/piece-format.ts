import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import { SEGMENT_SIZE_BYTES } from '../../shared/limits.ts'
import { AEAD_TAG_LENGTH_BYTES } from './primitives.ts'

/** Where the segments of a piece lie. See FORMAT.md, "Piece". */
export const PIECE_HEADER_LENGTH_BYTES = 8
export const SEALED_SEGMENT_SIZE_BYTES = SEGMENT_SIZE_BYTES + AEAD_TAG_LENGTH_BYTES
/** The segment's number has 4 bytes in the nonce. */
const SEGMENTS_MAX = 2 ** 32

/** Size of the piece that `plainBytes` bytes are sealed into. There is no empty piece: `plainBytes` is at least 1. */
export function sealedSize(plainBytes: number): number {
  assert(Number.isSafeInteger(plainBytes) && plainBytes > 0, `a piece of ${plainBytes} bytes`)
  const segments = Math.ceil(plainBytes / SEGMENT_SIZE_BYTES)
  assert(segments <= SEGMENTS_MAX, `a piece of ${plainBytes} bytes`)
  return PIECE_HEADER_LENGTH_BYTES + plainBytes + segments * AEAD_TAG_LENGTH_BYTES
}

/** How many bytes a piece of this size opens to. Throws `integrity` for a size that no piece has. */
export function plainSize(pieceSizeBytes: number): number {
  const body = pieceSizeBytes - PIECE_HEADER_LENGTH_BYTES
  const segments = Math.ceil(body / SEALED_SEGMENT_SIZE_BYTES)
  const plain = body - segments * AEAD_TAG_LENGTH_BYTES
  const hasLast = plain > (segments - 1) * SEGMENT_SIZE_BYTES
  if (!Number.isSafeInteger(pieceSizeBytes) || segments < 1 || segments > SEGMENTS_MAX || !hasLast) {
    throw new HiroError('integrity', `no piece has ${pieceSizeBytes} bytes: cut or lengthened`)
  }
  return plain
}

/** The part of a piece that has to be fetched to read a part of what it holds. */
export interface SegmentRange {
  readonly firstSegment: number
  /** In the piece. */
  readonly offset: number
  readonly lengthBytes: number
  /** Bytes of the first segment that lie before what was asked for. */
  readonly skipBytes: number
}

/**
 * The whole segments that hold plaintext [offset, offset + lengthBytes) of a piece of this size; the header is not among them. The range must hold
 * at least one byte. Throws `integrity` when the piece is too small for it (or no piece at all).
 */
export function segmentRange(pieceSizeBytes: number, offset: number, lengthBytes: number): SegmentRange {
  assert(Number.isSafeInteger(offset) && offset >= 0 && Number.isSafeInteger(lengthBytes) && lengthBytes > 0)
  const plain = plainSize(pieceSizeBytes)
  if (offset + lengthBytes > plain) {
    throw new HiroError('integrity', `bytes ${offset} to ${offset + lengthBytes} of a piece that holds ${plain}`)
  }
  const firstSegment = Math.floor(offset / SEGMENT_SIZE_BYTES)
  const endSegment = Math.ceil((offset + lengthBytes) / SEGMENT_SIZE_BYTES)
  const start = segmentOffset(firstSegment)
  return {
    firstSegment,
    offset: start,
    lengthBytes: Math.min(segmentOffset(endSegment), pieceSizeBytes) - start,
    skipBytes: offset - firstSegment * SEGMENT_SIZE_BYTES,
  }
}

export function segmentOffset(segment: number): number {
  return PIECE_HEADER_LENGTH_BYTES + segment * SEALED_SEGMENT_SIZE_BYTES
}
