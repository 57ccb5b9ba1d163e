import assert from 'node:assert/strict'
import { runSeed } from './run-seed.ts'

const SEEDS = 140
const SEEDS_PER_TEST = 20

describe('the whole swarm on simulated clock, network and disks', function () {
  this.timeout(300_000)

  for (let first = 1; first <= SEEDS; first += SEEDS_PER_TEST) {
    const last = first + SEEDS_PER_TEST - 1
    it(`seeds ${first} … ${last}, each with a crash: every promise is kept`, async () => {
      for (let seed = first; seed <= last; seed++) {
        const { violations, counts, lines } = await runSeed(seed)
        const story = `${lines.join('\n')}\nreplay it: npm run simulate -- --seed ${seed}`
        assert.deepEqual(violations, [], story)
        assert((counts['crash'] ?? 0) > 0, `nothing crashed in seed ${seed}`)
      }
    })
  }
})
