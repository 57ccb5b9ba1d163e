import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { seconds } from './file-times.ts'

describe('seconds', () => {
  it('every time comes back to the millisecond, before and after 1970 and 2038', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hiro-times-'))
    const random = new SeededRandom('times')
    try {
      const times = Array.from({ length: 2_000 }, () => random.below(2 ** 32) * 700 + random.below(1000) - 4 * 10 ** 11)
      for (const ms of [0, -1, 1, -1000, 999, 1_600_000_000_000, ...times]) {
        utimesSync(folder, seconds(ms), seconds(ms))
        assert.equal(Math.floor(statSync(folder).mtimeMs), ms)
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
