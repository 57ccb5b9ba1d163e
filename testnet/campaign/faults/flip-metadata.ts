import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { flipMetadata } from '../../damage/flip-metadata/flip-metadata.ts'
import { sampleMetadata, sampleWithLog } from '../../damage/flip-metadata/sample.ts'
import { flipMetadataThroughProcesses } from '../../damage/flip-metadata/through-processes.ts'
import { startTestnet } from '../../start.ts'
import type { Fault } from '../fault.ts'

const FLIPS_THROUGH_PROCESSES = 32

/** Not the campaign's own swarm is damaged: what is put back afterwards would be older than what its clients were told. */
export const flipMetadataFault: Fault = {
  name: 'flip-metadata',
  what: 'every byte of a small metadata file flipped',
  rounds: 1,
  roundsShort: 0,
  async play(round) {
    await round.load.end()
    const random = new SeededRandom(round.random.below(2 ** 32))
    const folder = await mkdtemp(join(tmpdir(), 'hiro-flip-metadata-'))
    try {
      const sample = await sampleMetadata(folder, random.fork('sample'))
      const withLog = await sampleWithLog(folder, sample, random.fork('log'))
      for (const [one, every] of [
        [sample, { file: 1, log: 1, witness: 1 }],
        [withLog, { file: 16, log: 1, witness: 1 }],
      ] as const) {
        const { flips, verdicts, violations } = await flipMetadata(one, {
          folder,
          random: random.fork(one.name),
          every,
        })
        round.measure(`${one.name}: flips`, flips)
        for (const [verdict, count] of Object.entries(verdicts)) round.measure(`${one.name}: ${verdict}`, count)
        for (const what of violations) round.violated(what)
      }
      const net = await startTestnet({ dir: join(folder, 'swarm'), workers: 3 })
      try {
        const { violations, ...counts } = await flipMetadataThroughProcesses(net, random, FLIPS_THROUGH_PROCESSES)
        for (const [name, count] of Object.entries(counts)) round.measure(`through processes: ${name}`, count)
        for (const what of violations) round.violated(what)
      } finally {
        await net.down()
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}
