import assert from 'node:assert/strict'
import { join } from 'node:path'
import { systemRandom } from '../../shared/random/system-random.ts'
import type { Fault } from '../campaign/fault.ts'
import { runCampaign } from '../campaign/run.ts'

export interface CampaignSuiteOptions {
  /** Whether what took too long is a violation too. */
  readonly timed: boolean
  readonly timeoutMs: number
}

/** The short form of each of these faults. What a failed round leaves stays in `campaign-results/`. */
export function campaignSuite(faults: readonly Fault[], { timed, timeoutMs }: CampaignSuiteOptions): void {
  describe('clients at work, everything judged by the ledger, when', function () {
    this.timeout(timeoutMs)
    const seed = process.env['HIRO_TEST_SEED'] ?? String(systemRandom.below(2 ** 32))
    for (const fault of faults) {
      it(`${fault.what}, ${fault.roundsShort === 1 ? 'once' : `${fault.roundsShort} times`}`, async function () {
        const folder = join(import.meta.dirname, '../../campaign-results')
        const options = { seed, timed, folder, rounds: () => fault.roundsShort, told: () => {} }
        const { rounds, skipped } = await runCampaign([fault], options)
        const [missing] = Object.values(skipped)
        if (missing !== undefined) {
          assert(process.env['CI'] === undefined, `${fault.name} has to be played here, and cannot: ${missing}`)
          console.log(`      not played on this machine: ${missing}`)
          this.skip()
        }
        const wrong = rounds.filter(({ violations }) => violations.length > 0)
        const lines = wrong.flatMap(({ seed, violations, folder }) => [`again: --seed ${seed}`, ...violations, folder])
        assert.deepEqual(lines, [])
        assert.equal(rounds.length, fault.roundsShort)
      })
    }
  })
}
