import assert from 'node:assert/strict'
import type { PieceStore } from './piece-store.ts'
import { coded, LARGE, type MakePieceStore, PieceStoreFixture, SMALL } from './piece-store-fixture.ts'
import { put, readAll, type Sample, sample } from './test-pieces.ts'

/** Turns the first byte of a piece that is in the store, behind its back; a second time turns it back. */
export type Spoil = (store: PieceStore, piece: Sample) => Promise<void>

/** What every audit of a piece store does. */
export function pieceAuditSuite(name: string, make: MakePieceStore, spoil: Spoil, sizes: readonly number[]): void {
  describe(`PieceAudit: ${name}`, () => {
    const held = new PieceStoreFixture(make)
    const rotten = async (sizeBytes: number): Promise<Sample> => {
      const piece = sample(sizeBytes)
      await put(held.store, piece)
      await held.store.receiptsAcknowledged(await held.store.receiptsDue(10))
      await spoil(held.store, piece)
      return piece
    }

    it('lists all pieces in the order of their CIDs, page by page', async () => {
      const pieces = [1, 2, 3, 4, 5].map((label) => sample(SMALL, label))
      for (const piece of pieces) await put(held.store, piece)
      const cids = pieces.map(({ cid }) => cid).toSorted()
      const first = await held.store.audit.list('', 3)
      const second = await held.store.audit.list(first.at(-1)?.cid ?? '', 3)
      assert.deepEqual(
        [...first, ...second],
        cids.map((cid) => ({ cid, sizeBytes: SMALL })),
      )
      assert.deepEqual(await held.store.audit.list(cids.at(-1) ?? '', 3), [])
    })

    it('a good copy is good, an absent one absent', async () => {
      for (const sizeBytes of [0, SMALL, LARGE]) {
        const { cid } = sample(sizeBytes)
        assert.equal(await held.store.audit.verify(cid), 'absent')
        await put(held.store, sample(sizeBytes))
        assert.equal(await held.store.audit.verify(cid), 'good')
      }
      assert.deepEqual(held.store.audit.badCopies(), [])
    })

    for (const sizeBytes of sizes) {
      it(`a copy of ${sizeBytes} bytes that has rotted is bad: it is read no more, and stays`, async () => {
        const { cid } = await rotten(sizeBytes)
        assert.equal(await held.store.audit.verify(cid), 'bad')
        assert.deepEqual(held.store.audit.badCopies(), [cid])
        await assert.rejects(held.store.stat(cid), coded('integrity'))
        await assert.rejects(readAll(held.store, cid), coded('integrity'))
        assert.equal(await held.usedBytes(), sizeBytes)
        assert.equal(await held.store.audit.verify(cid), 'bad')
      })

      it(`a bad copy of ${sizeBytes} bytes is put anew: it is good, and takes no more room than before`, async () => {
        const piece = await rotten(sizeBytes)
        await held.store.audit.verify(piece.cid)
        assert.equal(await put(held.store, piece, 9), true)
        assert((await readAll(held.store, piece.cid)).equals(piece.bytes))
        assert.deepEqual(held.store.audit.badCopies(), [])
        assert.equal(await held.store.audit.verify(piece.cid), 'good')
        assert.equal(await held.usedBytes(), sizeBytes)
        assert.deepEqual(await held.due(), [piece.cid])
      })

      it(`a bad copy of ${sizeBytes} bytes is discarded, and gives its room back; a good one is not`, async () => {
        const { cid } = await rotten(sizeBytes)
        await held.store.audit.discard(cid)
        assert.equal(await held.store.audit.verify(cid), 'bad')
        await held.store.audit.discard(cid)
        await held.store.audit.discard(cid)
        await held.assertAbsent(sample(sizeBytes))
        assert.equal(await held.usedBytes(), 0)
        assert.deepEqual(held.store.audit.badCopies(), [])
      })

      it(`a bad copy of ${sizeBytes} bytes that is well again counts as any other, with its receipt due`, async () => {
        const piece = await rotten(sizeBytes)
        await held.store.audit.verify(piece.cid)
        assert.deepEqual(await held.due(), [])
        await spoil(held.store, piece)
        assert.equal(await held.store.audit.verify(piece.cid), 'good')
        assert((await readAll(held.store, piece.cid)).equals(piece.bytes))
        assert.deepEqual(await held.due(), [piece.cid])
      })
    }

    it('keeps the newest note', async () => {
      assert.equal(await held.store.audit.note(), '')
      for (const note of ['a', 'longer', '']) {
        await held.store.audit.keepNote(note)
        assert.equal(await held.store.audit.note(), note)
      }
    })
  })
}
