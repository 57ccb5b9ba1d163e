import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { hasCode } from '../../shared/errors.ts'
import { plainSize, SEALED_SEGMENT_SIZE_BYTES, sealedSize } from './piece-format.ts'

describe('sizes of pieces', () => {
  it('every plaintext size has one sealed size, and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (plain) => {
        assert.equal(plainSize(sealedSize(plain)), plain)
        assert(sealedSize(plain + 1) > sealedSize(plain))
      }),
      { numRuns: 1000 },
    )
  })

  it('every other sealed size is refused', () => {
    let refused = 0
    for (let size = -1; size < 2 * SEALED_SEGMENT_SIZE_BYTES; size++) {
      try {
        assert.equal(sealedSize(plainSize(size)), size)
      } catch (error) {
        assert(hasCode(error, 'integrity'), String(error))
        refused++
      }
    }
    // Below the smallest piece (8 + 16 + 1 bytes), and the 16 that end within a tag or in a segment of nothing.
    assert.equal(refused, 26 + 16)
    for (const size of [100.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) assert.throws(() => plainSize(size))
  })
})
