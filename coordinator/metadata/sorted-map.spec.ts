import assert from 'node:assert/strict'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { SortedMap } from './sorted-map.ts'

describe('SortedMap', () => {
  it('is a plain sorted map through growth and shrinking by the thousand (seeded)', () => {
    const random = new SeededRandom(7)
    const map = new SortedMap()
    const model = new Map<string, Uint8Array>()
    for (const deletes of [1, 3, 9, 10, 2]) {
      for (let n = 0; n < 10_000; n++) {
        const key = random.below(20_000).toString(36)
        if (random.below(10) < deletes) {
          map.delete(key)
          model.delete(key)
        } else {
          const value = Uint8Array.of(n & 255)
          map.set(key, value)
          model.set(key, value)
        }
      }
      const sorted = [...model].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => ({ key, value }))
      assert.equal(map.size, sorted.length)
      assert.deepEqual(map.scan('', '~', 100_000), sorted)
      for (let n = 0; n < 200; n++) {
        const start = random.below(20_000).toString(36)
        const end = random.below(20_000).toString(36)
        const limit = 1 + random.below(2000)
        const expected = sorted.filter(({ key }) => start <= key && key < end).slice(0, limit)
        assert.deepEqual(map.scan(start, end, limit), expected)
        assert.equal(map.get(start), model.get(start))
      }
    }
  })
})
