import assert from 'node:assert/strict'
import { hasCode } from '../../shared/errors.ts'
import { coded, LARGE, type PieceStoreFixture, SMALL } from './piece-store-fixture.ts'
import { put, readAll, sample } from './test-pieces.ts'

/** The part of the piece store suite that is about receipts, room and the end of a store. */
export function roomAndReceiptsSuite(held: PieceStoreFixture): void {
  it('asks for no bytes of a piece that is here, raises its revision and makes its receipt due again', async () => {
    for (const sizeBytes of [SMALL, LARGE]) {
      const piece = sample(sizeBytes)
      const { cid } = piece
      await put(held.store, piece, 5)
      await held.store.receiptsAcknowledged(await held.store.receiptsDue(1))
      assert.equal(await put(held.store, piece, 4), false)
      assert.deepEqual(
        await held.store.receiptsDue(9),
        [{ cid, sizeBytes, revision: 5 }].map((r) => ({ ...r })),
      )
      assert.equal(await put(held.store, piece, 8), false)
      assert.deepEqual(await held.store.stat(cid), { sizeBytes, revision: 8 })
      await held.store.receiptsAcknowledged([{ cid, sizeBytes, revision: 7 }])
      assert.deepEqual(await held.store.receiptsDue(9), [{ cid, sizeBytes, revision: 8 }])
      await held.store.receiptsAcknowledged([{ cid, sizeBytes, revision: 8 }])
      assert.deepEqual(await held.due(), [])
      await assert.rejects(held.store.begin({ cid, sizeBytes: sizeBytes + 1, revision: 9 }), coded('integrity'))
    }
  })

  it('lists receipts due, oldest first, and forgets acknowledged ones', async () => {
    const pieces = [sample(SMALL, 1), sample(LARGE, 2), sample(SMALL, 3)]
    for (const piece of pieces) await put(held.store, piece)
    const cids = pieces.map(({ cid }) => cid)
    assert.deepEqual(await held.due(), cids)
    assert.deepEqual(await held.due(2), cids.slice(0, 2))
    const acknowledged = await held.store.receiptsDue(2)
    await held.store.receiptsAcknowledged(acknowledged)
    await held.store.receiptsAcknowledged([...acknowledged, { cid: sample(1).cid, sizeBytes: 1, revision: 1 }])
    assert.deepEqual(await held.due(), cids.slice(2))
  })

  it('refuses a put that would exceed its capacity, before anything is written, counting puts under way', async () => {
    await held.open(LARGE + SMALL)
    const [large, small] = [sample(LARGE), sample(SMALL)]
    await assert.rejects(put(held.store, sample(LARGE + SMALL + 1)), coded('no-room'))
    const writer = await held.begin(large)
    assert.deepEqual(await held.store.usage(), { pieces: 0, usedBytes: LARGE, freeBytes: SMALL })
    await assert.rejects(put(held.store, sample(SMALL + 1)), coded('no-room'))
    await put(held.store, small)
    assert.deepEqual(await held.store.usage(), { pieces: 1, usedBytes: LARGE + SMALL, freeBytes: 0 })
    assert.equal(await put(held.store, small, 2), false, 'what is here needs no room')
    await put(held.store, sample(0))
    await assert.rejects(put(held.store, sample(1)), coded('no-room'))
    await writer.abort()
    await put(held.store, sample(SMALL, 'other'))
    await held.store.remove(small.cid, 2)
    await put(held.store, sample(LARGE - 2, 'other'))
    assert.equal((await held.store.usage()).freeBytes, 2 + SMALL - SMALL)
  })

  it('does not give the same room to many puts at once', async () => {
    await held.open(5 * LARGE)
    const puts = Array.from({ length: 12 }, (_, i) => put(held.store, sample(LARGE, i)))
    const results = await Promise.allSettled(puts)
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 5)
    for (const result of results) assert(result.status === 'fulfilled' || hasCode(result.reason, 'no-room'))
    assert.equal((await held.store.usage()).freeBytes, 0)
  })

  it('refuses orders that make no sense', async () => {
    const { cid } = sample(1)
    const orders = [
      { cid: '../../etc' },
      { cid: '' },
      { sizeBytes: -1 },
      { sizeBytes: 1.5 },
      { revision: -1 },
      { revision: 2 ** 53 },
    ]
    for (const order of orders)
      await assert.rejects(
        held.store.begin({ cid, sizeBytes: 1, revision: 1, ...order }),
        coded('usage'),
        JSON.stringify(order),
      )
  })

  it('gives up puts under way when it is closed, and refuses what comes after', async () => {
    const piece = sample(LARGE)
    const writer = await held.begin(piece)
    await writer.write(piece.bytes)
    await held.store.close()
    await assert.rejects(writer.finish(), coded('aborted'))
    await assert.rejects(put(held.store, sample(SMALL)), coded('aborted'))
    await assert.rejects(held.store.stat(piece.cid), coded('aborted'))
    await assert.rejects(readAll(held.store, piece.cid), coded('aborted'))
    await held.store.close()
  })
}
