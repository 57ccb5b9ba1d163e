import assert from 'node:assert/strict'
import { BackupProgress } from './progress.ts'

describe('how far backups are', () => {
  it('alarming: none yet, and one that is older than three intervals and a minute; not where all is well', () => {
    const progress = new BackupProgress(60_000)
    assert.equal(progress.view(0).condition, 'no-key')
    progress.keyKnown()
    assert.equal(progress.view(0).condition, 'none')
    progress.confirmed(7, 1_000)
    assert.deepEqual(progress.view(241_000), { condition: 'ok', ageMs: 240_000 })
    assert.deepEqual(progress.view(241_001), { condition: 'old', ageMs: 240_001 })
    progress.lost()
    assert.equal(progress.view(0).condition, 'none')
  })

  it('a coordinator that makes none, or knows no vault yet, holds nothing back', () => {
    assert(new BackupProgress(0).covers(99))
    assert.equal(new BackupProgress(0).view(5).condition, 'off')
    assert(new BackupProgress(60_000).covers(99))
  })

  it('who waits is woken, and what is covered stays so', () => {
    const progress = new BackupProgress(60_000)
    progress.keyKnown()
    let woken = 0
    const stop = progress.watch(() => woken++)
    assert.equal(progress.covers(7), false)
    progress.confirmed(7, 0)
    assert.deepEqual([woken, progress.covers(7), progress.covers(8)], [1, true, false])
    stop()
    progress.confirmed(8, 0)
    assert.equal(woken, 1)
  })
})
