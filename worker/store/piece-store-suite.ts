import assert from 'node:assert/strict'
import { PIECE_INLINE_BYTES_MAX, PIECE_SIZE_BYTES_MAX } from '../../shared/limits.ts'
import { CAPACITY_BYTES, coded, LARGE, type MakePieceStore, PieceStoreFixture, SMALL } from './piece-store-fixture.ts'
import { roomAndReceiptsSuite } from './room-and-receipts-suite.ts'
import { put, readAll, sample, writeAll } from './test-pieces.ts'

const SIZES = [0, 1, PIECE_INLINE_BYTES_MAX - 1, PIECE_INLINE_BYTES_MAX, PIECE_INLINE_BYTES_MAX + 1, 256 * 1024]

/** What every piece store does. */
export function pieceStoreSuite(name: string, make: MakePieceStore): void {
  describe(`PieceStore: ${name}`, () => {
    const held = new PieceStoreFixture(make)

    it('has a store id, holds nothing and has room', async () => {
      assert.match(held.store.storeId, /^[0-9a-f]{32}$/)
      assert.deepEqual(await held.store.usage(), { pieces: 0, usedBytes: 0, freeBytes: CAPACITY_BYTES })
      await held.assertAbsent(sample(SMALL))
    })

    for (const sizeBytes of [...SIZES, 1024 * 1024 + 1, PIECE_SIZE_BYTES_MAX]) {
      it(`gives back a piece of ${sizeBytes} bytes, in slices of at most 256 KiB`, async () => {
        const piece = sample(sizeBytes)
        assert.equal(await put(held.store, piece, 7), true)
        assert.deepEqual(await held.store.stat(piece.cid), { sizeBytes, revision: 7 })
        assert(piece.bytes.length === sizeBytes && (await readAll(held.store, piece.cid)).equals(piece.bytes))
        for await (const slice of held.store.read(piece.cid)) assert(slice.byteLength <= 256 * 1024)
        assert.equal((await held.store.usage()).pieces, 1)
        assert.equal(await held.usedBytes(), sizeBytes)
      })
    }

    it('lists what it holds, page by page in the order of the CIDs, and makes receipts due again', async () => {
      const pieces = [SMALL, LARGE, SMALL + 1, SMALL + 2].map((sizeBytes) => sample(sizeBytes))
      for (const piece of pieces) await put(held.store, piece, 7)
      const cids = pieces.map(({ cid }) => cid).toSorted()
      assert.deepEqual(await held.store.list('', 10), cids)
      assert.deepEqual(await held.store.list('', 3), cids.slice(0, 3))
      assert.deepEqual(await held.store.list(cids[2] ?? '', 3), cids.slice(3))
      assert.deepEqual(await held.store.list(cids[3] ?? '', 3), [])
      await held.store.receiptsAcknowledged(await held.store.receiptsDue(10))
      const [first = '', second = ''] = cids
      await held.store.remove(second, 9)
      await held.store.receiptsAgain([first, second, sample(SMALL + 9).cid])
      const due = await held.store.receiptsDue(10)
      assert.deepEqual(
        due.map(({ cid, revision }) => [cid, revision]),
        [[first, 7]],
      )
      await held.assertAbsent(pieces.find(({ cid }) => cid === second) ?? assert.fail())
    })

    it('takes slices of any size, empty ones too', async () => {
      for (const sizeBytes of [SMALL, LARGE]) {
        const { cid, bytes } = sample(sizeBytes)
        const writer = await held.begin({ cid, bytes })
        for (let at = 0, length = 0; at < sizeBytes; at += length++) await writer.write(bytes.subarray(at, at + length))
        await writer.finish()
        assert((await readAll(held.store, cid)).equals(bytes))
      }
    })

    it('gives out slices that belong to the consumer', async () => {
      for (const sizeBytes of [SMALL, LARGE]) {
        const piece = sample(sizeBytes)
        await put(held.store, piece)
        for await (const slice of held.store.read(piece.cid)) slice.fill(0)
        assert((await readAll(held.store, piece.cid)).equals(piece.bytes))
      }
    })

    it('reads any range within the piece and refuses any other', async () => {
      for (const size of [SMALL, LARGE]) {
        const { cid, bytes } = sample(size)
        await put(held.store, { cid, bytes })
        for (const [offset, lengthBytes] of [
          [0, 0],
          [0, 1],
          [size - 1, 1],
          [size, 0],
          [10, size - 10],
          [17, 500],
        ] as const) {
          const expected = bytes.subarray(offset, offset + lengthBytes)
          assert((await readAll(held.store, cid, { offset, lengthBytes })).equals(expected), `${offset} ${lengthBytes}`)
        }
        for (const [offset, lengthBytes] of [
          [0, size + 1],
          [size, 1],
          [size + 1, 0],
          [-1, 1],
          [0, -1],
          [0.5, 1],
          [0, Number.NaN],
        ] as const)
          await assert.rejects(
            readAll(held.store, cid, { offset, lengthBytes }),
            coded('usage'),
            `${offset} ${lengthBytes}`,
          )
      }
    })

    for (const sizeBytes of [SMALL, LARGE]) {
      it(`refuses other bytes than the CID names, more or fewer, and keeps nothing (${sizeBytes} bytes)`, async () => {
        const piece = sample(sizeBytes)
        const other = sample(sizeBytes, 'other').bytes
        await assert.rejects(writeAll(await held.begin(piece), other), coded('integrity'))
        await assert.rejects(writeAll(await held.begin(piece), piece.bytes.subarray(1)), coded('integrity'))
        await assert.rejects(
          writeAll(await held.begin(piece), Buffer.concat([piece.bytes, Buffer.of(0)])),
          coded('integrity'),
        )
        const writer = await held.begin(piece)
        await assert.rejects(
          writer.write(new Uint8Array(sizeBytes + 1)),
          coded('integrity'),
          'already when too many came',
        )
        await assert.rejects(writer.write(new Uint8Array(1)), coded('aborted'))
        await assert.rejects(writer.finish(), coded('aborted'))
        await held.assertAbsent(piece)
        assert.equal(await held.usedBytes(), 0)
        assert.deepEqual(await held.due(), [])
        assert.equal(await put(held.store, piece), true, 'and takes the right ones afterwards')
      })

      it(`forgets a put aborted in the middle, and gives back its room (${sizeBytes} bytes)`, async () => {
        const piece = sample(sizeBytes)
        const writer = await held.begin(piece)
        assert.equal(await held.usedBytes(), sizeBytes)
        await writer.write(piece.bytes.subarray(0, sizeBytes / 2))
        await Promise.all([writer.abort(), writer.abort()])
        await writer.abort()
        await held.assertAbsent(piece)
        assert.equal(await held.usedBytes(), 0)
        await assert.rejects(writer.write(piece.bytes), coded('aborted'))
        assert.equal(await put(held.store, piece), true)
      })

      it(`is not harmed by an abort during a write, or during and after finish (${sizeBytes} bytes)`, async () => {
        const piece = sample(sizeBytes)
        const first = await held.begin(piece)
        await Promise.all([first.write(piece.bytes), first.abort()])
        await held.assertAbsent(piece)
        const second = await held.begin(piece)
        await second.write(piece.bytes)
        await Promise.all([second.finish(), second.abort()])
        await second.abort()
        assert((await readAll(held.store, piece.cid)).equals(piece.bytes))
        assert.equal(await held.usedBytes(), sizeBytes)
      })

      it(`takes two puts of one piece at once, and counts it once (${sizeBytes} bytes)`, async () => {
        const piece = sample(sizeBytes)
        const writers = [
          await held.begin(piece, 3),
          await held.begin(piece, 5),
          await held.begin(piece, 4),
          await held.begin(piece, 6),
        ]
        await writers[3]?.abort()
        await Promise.all(writers.slice(0, 3).map((writer) => writeAll(writer, piece.bytes)))
        assert.deepEqual(await held.store.stat(piece.cid), { sizeBytes, revision: 5 })
        assert.deepEqual(await held.store.usage(), {
          pieces: 1,
          usedBytes: sizeBytes,
          freeBytes: CAPACITY_BYTES - sizeBytes,
        })
        assert((await readAll(held.store, piece.cid)).equals(piece.bytes))
        assert.deepEqual(await held.due(), [piece.cid])
      })

      it(`removes a piece, unless it was put again under a newer revision (${sizeBytes} bytes)`, async () => {
        const piece = sample(sizeBytes)
        await put(held.store, piece, 5)
        assert.equal(await held.store.remove(piece.cid, 4), 'newer')
        assert((await readAll(held.store, piece.cid)).equals(piece.bytes))
        assert.equal(await held.store.remove(piece.cid, 5), 'removed')
        await held.assertAbsent(piece)
        assert.equal(await held.usedBytes(), 0)
        assert.deepEqual(await held.due(), [])
        await put(held.store, piece, 6)
        assert.equal(await held.store.remove(piece.cid, 7), 'removed')
        await held.assertAbsent(piece)
      })

      it(`reads to the end a piece that is removed meanwhile (${sizeBytes} bytes)`, async () => {
        const piece = sample(sizeBytes)
        await put(held.store, piece)
        const slices: Uint8Array[] = []
        for await (const slice of held.store.read(piece.cid)) {
          slices.push(slice)
          await held.store.remove(piece.cid, 1)
        }
        assert(Buffer.concat(slices).equals(piece.bytes))
        await held.assertAbsent(piece)
      })
    }

    it('finishes a put of a piece that is removed meanwhile', async () => {
      const piece = sample(LARGE)
      await put(held.store, piece, 1)
      assert.equal(await held.store.remove(piece.cid, 1), 'removed')
      const writer = await held.begin(piece, 2)
      assert.equal(await held.store.remove(piece.cid, 1), 'absent')
      await writeAll(writer, piece.bytes)
      assert((await readAll(held.store, piece.cid)).equals(piece.bytes))
    })

    it('puts, removes and reads of one piece at once leave it whole or absent, and counted right', async () => {
      const piece = sample(LARGE)
      const readOrAbsent = async (): Promise<void> => {
        const bytes = await readAll(held.store, piece.cid).catch((error: unknown) => assert(coded('not-found')(error)))
        if (bytes) assert(bytes.equals(piece.bytes))
      }
      for (let round = 0; round < 5; round++) {
        const puts = [put(held.store, piece, 2 * round), put(held.store, piece, 2 * round + 1)]
        const others = [
          readOrAbsent(),
          held.store.remove(piece.cid, 2 * round),
          readOrAbsent(),
          held.store.remove(piece.cid, 1e9),
        ]
        await Promise.all([...puts, ...others, put(held.store, piece, 2 * round), readOrAbsent()])
      }
      await readOrAbsent()
      const stat = await held.store.stat(piece.cid)
      assert.equal(await held.usedBytes(), stat?.sizeBytes ?? 0)
    })

    it('need not read a piece to its end', async () => {
      const piece = sample(LARGE)
      await put(held.store, piece)
      for (let i = 0; i < 5; i++) for await (const slice of held.store.read(piece.cid)) if (slice.byteLength > 0) break
      assert.equal(await held.store.remove(piece.cid, 1), 'removed')
    })

    roomAndReceiptsSuite(held)
  })
}
