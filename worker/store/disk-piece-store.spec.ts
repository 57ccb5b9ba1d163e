import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { systemRandom } from '../../shared/random/system-random.ts'
import { nodeDisk } from './disk/node-disk.ts'
import { observedDisk } from './disk/observed-disk.ts'
import { SimulatedDisk } from './disk/simulated-disk.ts'
import { openDiskPieceStore } from './disk-piece-store.ts'
import { diskPieceStoreSuite } from './disk-piece-store-suite.ts'
import { MemoryPieceIndex } from './index/memory-piece-index.ts'
import { SqlitePieceIndex } from './index/sqlite-piece-index.ts'
import { put, type Sample, sample } from './test-pieces.ts'

diskPieceStoreSuite('simulated disk, memory index', async () => {
  const [clock, random] = [new SimulatedClock(), new SeededRandom(1)]
  let index: MemoryPieceIndex | undefined
  return {
    disk: new SimulatedDisk({ clock, random, capacityBytes: 1e9 }),
    openIndex: async () => {
      index = index?.reopen() ?? new MemoryPieceIndex({ clock, random })
      return index
    },
    remove: async () => {},
  }
})

diskPieceStoreSuite('node disk, SQLite index', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hiro-store-'))
  return {
    disk: nodeDisk(folder),
    openIndex: () => SqlitePieceIndex.open(join(folder, 'index.db'), systemRandom),
    remove: () => rm(folder, { recursive: true }),
  }
})

describe('puts that wait at once', () => {
  const SYNC_MS = 10

  /** The time that `puts` of these pieces take together when only syncs and commits take any, and how often the store synced. */
  async function putTogether(pieces: readonly Sample[]) {
    const [clock, random] = [new SimulatedClock(), new SeededRandom(1)]
    const syncs = { sync: 0, syncFolder: 0 }
    const delays = { operationMs: 0, syncMs: SYNC_MS }
    const disk = observedDisk(new SimulatedDisk({ clock, random, capacityBytes: 1e9, delays }), (operation) => {
      if (operation === 'sync' || operation === 'syncFolder') syncs[operation]++
    })
    const index = new MemoryPieceIndex({ clock, random, commitMs: SYNC_MS })
    const options = { disk, index, clock, capacityBytes: 1e9, reserveBytes: 0 }
    const store = await clock.drive(openDiskPieceStore(options))
    syncs.sync = 0
    syncs.syncFolder = 0
    const startMs = clock.now()
    await clock.drive(Promise.all(pieces.map((piece) => put(store, piece))))
    return { tookMs: clock.now() - startMs, ...syncs }
  }

  it('share the commit of the index', async () => {
    const pieces = Array.from({ length: 64 }, (_, i) => sample(1000, i))
    const { tookMs } = await putTogether(pieces)
    assert(tookMs <= 2 * SYNC_MS, `${tookMs} ms`)
  })

  it('share the sync of their folder, and wait for no other folder', async () => {
    const inOneFolder: Sample[] = []
    for (let i = 0; inOneFolder.length < 12; i++) {
      const piece = sample(65_537, i)
      if (piece.cid.endsWith(inOneFolder[0]?.cid.slice(-2) ?? '')) inOneFolder.push(piece)
    }
    const { tookMs, sync, syncFolder } = await putTogether(inOneFolder)
    assert.equal(sync, inOneFolder.length)
    assert(syncFolder <= inOneFolder.length / 2, `${syncFolder} syncs of one folder`)
    // Making the folder, the file, two rounds of the folder, two commits.
    assert(tookMs <= 6 * SYNC_MS, `${tookMs} ms`)
  })
})
