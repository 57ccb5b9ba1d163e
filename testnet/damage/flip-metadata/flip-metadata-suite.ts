import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { type FlipMetadataOptions, flipMetadata } from './flip-metadata.ts'
import { type SampleMetadata, sampleMetadata, sampleWithLog } from './sample.ts'

/** Every so many-th byte of a file, of a file that has a log, and of that log. */
export function flipMetadataSuite(random: SeededRandom, every: { file: number; withLog: number; log: number }): void {
  describe('a flipped byte of metadata', () => {
    let folder: string
    let sample: SampleMetadata

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'hiro-flip-metadata-'))
      sample = await sampleMetadata(folder, random.fork('sample'))
    })
    after(() => rmSync(folder, { recursive: true }))

    async function flipAll(sample: SampleMetadata, every: FlipMetadataOptions['every']): Promise<void> {
      const { flips, verdicts, violations } = await flipMetadata(sample, {
        folder,
        random: random.fork('flips'),
        every,
      })
      assert.deepEqual(violations, [])
      const { refused, harmless } = verdicts
      assert.ok(flips > 100 && refused > 0 && harmless > 0 && verdicts['refused in part'] > 0, JSON.stringify(verdicts))
    }

    it('in the file is refused with the way to restore them, or harms nobody', async () => {
      await flipAll(sample, { file: every.file, log: 1, witness: 1 })
    })

    it('in the file or log of a killed coordinator is refused, or harms nobody', async () => {
      await flipAll(await sampleWithLog(folder, sample, random.fork('log')), {
        file: every.withLog,
        log: every.log,
        witness: 1,
      })
    })
  })
}
