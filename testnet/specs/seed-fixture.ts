import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { systemRandom } from '../../shared/random/system-random.ts'

const seed = process.env['HIRO_TEST_SEED'] ?? String(systemRandom.below(2 ** 32))

/** Chance that is another in each run, and is told when a test of the suite that this is called in fails, so that it can be played again. Real processes add chance of their own. */
export function chance(label: string): SeededRandom {
  afterEach(function () {
    if (this.currentTest?.state === 'failed') console.log(`      again with the same chance: HIRO_TEST_SEED=${seed}`)
  })
  return new SeededRandom(seed).fork(label)
}
