import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { type FuzzResult, fuzzInMemory } from '../../damage/fuzz/fuzz-in-memory.ts'
import { FuzzedSwarm } from '../../damage/fuzz/fuzz-over-sockets.ts'
import { fuzzedProtocols } from '../../damage/fuzz/target.ts'
import type { Fault } from '../fault.ts'
import type { Round } from '../round.ts'

const FRAMES_IN_MEMORY = 100_000
const FRAMES_OVER_SOCKETS = 2_000

export const fuzzFramesFault: Fault = {
  name: 'fuzz-frames',
  what: '100,000 hostile frames in memory and 2,000 over sockets, per protocol',
  rounds: 1,
  roundsShort: 0,
  async play(round) {
    await round.load.end()
    const random = new SeededRandom(round.random.below(2 ** 32))
    const folder = await mkdtemp(join(tmpdir(), 'hiro-fuzz-'))
    try {
      for (const protocol of fuzzedProtocols) {
        const options = { protocol, frames: FRAMES_IN_MEMORY, random: random.fork(`memory ${protocol}`) }
        tell(round, 'memory', await fuzzInMemory(options))
      }
      await using swarm = await FuzzedSwarm.start(folder, random.fork('swarm'))
      for (const protocol of fuzzedProtocols) {
        tell(round, 'sockets', await swarm.fuzz(protocol, FRAMES_OVER_SOCKETS, random.fork(`sockets ${protocol}`)))
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

function tell(round: Round, where: string, { protocol, frames, served, grownBytes, violations }: FuzzResult): void {
  round.measure(`${where}, ${protocol}: frames`, frames)
  round.measure(`${where}, ${protocol}: honest reads`, served)
  round.measure(`${where}, ${protocol}: memory grown KiB`, Math.round(grownBytes / 1024))
  for (const what of violations) round.violated(`${where}, ${protocol}: ${what}`)
}
