import assert from 'node:assert/strict'
import type { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { fuzzInMemory } from './fuzz-in-memory.ts'
import { fuzzedProtocols } from './target.ts'

export function fuzzSuite(random: SeededRandom, frames: number): void {
  for (const protocol of fuzzedProtocols) {
    it(`${frames} hostile frames of ${protocol}: nobody crashes, memory stays flat, and an honest client is served`, async () => {
      const { violations, served, streams } = await fuzzInMemory({ protocol, frames, random: random.fork(protocol) })
      assert.deepEqual(violations, [])
      assert.ok(served > 1 && streams > frames / 20, `${served} served, ${streams} streams`)
    })
  }
}
