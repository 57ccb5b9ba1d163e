import assert from 'node:assert/strict'
import { ReadSet, RecentWrites } from './conflicts.ts'

const ALL = Number.POSITIVE_INFINITY

function reading(...keys: string[]): ReadSet {
  const reads = new ReadSet()
  for (const key of keys) reads.addKey(key)
  return reads
}

describe('RecentWrites', () => {
  it('finds the newest commit after the snapshot, and up to the bound, that wrote what was read', () => {
    const recent = new RecentWrites()
    recent.record(11, ['a', 'b'])
    recent.record(12, ['c'])
    recent.record(13, ['a'])
    assert.equal(recent.conflict(reading('a'), 10, ALL)?.revision, 13)
    assert.equal(recent.conflict(reading('a'), 10, 12)?.revision, 11)
    assert.equal(recent.conflict(reading('a'), 13, ALL), undefined)
    assert.equal(recent.conflict(reading('b'), 11, ALL), undefined)
    assert.equal(recent.conflict(reading('d'), 10, ALL), undefined)
    recent.retract(13)
    assert.equal(recent.conflict(reading('a'), 10, ALL)?.revision, 11)
  })

  it('ranges hold their start and not their end', () => {
    const recent = new RecentWrites()
    recent.record(11, ['m'])
    for (const [start, end, held] of [
      ['m', 'n', true],
      ['a', 'm', false],
      ['a', 'm\0', true],
      ['m\0', 'z', false],
    ] as const) {
      const reads = new ReadSet()
      reads.addRange(start, end)
      assert.equal(recent.conflict(reads, 10, ALL) !== undefined, held, `${start} … ${end}`)
    }
  })

  it('what is older than its memory counts as a conflict for whoever has read, and only then', () => {
    const recent = new RecentWrites(100)
    for (let revision = 1; revision <= 1000; revision++) recent.record(revision, [`k/${revision}`])
    assert.deepEqual(Object.keys(recent.conflict(reading('other'), 800, ALL) ?? {}), ['revision'])
    assert.equal(recent.conflict(reading(), 800, ALL), undefined)
    assert.equal(recent.conflict(reading('other'), 960, ALL), undefined)
    assert.equal(recent.conflict(reading('k/970'), 960, ALL)?.revision, 970)
  })
})
