import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { ID_LENGTH_BYTES, newInodeId } from './ids.ts'
import { SeededRandom } from './random/seeded-random.ts'

describe('ids of files and folders', () => {
  const random = new SeededRandom('ids')
  const at = (ms: number): string => newInodeId({ random, clock: { now: () => ms, after: () => () => undefined } })

  it('made later are greater, made in one second lie together, and none is like another', () => {
    const [early, one, other, late] = [at(1_000), at(2_000), at(2_999), at(3_000)]
    assert.deepEqual([late, one, early, other].toSorted(), [early, ...[one, other].toSorted(), late])
    assert.equal(one.slice(0, 8), other.slice(0, 8))
    assert.notEqual(one, other)
  })

  it('have their length whatever the clock says', () => {
    for (const ms of [-1, 0, 2 ** 32 * 1000 - 1, 2 ** 32 * 1000, Number.MAX_SAFE_INTEGER])
      assert.match(at(ms), new RegExp(`^[0-9a-f]{${ID_LENGTH_BYTES * 2}}$`))
  })
})
