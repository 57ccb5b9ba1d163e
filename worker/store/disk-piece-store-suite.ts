import assert from 'node:assert/strict'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import { openDiskPieceStore } from './disk-piece-store.ts'
import { DiskPieceStoreFixture, type Ground } from './disk-piece-store-fixture.ts'
import { coded, LARGE, SMALL } from './piece-store-fixture.ts'
import { pieceStoreSuite } from './piece-store-suite.ts'
import { put, readAll, sample, writeAll } from './test-pieces.ts'

const pathOf = (cid: string): string => `pieces/${cid.slice(-2)}/${cid}`

/** What a disk piece store does, on any disk and with any index. */
export function diskPieceStoreSuite(name: string, makeGround: () => Promise<Ground>): void {
  pieceStoreSuite(name, async (capacityBytes) => {
    const { disk, openIndex, remove } = await makeGround()
    const options = { disk, index: await openIndex(), clock: new SimulatedClock(), capacityBytes, reserveBytes: 0 }
    return { store: await openDiskPieceStore(options), remove }
  })

  describe(`openDiskPieceStore: ${name}`, () => {
    const held = new DiskPieceStoreFixture(makeGround)
    const large = sample(LARGE)

    it('keeps pieces, revisions, receipts due and its id when it is opened again', async () => {
      const { storeId } = held.store
      const [small, other] = [sample(SMALL), sample(SMALL, 'other')]
      await put(held.store, large, 3)
      await put(held.store, small, 4)
      await put(held.store, other, 5)
      await held.store.remove(other.cid, 5)
      await held.store.receiptsAcknowledged([{ cid: large.cid, sizeBytes: LARGE, revision: 3 }])
      const usage = await held.store.usage()
      const store = await held.reopen()
      assert.equal(store.storeId, storeId)
      for (const piece of [large, small]) assert((await readAll(store, piece.cid)).equals(piece.bytes))
      assert.deepEqual(await store.stat(large.cid), { sizeBytes: LARGE, revision: 3 })
      assert.equal(await store.stat(other.cid), undefined)
      assert.deepEqual(await store.receiptsDue(9), [{ cid: small.cid, sizeBytes: SMALL, revision: 4 }])
      const { pieces, usedBytes } = await store.usage()
      assert.deepEqual({ pieces, usedBytes }, { pieces: usage.pieces, usedBytes: usage.usedBytes })
    })

    it('keeps a small piece in the index and a large one in a file of exactly its bytes', async () => {
      await put(held.store, sample(SMALL))
      await put(held.store, large)
      assert.deepEqual(await held.files(), [pathOf(large.cid)])
      assert((await held.content(pathOf(large.cid))).equals(large.bytes))
      assert.equal((await held.content('pieces/store')).toString(), `hiro-store 1 ${held.store.storeId}\n`)
    })

    it('leaves no file behind when a put fails, is aborted or comes second', async () => {
      const writers = [1, 2, 3, 4].map((revision) => held.store.begin({ cid: large.cid, sizeBytes: LARGE, revision }))
      const [bad, aborted, first, second] = await Promise.all(writers)
      assert(bad && aborted && first && second)
      assert.equal((await held.files()).length, 4)
      await assert.rejects(writeAll(bad, new Uint8Array(LARGE)), coded('integrity'))
      await aborted.write(large.bytes)
      await aborted.abort()
      assert.equal((await held.files()).length, 2)
      await writeAll(first, large.bytes)
      await writeAll(second, large.bytes)
      assert.deepEqual(await held.files(), [pathOf(large.cid)])
    })

    it('sweeps at its start temporary files and pieces that the index does not know, reads none, and leaves what is not its own', async () => {
      await put(held.store, large)
      const unknown = sample(LARGE, 'unknown').cid
      const small = sample(SMALL)
      await put(held.store, small)
      const folder = pathOf(large.cid).slice(0, -large.cid.length - 1)
      await held.disk.makeFolder(`pieces/${unknown.slice(-2)}`)
      await held.disk.makeFolder(`pieces/${small.cid.slice(-2)}`)
      for (const path of [pathOf(unknown), `${folder}/${large.cid}.7.tmp`, pathOf(small.cid), `${folder}/Notes`])
        await (await held.disk.create(path)).close()
      held.resetCounts()
      await held.reopen()
      assert.deepEqual(await held.files(), [pathOf(large.cid), `${folder}/Notes`].toSorted())
      assert.equal(held.count('read'), 1, 'the mark of the store')
      assert((await readAll(held.store, large.cid)).equals(large.bytes))
      assert((await readAll(held.store, small.cid)).equals(small.bytes))
    })

    const damages = {
      cut: (content: Buffer) => content.subarray(0, -1),
      emptied: () => Buffer.alloc(0),
      lengthened: (content: Buffer) => Buffer.concat([content, Buffer.of(0)]),
    }
    for (const [how, damage] of Object.entries({ ...damages, missing: undefined })) {
      it(`notices a piece whose file is ${how}, and takes it anew`, async () => {
        await put(held.store, large, 5)
        const usage = await held.store.usage()
        if (damage) await held.damage(pathOf(large.cid), damage)
        else await held.disk.remove(pathOf(large.cid))
        await held.reopen()
        await assert.rejects(readAll(held.store, large.cid), coded('integrity'))
        await assert.rejects(readAll(held.store, large.cid, { offset: 0, lengthBytes: 1 }), coded('integrity'))
        assert.deepEqual(await held.store.stat(large.cid), { sizeBytes: LARGE, revision: 5 })
        assert.equal(await put(held.store, large, 6), true)
        assert((await readAll(held.store, large.cid)).equals(large.bytes))
        assert.equal((await held.store.usage()).usedBytes, usage.usedBytes)
        assert.equal((await held.store.usage()).pieces, 1)
      })

      it(`removes a piece whose file is ${how}`, async () => {
        await put(held.store, large, 5)
        if (damage) await held.damage(pathOf(large.cid), damage)
        else await held.disk.remove(pathOf(large.cid))
        assert.equal(await held.store.remove(large.cid, 5), 'removed')
        assert.deepEqual(await held.files(), [])
        assert.equal((await held.store.usage()).usedBytes, 0)
      })
    }

    it('gives out a flipped bit as it is: the readers and the scrubber check hashes', async () => {
      await put(held.store, large)
      await held.damage(pathOf(large.cid), (content) => {
        content[1000] = (content[1000] ?? 0) ^ 1
        return content
      })
      const bytes = await readAll(held.store, large.cid)
      assert.equal((bytes[1000] ?? 0) ^ (large.bytes[1000] ?? 0), 1)
    })

    it('tells unreadable from damaged and from absent', async () => {
      await put(held.store, large)
      for (const operation of ['open', 'sizeBytes', 'read'] as const) {
        held.failing.set(operation, 'io')
        await assert.rejects(readAll(held.store, large.cid), coded('io'), operation)
        held.failing.clear()
      }
      assert((await readAll(held.store, large.cid)).equals(large.bytes))
    })

    it('refuses the files of another store, and an index whose files are gone', async () => {
      await put(held.store, sample(SMALL))
      await held.damage('pieces/store', () => Buffer.from(`hiro-store 1 ${'0'.repeat(32)}\n`))
      await assert.rejects(held.reopen(), coded('integrity'))
      await held.damage('pieces/store', () => Buffer.from('hiro-store 2 and more\n'))
      await assert.rejects(held.open(), coded('version-unknown'))
      await held.disk.remove('pieces/store')
      await assert.rejects(held.open(), coded('integrity'))
    })
  })

  describe(`openDiskPieceStore and its disk: ${name}`, () => {
    const held = new DiskPieceStoreFixture(makeGround)
    const large = sample(LARGE)

    it('syncs a file, renames it and syncs its folder, and needs none of it for a small piece', async () => {
      held.resetCounts()
      await put(held.store, large)
      const operations = ['create', 'sync', 'rename', 'syncFolder'] as const
      assert.deepEqual(
        operations.map((operation) => held.count(operation)),
        [1, 1, 1, 1],
      )
      held.resetCounts()
      await put(held.store, sample(SMALL))
      assert.deepEqual(
        operations.map((operation) => held.count(operation)),
        [0, 0, 0, 0],
      )
    })

    it('hands large appends to the disk, however small the slices', async () => {
      const { cid, bytes } = sample(4_000_000)
      const writer = await held.store.begin({ cid, sizeBytes: bytes.byteLength, revision: 1 })
      assert(writer)
      held.resetCounts()
      await writeAll(writer, bytes, 16_000)
      assert(held.count('append') <= 5, `${held.count('append')} appends`)
      assert((await readAll(held.store, cid)).equals(bytes))
    })

    for (const operation of ['append', 'sync', 'rename', 'syncFolder', 'commit'] as const) {
      for (const code of ['no-room', 'io'] as const) {
        it(`says ${code} when ${operation} does, keeps nothing and goes on`, async () => {
          const usage = await held.store.usage()
          held.failing.set(operation, code)
          await assert.rejects(put(held.store, large), coded(code))
          held.failing.clear()
          assert.equal(await held.store.stat(large.cid), undefined)
          assert.deepEqual(await held.store.usage(), usage)
          // Where the row may come back with a power cut, its file stays: the next start sweeps it, or a put replaces it.
          const stays = code === 'io' && (operation === 'syncFolder' || operation === 'commit')
          assert.equal((await held.files()).length, stays ? 1 : 0)
          await held.reopen()
          assert.deepEqual(await held.files(), [])
          assert.deepEqual(await held.store.receiptsDue(1), [])
          assert.equal(await put(held.store, large), true)
          assert((await readAll(held.store, large.cid)).equals(large.bytes))
        })
      }
    }

    it('says no-room when the disk fills up in the middle of a large put, and the next one fits when there is room', async () => {
      const piece = sample(3_000_000)
      const writer = await held.store.begin({ cid: piece.cid, sizeBytes: 3_000_000, revision: 1 })
      assert(writer)
      await writer.write(piece.bytes.subarray(0, 1_100_000))
      held.failing.set('append', 'no-room')
      const rest = async (): Promise<void> => {
        for (let at = 1_100_000; at < 3_000_000; at += 100_000)
          await writer.write(piece.bytes.subarray(at, at + 100_000))
        await writer.finish()
      }
      await assert.rejects(rest(), coded('no-room'))
      assert.deepEqual(await held.files(), [])
      assert.equal((await held.store.usage()).usedBytes, 0)
      assert.equal(await put(held.store, sample(SMALL)), true)
      held.failing.clear()
      assert.equal(await put(held.store, piece), true)
    })

    it('leaves the reserve of the disk to removals', async () => {
      await put(held.store, large)
      const reserveBytes = (await held.disk.freeBytes()) + 1e9
      const store = await held.reopen({ reserveBytes })
      assert.equal((await store.usage()).freeBytes, 0)
      await assert.rejects(put(store, sample(LARGE, 'other')), coded('no-room'))
      await assert.rejects(put(store, sample(SMALL)), coded('no-room'))
      assert((await readAll(store, large.cid)).equals(large.bytes))
      assert.equal(await store.remove(large.cid, 1), 'removed')
    })
  })
}
