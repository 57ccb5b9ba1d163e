import assert from 'node:assert/strict'
import type { SeededRandom } from '../../shared/random/seeded-random.ts'
import { makePlace, ownSwarm, type Place } from '../specs/swarm-fixture.ts'
import { flipMetadataThroughProcesses } from './flip-metadata/through-processes.ts'
import { flipThroughProcesses } from './flip-piece/through-processes.ts'
import { FuzzedSwarm } from './fuzz/fuzz-over-sockets.ts'
import { fuzzedProtocols } from './fuzz/target.ts'

export interface HowMuch {
  readonly even: number
  readonly atRandom: number
  readonly batch: number
  readonly metadataFlips: number
  /** Per protocol. */
  readonly frames: number
}

/** What is tried in one process thousands of times, some times through real ones. */
export function realProcessesSuite(
  random: SeededRandom,
  { even, atRandom, batch, metadataFlips, frames }: HowMuch,
): void {
  describe('bytes flipped on the disks of real processes', () => {
    const swarm = ownSwarm({ workers: 3 })

    it('of pieces: the bytes come from another copy; where all are flipped the read fails and gives none; a check names each', async () => {
      const { net } = swarm
      const { violations, flips, detected, wrongBytes } = await flipThroughProcesses({
        net,
        random,
        even,
        atRandom,
        batch,
      })
      assert.deepEqual({ violations, detected, wrongBytes }, { violations: [], detected: flips, wrongBytes: 0 })
    })

    it('of metadata: the coordinator says how to restore them, or serves what it did', async () => {
      const { violations } = await flipMetadataThroughProcesses(swarm.net, random.fork('metadata'), metadataFlips)
      assert.deepEqual(violations, [])
    })
  })

  describe('hostile frames over sockets', () => {
    let place: Place
    let swarm: FuzzedSwarm
    before(async () => {
      place = await makePlace()
      swarm = await FuzzedSwarm.start(place.folder, random.fork('swarm'))
    })
    after(async () => {
      await swarm[Symbol.asyncDispose]()
      await place[Symbol.asyncDispose]()
    })

    for (const protocol of fuzzedProtocols) {
      it(`${frames} of ${protocol}: no process ends, memory stays flat, and clients are served`, async () => {
        const { violations, served } = await swarm.fuzz(protocol, frames, random.fork(protocol))
        assert.deepEqual(violations, [])
        assert.ok(served >= 2, `${served} served`)
      })
    }
  })
}
