import assert from 'node:assert/strict'
import { lockStory } from './lock-story-fixture.ts'

const SEEDS = 40
const SEEDS_PER_TEST = 20

describe('a counter that clients raise under a lock, on simulated clock, network and disks', function () {
  this.timeout(120_000)

  for (let first = 1; first <= SEEDS; first += SEEDS_PER_TEST) {
    it(`seeds ${first} … ${first + SEEDS_PER_TEST - 1}, each with faults: no raise is lost`, async () => {
      let raised = 0
      for (let seed = first; seed < first + SEEDS_PER_TEST; seed++) {
        const told = await lockStory(seed)
        assert.deepEqual(told.violations, [], told.lines.join('\n'))
        raised += told.raised
      }
      assert(raised > 5 * SEEDS_PER_TEST, `raised ${raised} times only`)
    })
  }
})
