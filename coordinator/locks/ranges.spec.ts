import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { LOCK_END_MAX } from '../../shared/limits.ts'
import {
  compacted,
  conflicts,
  FLOCK,
  fenceOf,
  type HeldLock,
  POSIX,
  type WantedLock,
  wholeOf,
  withLock,
  without,
} from './ranges.ts'

const BYTES = 12
const owners = ['a', 'b', 'c'].map((owner) => ({ session: owner === 'c' ? 's2' : 's1', owner, kind: POSIX }))

/** What one owner has of one byte. */
interface Cell {
  readonly exclusive: boolean
  readonly fence: number
}

/** By owner, then by byte: as simple as it can be. */
class Model {
  readonly cells = owners.map(() => Array.from({ length: BYTES }, (): Cell | undefined => undefined))

  lock(at: number, { start, end, exclusive }: WantedLock, fence: number): boolean {
    for (const [other, row] of this.cells.entries()) {
      if (other === at) continue
      for (const cell of row.slice(start, end + 1)) if (cell && (cell.exclusive || exclusive)) return false
    }
    const row = this.cells[at] ?? []
    for (let byte = start; byte <= end; byte++) if (row[byte]?.exclusive !== exclusive) row[byte] = { exclusive, fence }
    return true
  }

  unlock(at: number, { start, end }: { start: number; end: number }): void {
    this.cells[at]?.fill(undefined, start, end + 1)
  }

  /** How many locks a kernel would show: stretches of one owner and mode. */
  get stretches(): number {
    const begins = (row: (Cell | undefined)[]): number =>
      row.filter((cell, at) => cell && cell.exclusive !== row[at - 1]?.exclusive).length
    return this.cells.reduce((sum, row) => sum + begins(row), 0)
  }
}

function cellsOf(held: readonly HeldLock[]): (Cell | undefined)[][] {
  return owners.map(({ session, owner }) =>
    Array.from({ length: BYTES }, (_, byte) => {
      const there = held.filter(
        (lock) => lock.session === session && lock.owner === owner && lock.start <= byte && byte <= lock.end,
      )
      assert(there.length <= 1, `byte ${byte} twice`)
      const [lock] = there
      return lock && { exclusive: lock.exclusive, fence: lock.fence }
    }),
  )
}

const command = fc.record({
  at: fc.nat({ max: owners.length - 1 }),
  what: fc.constantFrom('lock', 'lock', 'unlock'),
  exclusive: fc.boolean(),
  start: fc.nat({ max: BYTES - 1 }),
  length: fc.integer({ min: 1, max: BYTES }),
})

describe('ranges that are locked', () => {
  it('are what a model has that keeps every byte by itself: who is in the way, what is split, merged, changed, and under which fence', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const model = new Model()
        let held: HeldLock[] = []
        for (const [step, { at, what, exclusive, start, length }] of commands.entries()) {
          const owner = owners[at] ?? assert.fail()
          const wanted = { ...owner, exclusive, start, end: Math.min(BYTES - 1, start + length - 1) }
          if (what === 'unlock') {
            held = without(held, owner, wanted)
            model.unlock(at, wanted)
          } else {
            const isFree = !held.some((lock) => conflicts(lock, wanted))
            const fence = 100 + step
            assert.equal(isFree, model.lock(at, wanted, fence))
            const before = fenceOf(held, wanted)
            if (isFree) held = withLock(held, wanted).map((lock) => (lock.fence === 0 ? { ...lock, fence } : lock))
            if (isFree && before === undefined) assert.equal(fenceOf(held, wanted), fence)
            if (isFree && before !== undefined) assert.equal(fenceOf(held, wanted), before)
          }
          assert.deepEqual(cellsOf(held), model.cells)
          assert.equal(compacted(held).length, model.stretches)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('go to the last byte that there can be', () => {
    const owner = owners[0] ?? assert.fail()
    const all = { ...owner, exclusive: true, start: 0, end: LOCK_END_MAX }
    const held = withLock([], all)
    assert.deepEqual(without(held, owner, { start: LOCK_END_MAX, end: LOCK_END_MAX }), [
      { ...all, end: LOCK_END_MAX - 1, fence: 0 },
    ])
    assert.deepEqual(without(held, owner, all), [])
  })

  it('of the two kinds do not see each other, and one owner is another in another session', () => {
    const one: WantedLock = { session: 's1', owner: 'a', kind: FLOCK, exclusive: true, start: 0, end: LOCK_END_MAX }
    assert.equal(conflicts(one, { ...one, kind: POSIX, owner: 'b' }), false)
    assert.equal(conflicts(one, one), false)
    assert.equal(conflicts(one, { ...one, session: 's2' }), true)
    assert.equal(conflicts({ ...one, exclusive: false }, { ...one, session: 's2', exclusive: false }), false)
  })

  it('that were locked one after the other are shown in one piece', () => {
    const owner = owners[0] ?? assert.fail()
    const one = { ...owner, exclusive: true }
    const held = [
      { ...one, start: 0, end: 4, fence: 7 },
      { ...one, start: 5, end: 9, fence: 8 },
      { ...one, start: 11, end: 12, fence: 9 },
      { ...one, exclusive: false, start: 10, end: 10, fence: 10 },
    ]
    assert.deepEqual(wholeOf(held, held[1] ?? assert.fail()), { ...one, start: 0, end: 9, fence: 8 })
  })
})
