import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { flipPieces } from '../../damage/flip-piece/flip-piece.ts'
import { flipThroughProcesses } from '../../damage/flip-piece/through-processes.ts'
import { startTestnet } from '../../start.ts'
import type { Fault } from '../fault.ts'

export const flipPieceFault: Fault = {
  name: 'flip-piece',
  what: 'every byte of a 64 KiB piece flipped at the store port; 64 and 200 random ones through processes',
  rounds: 1,
  roundsShort: 0,
  async play(round) {
    await round.load.end()
    const random = new SeededRandom(round.random.below(2 ** 32))
    const folder = await mkdtemp(join(tmpdir(), 'hiro-flip-piece-'))
    try {
      const results = await flipPieces({ folder, random, every: { port: 1, disk: 16 } })
      const net = await startTestnet({ dir: join(folder, 'swarm'), workers: 3 })
      try {
        results.push(await flipThroughProcesses({ net, random, even: 64, atRandom: 200, batch: 66 }))
      } finally {
        await net.down()
      }
      for (const { where, flips, detected, wrongBytes, violations } of results) {
        round.measure(`${where}: flips`, flips)
        round.measure(`${where}: missed`, flips - detected, 0)
        round.measure(`${where}: wrong bytes given out`, wrongBytes, 0)
        for (const what of violations) round.violated(what)
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}
