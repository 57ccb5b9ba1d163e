import assert from 'node:assert/strict'
import { join } from 'node:path'
import { systemClock } from '../../shared/clock/system-clock.ts'
import { hasCode } from '../../shared/errors.ts'
import { systemRandom } from '../../shared/random/system-random.ts'
import { mountSmallDisk } from '../../shared/sqlite/small-disk.ts'
import { nodeDisk } from './disk/node-disk.ts'
import { openDiskPieceStore } from './disk-piece-store.ts'
import { SqlitePieceIndex } from './index/sqlite-piece-index.ts'
import { put, readAll, type Sample, sample } from './test-pieces.ts'

describe('a disk piece store on a full disk', () => {
  it('refuses with no-room what does not fit, keeps what it has, removes, and goes on', async function () {
    const mounted = mountSmallDisk(8 * 1024 * 1024)
    if (mounted === undefined) return this.skip()
    try {
      const index = await SqlitePieceIndex.open(join(mounted.folder, 'index.db'), systemRandom)
      // A capacity that the disk does not have, and no reserve: the disk itself has to say no, in the middle of puts.
      const disk = { ...nodeDisk(mounted.folder), freeBytes: async () => 1e9 }
      const store = await openDiskPieceStore({ disk, index, clock: systemClock, capacityBytes: 1e9, reserveBytes: 0 })
      const pieces = Array.from({ length: 30 }, (_, i) => sample(i % 3 === 0 ? 60_000 : 700_000, i))
      const results = await Promise.allSettled(pieces.map((piece) => put(store, piece)))
      const kept: Sample[] = []
      for (const [i, result] of results.entries()) {
        const piece = pieces[i] as Sample
        if (result.status === 'fulfilled') kept.push(piece)
        else assert(hasCode(result.reason, 'no-room'), String(result.reason))
      }
      assert(kept.length > 5 && kept.length < 25, `${kept.length} kept`)
      for (const piece of kept) assert((await readAll(store, piece.cid)).equals(piece.bytes))
      assert.equal((await store.usage()).pieces, kept.length)
      for (const { cid } of kept) assert.equal(await store.remove(cid, 1), 'removed')
      assert.deepEqual(await store.usage(), { pieces: 0, usedBytes: 0, freeBytes: 1e9 })
      for (const piece of pieces.slice(0, 5)) assert.equal(await put(store, piece), true)
      await store.close()
    } finally {
      mounted.unmount()
    }
  })
})
