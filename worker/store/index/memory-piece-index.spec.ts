import assert from 'node:assert/strict'
import { SimulatedClock } from '../../../shared/clock/simulated-clock.ts'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { MemoryPieceIndex } from './memory-piece-index.ts'
import type { IndexRow } from './piece-index.ts'
import { pieceIndexSuite } from './piece-index-suite.ts'

const row = (cid: string): IndexRow => ({ cid, sizeBytes: 1, revision: 1, receiptDue: true, inline: false, bad: false })

pieceIndexSuite('memory', async () => {
  let index = new MemoryPieceIndex({ clock: new SimulatedClock(), random: new SeededRandom(1) })
  return {
    index,
    reopen: async () => {
      await index.close()
      index = index.reopen()
      return index
    },
    remove: async () => {},
  }
})

describe('MemoryPieceIndex and loss of power', () => {
  it('keeps what was committed; of commits under way, whole ones, the first first', async () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 50; seed++) {
      const clock = new SimulatedClock()
      const index = new MemoryPieceIndex({ clock, random: new SeededRandom(seed), commitMs: 20 })
      await clock.drive(index.commit([{ kind: 'put', row: row('a') }]))
      let settled = false
      for (const cids of [['b', 'c'], ['d']]) {
        void index.commit(cids.map((cid) => ({ kind: 'put', row: row(cid) }))).finally(() => {
          settled = true
        })
      }
      const found = index.crash()
      await clock.advance(1000)
      assert.equal(settled, false)
      assert.equal(found.storeId, index.storeId)
      const cids = ['a', 'b', 'c', 'd']
      const rows = await Promise.all(cids.map((cid) => found.get(cid)))
      seen.add(cids.filter((_, i) => rows[i] !== undefined).join(''))
    }
    assert.deepEqual([...seen].toSorted(), ['a', 'abc', 'abcd'])
  })
  it('decays as an index on a disk does: integrity for row or bytes, no receipt, until the piece is put anew', async () => {
    const clock = new SimulatedClock()
    const index = new MemoryPieceIndex({ clock, random: new SeededRandom(1) })
    const put = (cid: string) =>
      index.commit([
        { kind: 'put', row: { ...row(cid), inline: true, receiptDue: true }, inlineBytes: Buffer.from(cid) },
      ])
    await Promise.all(['a', 'b', 'c'].map(put))
    index.damage('a', 'row')
    index.damage('a', 'bytes')
    index.damage('b', 'bytes')
    const found = index.crash()
    await assert.rejects(found.get('a'), { code: 'integrity' })
    await assert.rejects(found.inlineBytes('b'), { code: 'integrity' })
    assert.deepEqual([(await found.get('b'))?.cid, (await found.inlineBytes('c'))?.byteLength], ['b', 1])
    assert.deepEqual(
      (await found.receiptsDue(10)).map(({ cid }) => cid),
      ['b', 'c'],
    )
    const { pieces, damagedRows } = await found.totals()
    assert.deepEqual([pieces, damagedRows], [2, 1])
    await found.commit([{ kind: 'put', row: row('a') }])
    assert.equal((await found.get('a'))?.cid, 'a')
  })
})
