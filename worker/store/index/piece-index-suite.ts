import assert from 'node:assert/strict'
import { hasCode } from '../../../shared/errors.ts'
import type { IndexRow, PieceIndex } from './piece-index.ts'

export interface PieceIndexFixture {
  readonly index: PieceIndex
  /** Closes the index and opens it as the next process does. */
  reopen(): Promise<PieceIndex>
  remove(): Promise<void>
}

const row = (cid: string, more: Partial<IndexRow> = {}): IndexRow => ({
  cid,
  sizeBytes: 100,
  revision: 1,
  receiptDue: true,
  inline: false,
  bad: false,
  ...more,
})

/** What every piece index does. */
export function pieceIndexSuite(name: string, make: () => Promise<PieceIndexFixture>): void {
  describe(`PieceIndex: ${name}`, () => {
    let fixture: PieceIndexFixture
    let index: PieceIndex

    beforeEach(async () => {
      fixture = await make()
      index = fixture.index
    })

    afterEach(async () => {
      await index.close()
      await fixture.remove()
    })

    const put = (...rows: IndexRow[]): Promise<void> => index.commit(rows.map((row) => ({ kind: 'put', row })))
    const due = async (limit = 100): Promise<string[]> => (await index.receiptsDue(limit)).map(({ cid }) => cid)

    it('is empty at first and has a store id', async () => {
      assert.match(index.storeId, /^[0-9a-f]{32}$/)
      assert.equal(await index.get('a'), undefined)
      assert.equal(await index.inlineBytes('a'), undefined)
      assert.deepEqual(await index.totals(), { pieces: 0, sizeBytes: 0, damagedRows: 0, badCids: [] })
      assert.deepEqual(await due(), [])
    })

    it('keeps rows, bytes, receipts due and the store id when it is opened again', async () => {
      const { storeId } = index
      const inline = row('a', { inline: true, sizeBytes: 3, revision: 2 ** 53 - 1 })
      await index.commit([{ kind: 'put', row: inline, inlineBytes: Uint8Array.of(1, 2, 3) }])
      await put(row('b', { receiptDue: false }), row('c', { sizeBytes: 2 ** 40 }))
      index = await fixture.reopen()
      assert.equal(index.storeId, storeId)
      assert.deepEqual(await index.get('a'), inline)
      assert.deepEqual(await index.get('b'), row('b', { receiptDue: false }))
      assert.deepEqual(Buffer.from((await index.inlineBytes('a')) ?? []), Buffer.of(1, 2, 3))
      assert.equal(await index.inlineBytes('b'), undefined)
      assert.deepEqual(await due(), ['a', 'c'])
      assert.deepEqual(await index.totals(), { pieces: 3, sizeBytes: 2 ** 40 + 103, damagedRows: 0, badCids: [] })
    })

    it('keeps empty bytes apart from none', async () => {
      await index.commit([
        { kind: 'put', row: row('a', { inline: true, sizeBytes: 0 }), inlineBytes: new Uint8Array() },
      ])
      assert.equal((await index.inlineBytes('a'))?.byteLength, 0)
    })

    it('replaces row and bytes with a put, and updates a row without its bytes', async () => {
      const inline = row('a', { inline: true, sizeBytes: 1 })
      await index.commit([{ kind: 'put', row: inline, inlineBytes: Uint8Array.of(7) }])
      await index.commit([{ kind: 'update', row: { ...inline, revision: 9 } }])
      assert.equal((await index.get('a'))?.revision, 9)
      assert.deepEqual([...((await index.inlineBytes('a')) ?? [])], [7])
      await put(row('a'))
      assert.equal((await index.get('a'))?.inline, false)
      assert.equal(await index.inlineBytes('a'), undefined)
      assert.equal((await index.totals()).pieces, 1)
    })

    it('does not bring back with an update what was removed', async () => {
      await put(row('a'))
      await index.commit([{ kind: 'remove', cid: 'a' }])
      await index.commit([{ kind: 'update', row: row('a') }])
      assert.equal(await index.get('a'), undefined)
    })

    it('removes row, bytes and receipt; absent is no error', async () => {
      await index.commit([{ kind: 'put', row: row('a', { inline: true }), inlineBytes: Uint8Array.of(1) }])
      await index.commit([
        { kind: 'remove', cid: 'a' },
        { kind: 'remove', cid: 'never there' },
      ])
      assert.equal(await index.get('a'), undefined)
      assert.equal(await index.inlineBytes('a'), undefined)
      assert.deepEqual(await due(), [])
      assert.deepEqual(await index.totals(), { pieces: 0, sizeBytes: 0, damagedRows: 0, badCids: [] })
    })

    it('gives bytes that belong to the caller, and may have its buffers back after a commit', async () => {
      const bytes = Buffer.of(1, 2)
      await index.commit([{ kind: 'put', row: row('a', { inline: true }), inlineBytes: bytes }])
      bytes.fill(0)
      ;(await index.inlineBytes('a'))?.fill(0)
      assert.deepEqual([...((await index.inlineBytes('a')) ?? [])], [1, 2])
    })

    it('lists receipts due in the order in which they became due, also after it is opened again', async () => {
      await put(row('c'), row('a'))
      await put(row('b'))
      assert.deepEqual(await due(), ['c', 'a', 'b'])
      assert.deepEqual(await due(2), ['c', 'a'])
      await index.commit([{ kind: 'update', row: row('c', { revision: 2 }) }])
      assert.deepEqual(await due(), ['a', 'b', 'c'])
      await index.commit([{ kind: 'update', row: row('a', { receiptDue: false }) }])
      index = await fixture.reopen()
      await put(row('d'))
      assert.deepEqual(await due(), ['b', 'c', 'd'])
    })

    it('applies commits in the order asked for, however many wait', async () => {
      const commits = Array.from({ length: 200 }, (_, revision) => put(row('a', { revision })))
      await Promise.all([...commits, put(row('b')), index.commit([{ kind: 'remove', cid: 'b' }])])
      assert.equal((await index.get('a'))?.revision, 199)
      assert.equal(await index.get('b'), undefined)
    })

    it('counts more rows than it looks at in one go', async () => {
      await put(...Array.from({ length: 2500 }, (_, i) => row(`cid${i}`, { sizeBytes: i })))
      assert.deepEqual(await index.totals(), {
        pieces: 2500,
        sizeBytes: (2499 * 2500) / 2,
        damagedRows: 0,
        badCids: [],
      })
      assert.equal((await index.receiptsDue(2400)).length, 2400)
    })

    it('finishes on close what was asked for, and refuses what comes after', async () => {
      const asked = put(row('a'))
      await Promise.all([index.close(), index.close(), asked])
      await assert.rejects(put(row('b')), (error) => hasCode(error, 'aborted'))
      await assert.rejects(index.get('a'), (error) => hasCode(error, 'aborted'))
      index = await fixture.reopen()
      assert.deepEqual(await index.get('a'), row('a'))
    })
  })
}
