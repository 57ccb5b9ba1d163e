import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { type FlipPieceOptions, flipPieces } from './flip-piece.ts'

/** Of the one copy of a piece every so many-th byte: of what the store gives out, and of what lies on the disk. */
export function flipPieceSuite(random: SeededRandom, every: FlipPieceOptions['every']): void {
  it('a flipped byte of the one copy of a piece is noticed wherever it is, its worker named, and no byte given out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hiro-flip-piece-'))
    try {
      for (const { where, flips, detected, wrongBytes, violations } of await flipPieces({ folder, random, every })) {
        assert.deepEqual(
          { violations, detected, wrongBytes },
          { violations: [], detected: flips, wrongBytes: 0 },
          where,
        )
        assert.ok(flips > 50)
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
}
