import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { packed } from './packed.ts'

const CHUNK = 100

function range(offset: number, length: number): { offset: number; bytes: Uint8Array } {
  return { offset, bytes: Uint8Array.from({ length }, (_, at) => (offset + at) & 0xff) }
}

describe('packed', () => {
  it('every byte is in one piece, at the place that its part says, and no piece is larger than a chunk', () => {
    const lengths = fc.array(fc.record({ gap: fc.nat(5), length: fc.integer({ min: 1, max: 350 }) }), { maxLength: 30 })
    fc.assert(
      fc.property(lengths, (all) => {
        let at = 0
        const ranges = all.map(({ gap, length }) => {
          const made = range(at + gap, length)
          at += gap + length
          return made
        })
        let end = 0
        for (const { parts, plain } of packed(ranges, CHUNK)) {
          const bytes = plain()
          assert(bytes.byteLength > 0 && bytes.byteLength <= CHUNK)
          assert.equal(
            parts.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0),
            bytes.byteLength,
          )
          for (const { offset, lengthBytes, pieceOffset } of parts) {
            assert(offset >= end)
            end = offset + lengthBytes
            for (let n = 0; n < lengthBytes; n++) assert.equal(bytes[pieceOffset + n], (offset + n) & 0xff)
          }
        }
        const told = packed(ranges, CHUNK).flatMap(({ parts }) => parts)
        const sum = (lengths: number[]): number => lengths.reduce((a, b) => a + b, 0)
        assert.equal(sum(told.map((part) => part.lengthBytes)), sum(ranges.map(({ bytes }) => bytes.byteLength)))
      }),
    )
  })

  it('small writes share a piece, a chunk has its own', () => {
    const pieces = packed([range(0, 10), range(50, 10), range(100, 100), range(300, 10)], CHUNK)
    assert.deepEqual(
      pieces.map(({ parts }) => parts.map(({ offset }) => offset)),
      [[0, 50], [100], [300]],
    )
  })
})
