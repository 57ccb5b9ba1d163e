import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { toHex } from '../../shared/ids.ts'
import { CHUNK_SIZE_BYTES, PIECE_SIZE_BYTES_MAX, SEGMENT_SIZE_BYTES } from '../../shared/limits.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { assertRefused, damageSuite } from './damage-suite.ts'
import { openPiece, openSegments, sealPiece } from './piece-cipher.ts'
import {
  PIECE_HEADER_LENGTH_BYTES,
  plainSize,
  SEALED_SEGMENT_SIZE_BYTES,
  sealedSize,
  segmentOffset,
  segmentRange,
} from './piece-format.ts'

const random = new SeededRandom('piece cipher')
const SIZES = [1, 2, 1000, ...[1, 2, 3].flatMap((n) => [-1, 0, 1].map((by) => n * SEGMENT_SIZE_BYTES + by))]

/** What a reader does to get a part of a piece. */
function readRange(piece: Uint8Array, key: Uint8Array, offset: number, lengthBytes: number): Uint8Array {
  const range = segmentRange(piece.byteLength, offset, lengthBytes)
  const fetched = piece.subarray(range.offset, range.offset + range.lengthBytes)
  const plain = openSegments(key, range.firstSegment, fetched, piece.byteLength)
  return plain.subarray(range.skipBytes, range.skipBytes + lengthBytes)
}

function swapSegments(piece: Uint8Array, a: number, b: number): Uint8Array {
  const swapped = Uint8Array.from(piece)
  const at = (segment: number) => piece.subarray(segmentOffset(segment), segmentOffset(segment + 1))
  swapped.set(at(b), segmentOffset(a))
  swapped.set(at(a), segmentOffset(b))
  return swapped
}

damageSuite('a piece', () => {
  const { bytes, key } = sealPiece(random.bytes(60), random)
  return { sound: bytes, open: (damaged) => openPiece(damaged, key) }
})

describe('piece cipher', () => {
  it('gives back chunks of every size around whole segments', () => {
    for (const size of SIZES) {
      const chunk = random.bytes(size)
      const { bytes, key } = sealPiece(chunk, random)
      assert.equal(bytes.byteLength, sealedSize(size))
      assert.equal(plainSize(bytes.byteLength), size)
      assert.deepEqual(openPiece(bytes, key), chunk)
    }
  })

  it('a whole chunk makes a piece that workers accept', () => {
    assert(sealedSize(CHUNK_SIZE_BYTES) <= PIECE_SIZE_BYTES_MAX)
  })

  it('there is no piece of an empty chunk, neither to make nor to open', () => {
    assert.throws(() => sealPiece(new Uint8Array(0), random), { name: 'AssertionError' })
    for (const size of [0, PIECE_HEADER_LENGTH_BYTES, PIECE_HEADER_LENGTH_BYTES + 16]) {
      assertRefused(() => plainSize(size), `${size} bytes`, 'integrity')
    }
  })

  it('the same chunk sealed twice has two keys and nothing in common', () => {
    const chunk = random.bytes(1000)
    const first = sealPiece(chunk, random)
    const second = sealPiece(chunk, random)
    assert.notDeepEqual(first.key, second.key)
    assert.notDeepEqual(first.bytes.subarray(8, 40), second.bytes.subarray(8, 40))
  })

  it('equal segments of one piece have nothing in common: no nonce is used twice', () => {
    const { bytes } = sealPiece(new Uint8Array(4 * SEGMENT_SIZE_BYTES), random)
    const starts = [0, 1, 2, 3].map((segment) => bytes.slice(segmentOffset(segment), segmentOffset(segment) + 16))
    assert.equal(new Set(starts.map(toHex)).size, 4)
  })

  it('replays from the same random bytes', () => {
    const chunk = random.bytes(100)
    assert.deepEqual(sealPiece(chunk, new SeededRandom(1)), sealPiece(chunk, new SeededRandom(1)))
  })

  it('the results own their whole buffer, and a slice of them is a copy', () => {
    const { bytes, key } = sealPiece(random.bytes(100), random)
    for (const result of [bytes, openPiece(bytes, key)]) {
      assert.equal(Object.getPrototypeOf(result), Uint8Array.prototype)
      assert.equal(result.buffer.byteLength, result.byteLength)
    }
  })

  it('another piece’s key is refused', () => {
    const { bytes } = sealPiece(random.bytes(100), random)
    const { key } = sealPiece(random.bytes(100), random)
    assertRefused(() => openPiece(bytes, key), 'wrong key', 'integrity')
  })

  it('another version or suite is refused as unknown, not as damaged', () => {
    for (const at of [6, 7]) {
      const { bytes, key } = sealPiece(random.bytes(100), random)
      bytes[at] = 2
      assertRefused(() => openPiece(bytes, key), `byte ${at}`, 'version-unknown')
    }
  })

  it('a piece cut after a whole segment is refused: it lacks the one marked as last', () => {
    const { bytes, key } = sealPiece(random.bytes(3 * SEGMENT_SIZE_BYTES), random)
    for (const segments of [1, 2]) {
      assertRefused(() => openPiece(bytes.subarray(0, segmentOffset(segments)), key), `${segments} of 3`, 'integrity')
    }
  })

  it('a cut near the end of a segment, or of the piece, is refused', () => {
    const { bytes, key } = sealPiece(random.bytes(2 * SEGMENT_SIZE_BYTES + 100), random)
    for (const near of [segmentOffset(1), segmentOffset(2), bytes.byteLength]) {
      for (let length = near - 20; length < Math.min(near + 20, bytes.byteLength); length++) {
        assertRefused(() => openPiece(bytes.subarray(0, length), key), `cut to ${length}`, 'integrity')
      }
    }
  })

  it('a segment appended, repeated, left out or swapped with another is refused', () => {
    const { bytes, key } = sealPiece(random.bytes(4 * SEGMENT_SIZE_BYTES), random)
    const part = (from: number, to: number) => bytes.subarray(segmentOffset(from), segmentOffset(to))
    const header = bytes.subarray(0, PIECE_HEADER_LENGTH_BYTES)
    const wrong: Record<string, Uint8Array> = {
      'the last one twice': Buffer.concat([bytes, part(3, 4)]),
      'the first one twice': Buffer.concat([header, part(0, 1), part(0, 4)]),
      'without the first': Buffer.concat([header, part(1, 4)]),
      'without the second': Buffer.concat([header, part(0, 1), part(2, 4)]),
      'the first and the last swapped': swapSegments(bytes, 0, 3),
      'two in the middle swapped': swapSegments(bytes, 1, 2),
    }
    for (const [what, piece] of Object.entries(wrong)) assertRefused(() => openPiece(piece, key), what, 'integrity')
  })

  it('segments of two pieces cannot be mixed', () => {
    const one = sealPiece(random.bytes(2 * SEGMENT_SIZE_BYTES), random)
    const other = sealPiece(random.bytes(2 * SEGMENT_SIZE_BYTES), random)
    const mixed = Buffer.concat([one.bytes.subarray(0, segmentOffset(1)), other.bytes.subarray(segmentOffset(1))])
    assertRefused(() => openPiece(mixed, one.key), 'mixed', 'integrity')
  })
})

describe('ranges of a piece', () => {
  const pieces = SIZES.map((size) => {
    const chunk = random.bytes(size)
    return { chunk, ...sealPiece(chunk, random) }
  })

  it('any range is the same bytes as of the chunk, and fetches no segment too many', () => {
    const arbitrary = fc.record({ piece: fc.nat(pieces.length - 1), from: fc.nat(), length: fc.nat() })
    fc.assert(
      fc.property(arbitrary, ({ piece, from, length }) => {
        const { chunk, bytes, key } = pieces[piece] ?? assert.fail()
        const offset = from % chunk.byteLength
        const lengthBytes = 1 + (length % (chunk.byteLength - offset))
        assert.deepEqual(readRange(bytes, key, offset, lengthBytes), chunk.subarray(offset, offset + lengthBytes))
        const fetched = segmentRange(bytes.byteLength, offset, lengthBytes).lengthBytes
        const segments =
          Math.floor((offset + lengthBytes - 1) / SEGMENT_SIZE_BYTES) - Math.floor(offset / SEGMENT_SIZE_BYTES) + 1
        assert(fetched <= segments * SEALED_SEGMENT_SIZE_BYTES)
      }),
      { numRuns: 300 },
    )
  })

  it('around the edges of segments', () => {
    for (const { chunk, bytes, key } of pieces) {
      for (const edge of [0, SEGMENT_SIZE_BYTES, 2 * SEGMENT_SIZE_BYTES, chunk.byteLength]) {
        for (const offset of [edge - 1, edge]) {
          for (const lengthBytes of [1, 2]) {
            if (offset < 0 || offset + lengthBytes > chunk.byteLength) continue
            assert.deepEqual(readRange(bytes, key, offset, lengthBytes), chunk.subarray(offset, offset + lengthBytes))
          }
        }
      }
    }
  })

  it('a range beyond what the piece holds is refused', () => {
    const size = sealedSize(SEGMENT_SIZE_BYTES)
    assertRefused(() => segmentRange(size, SEGMENT_SIZE_BYTES, 1), 'behind the end', 'integrity')
    assertRefused(() => segmentRange(size, SEGMENT_SIZE_BYTES - 1, 2), 'across the end', 'integrity')
  })

  it('a worker that sends other segments, too few bytes or too many is found out', () => {
    const { bytes, key } = sealPiece(random.bytes(4 * SEGMENT_SIZE_BYTES - 10), random)
    const size = bytes.byteLength
    const part = (from: number, to: number) => bytes.subarray(segmentOffset(from), Math.min(segmentOffset(to), size))
    const refused = (what: string, first: number, sent: Uint8Array, pieceSizeBytes = size) =>
      assertRefused(() => openSegments(key, first, sent, pieceSizeBytes), what, 'integrity')
    refused('the segment before', 1, part(0, 1))
    refused('the segment after', 1, part(2, 3))
    refused('nothing', 1, part(1, 1))
    refused('a byte less', 1, part(1, 2).subarray(1))
    refused('a byte more', 1, bytes.subarray(segmentOffset(1), segmentOffset(2) + 1))
    refused('the last without its end', 3, part(3, 4).subarray(0, -1))
    refused('more than the piece', 3, Buffer.concat([part(3, 4), part(0, 1)]))
    refused('one bit flipped', 2, part(2, 3).with(5000, (part(2, 3)[5000] ?? 0) ^ 1))
  })

  it('a wrong word about the size of the piece cannot turn a middle segment into the last, nor the last into a middle one', () => {
    const { bytes, key } = sealPiece(random.bytes(3 * SEGMENT_SIZE_BYTES), random)
    const part = (from: number, to: number) => bytes.subarray(segmentOffset(from), segmentOffset(to))
    assertRefused(() => openSegments(key, 1, part(1, 2), segmentOffset(2)), 'shorter', 'integrity')
    assertRefused(() => openSegments(key, 2, part(2, 3), segmentOffset(4)), 'longer', 'integrity')
    assertRefused(() => openSegments(key, 2, part(2, 3), segmentOffset(3) + 16), 'impossible', 'integrity')
    assert.equal(openSegments(key, 1, part(1, 2), segmentOffset(4)).byteLength, SEGMENT_SIZE_BYTES)
  })
})
