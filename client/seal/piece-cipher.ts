import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import { SEGMENT_SIZE_BYTES } from '../../shared/limits.ts'
import type { Random } from '../../shared/random/random.ts'
import {
  PIECE_HEADER_LENGTH_BYTES,
  plainSize,
  SEALED_SEGMENT_SIZE_BYTES,
  sealedSize,
  segmentOffset,
} from './piece-format.ts'
import {
  AEAD_TAG_LENGTH_BYTES,
  aeadKey,
  aeadOpen,
  aeadSeal,
  KEY_LENGTH_BYTES,
  NONCE_LENGTH_BYTES,
} from './primitives.ts'

const VERSION = 1
const SUITE_AES_256_GCM = 1
const MAGIC = Uint8Array.from([0x48, 0x49, 0x52, 0x4f, 0x2d, 0x50]) // HIRO-P
const HEADER = Uint8Array.from([...MAGIC, VERSION, SUITE_AES_256_GCM])

/**
 * A chunk as a piece, under a key made for this sealing alone: sealing the same chunk again gives another piece. `chunk` holds at least one byte
 * (an empty file has no pieces) and is only read; both results belong to the caller.
 */
export function sealPiece(
  chunk: Uint8Array,
  random: Random,
): { bytes: Uint8Array<ArrayBuffer>; key: Uint8Array<ArrayBuffer> } {
  const key = random.bytes(KEY_LENGTH_BYTES)
  const bytes = allocate(sealedSize(chunk.byteLength))
  bytes.set(HEADER)
  const [place, under] = [new SegmentPlace(), aeadKey(key)]
  for (let segment = 0, start = 0; start < chunk.byteLength; segment++, start += SEGMENT_SIZE_BYTES) {
    const plain = chunk.subarray(start, start + SEGMENT_SIZE_BYTES)
    place.set(segment, start + plain.byteLength === chunk.byteLength)
    aeadSeal(under, place.nonce, place.aad, plain, bytes, segmentOffset(segment))
  }
  return { bytes, key }
}

/**
 * The chunk of a whole piece, in one new buffer of the caller's. Throws `integrity` (altered, cut, lengthened, or another key's) and gives out no byte then;
 * `version-unknown` for a header of another format. The header is part of what may be damaged: who got a piece from a worker asks
 * whether its CID holds before believing `version-unknown`.
 */
export function openPiece(bytes: Uint8Array, key: Uint8Array): Uint8Array<ArrayBuffer> {
  checkHeader(bytes)
  return openSegments(key, 0, bytes.subarray(PIECE_HEADER_LENGTH_BYTES), bytes.byteLength)
}

/**
 * The plaintext of some segments of a piece: `bytes` are whole segments, from `firstSegment` on, as `segmentRange` asks for them; without the header. One new
 * buffer of the caller's. `pieceSizeBytes` tells which segment is the last; a wrong one is noticed where it matters, so it may
 * come from anybody. Throws `integrity`, and gives out no byte then.
 */
export function openSegments(
  key: Uint8Array,
  firstSegment: number,
  bytes: Uint8Array,
  pieceSizeBytes: number,
): Uint8Array<ArrayBuffer> {
  plainSize(pieceSizeBytes)
  const end = segmentOffset(firstSegment) + bytes.byteLength
  const whole = bytes.byteLength % SEALED_SEGMENT_SIZE_BYTES === 0
  if (bytes.byteLength === 0 || end > pieceSizeBytes || (!whole && end !== pieceSizeBytes)) {
    throw new HiroError('integrity', `${bytes.byteLength} bytes are not whole segments of the piece: cut or lengthened`)
  }
  const segments = Math.ceil(bytes.byteLength / SEALED_SEGMENT_SIZE_BYTES)
  const plain = allocate(bytes.byteLength - segments * AEAD_TAG_LENGTH_BYTES)
  const [place, under] = [new SegmentPlace(), aeadKey(key)]
  for (let at = 0; at < segments; at++) {
    const start = at * SEALED_SEGMENT_SIZE_BYTES
    const sealed = bytes.subarray(start, start + SEALED_SEGMENT_SIZE_BYTES)
    const last = at === segments - 1 && end === pieceSizeBytes
    place.set(firstSegment + at, last)
    if (!aeadOpen(under, place.nonce, place.aad, sealed, plain, at * SEGMENT_SIZE_BYTES)) {
      throw new HiroError('integrity', `segment ${firstSegment + at} of a piece is not what was sealed under this key`)
    }
  }
  return plain
}

/**
 * Nonce and associated data of a segment: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015). The number keeps segments in their
 * place, the flag tells a cut end from the real one. No random prefix: each key seals one piece and no other.
 */
class SegmentPlace {
  readonly nonce = new Uint8Array(NONCE_LENGTH_BYTES)
  readonly aad = new Uint8Array(PIECE_HEADER_LENGTH_BYTES + 4)
  readonly #nonce = new DataView(this.nonce.buffer)
  readonly #aad = new DataView(this.aad.buffer)

  constructor() {
    this.aad.set(HEADER)
  }

  set(segment: number, last: boolean): void {
    this.#nonce.setUint32(7, segment)
    this.#nonce.setUint8(11, last ? 1 : 0)
    this.#aad.setUint32(PIECE_HEADER_LENGTH_BYTES, segment)
  }
}

function checkHeader(bytes: Uint8Array): void {
  if (bytes.byteLength < PIECE_HEADER_LENGTH_BYTES || MAGIC.some((byte, at) => bytes[at] !== byte)) {
    throw new HiroError('integrity', 'not a piece of Hiro')
  }
  const [version, suite] = bytes.subarray(MAGIC.length)
  if (version !== VERSION || suite !== SUITE_AES_256_GCM) {
    throw new HiroError('version-unknown', `a piece of format version ${version}, suite ${suite}; this Hiro knows 1, 1`)
  }
}

/** Not zeroed first, as every byte is written. A plain Uint8Array, because `slice` of a Buffer does not copy. */
function allocate(lengthBytes: number): Uint8Array<ArrayBuffer> {
  assert(lengthBytes > 0)
  return new Uint8Array(Buffer.allocUnsafeSlow(lengthBytes).buffer)
}
