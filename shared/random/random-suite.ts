import assert from 'node:assert/strict'
import type { Random } from './random.ts'

/** What every engine of the Random port keeps. The bounds on chance are wide: a right engine misses them less than once in 10^9 runs. */
export function randomSuite(name: string, make: () => Random): void {
  describe(`random: ${name}`, () => {
    it('gives as many bytes as asked for, also none and more than a block', () => {
      const random = make()
      for (const length of [0, 1, 3, 32, 65_537, 200_000]) assert.equal(random.bytes(length).byteLength, length)
    })

    it('gives new bytes each time, in an array of the caller’s own', () => {
      const random = make()
      const first = random.bytes(32)
      const second = random.bytes(32)
      assert.notDeepEqual(first, second)
      assert.notEqual(first.buffer, second.buffer)
      assert.equal(first.buffer.byteLength, 32)
    })

    it('gives nothing twice, whatever lengths are asked for', () => {
      const random = make()
      const drawn = Array.from({ length: 10_000 }, (_, at) => random.bytes(16 + (at % 60)).subarray(0, 16))
      assert.equal(new Set(drawn.map((bytes) => Buffer.from(bytes).toString('hex'))).size, drawn.length)
    })

    it('uses every value of every byte', () => {
      const bytes = make().bytes(64_000)
      for (let place = 0; place < 4; place++) {
        assert.equal(new Set(bytes.filter((_, at) => at % 4 === place)).size, 256)
      }
    })

    it('gives every whole number below the bound equally often', () => {
      const random = make()
      const counts = Array.from({ length: 6 }, () => 0)
      for (let i = 0; i < 60_000; i++) {
        const drawn = random.below(6)
        counts[drawn] = (counts[drawn] ?? 0) + 1
      }
      for (const count of counts) assert(count > 9_300 && count < 10_700, `${counts}`)
      assert.equal(counts.length, 6)
    })

    it('does not favour small numbers when the bound does not divide 2^32', () => {
      const random = make()
      let small = 0
      for (let i = 0; i < 9_000; i++) if (random.below(3 * 2 ** 30) < 2 ** 30) small++
      assert(small > 2_650 && small < 3_350, `${small} of 9000 in the first third`)
    })

    it('takes bounds from 1 to 2^32 and no others', () => {
      const random = make()
      assert.equal(random.below(1), 0)
      let most = 0
      for (let i = 0; i < 100; i++) most = Math.max(most, random.below(2 ** 32))
      assert(most > 2 ** 31 && most < 2 ** 32)
      for (const bound of [0, -1, 1.5, 2 ** 32 + 1, Number.NaN]) assert.throws(() => random.below(bound), `${bound}`)
    })
  })
}
