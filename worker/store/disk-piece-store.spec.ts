import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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
import { pieceAuditSuite } from './piece-audit-suite.ts'
import { LARGE } from './piece-store-fixture.ts'
import { put, type Sample, sample, turned } from './test-pieces.ts'

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

let auditedFolder = ''
pieceAuditSuite(
  'node disk, SQLite index',
  async (capacityBytes) => {
    const folder = await mkdtemp(join(tmpdir(), 'hiro-store-'))
    auditedFolder = folder
    const index = await SqlitePieceIndex.open(join(folder, 'index.db'), systemRandom)
    const disk = nodeDisk(folder)
    const store = await openDiskPieceStore({ disk, index, clock: new SimulatedClock(), capacityBytes, reserveBytes: 0 })
    return { store, remove: () => rm(folder, { recursive: true }) }
  },
  async (_, { cid }) => {
    const path = join(auditedFolder, 'pieces', cid.slice(-2), cid)
    await writeFile(path, turned(await readFile(path)))
  },
  [LARGE],
)

describe('a small piece whose bytes in the index have rotted', () => {
  it('is bad, also when the store is opened again, until it is put anew', async () => {
    const [clock, random] = [new SimulatedClock(), new SeededRandom(1)]
    const disk = new SimulatedDisk({ clock, random, capacityBytes: 1e9 })
    let index = new MemoryPieceIndex({ clock, random })
    const options = { disk, clock, capacityBytes: 1e6, reserveBytes: 0 }
    const store = await openDiskPieceStore({ ...options, index })
    const piece = sample(1_000)
    await put(store, piece)
    index.damage(piece.cid, 'bytes')
    assert.equal(await store.audit.verify(piece.cid), 'bad')
    await store.close()
    index = index.reopen()
    const again = await openDiskPieceStore({ ...options, index })
    assert.deepEqual(again.audit.badCopies(), [piece.cid])
    assert.equal(await put(again, piece, 2), true)
    assert.deepEqual(again.audit.badCopies(), [])
    assert.equal(await again.audit.verify(piece.cid), 'good')
    await again.close()
  })
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
