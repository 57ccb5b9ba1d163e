import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Entry } from '../../../coordinator/metadata/metadata-store.ts'
import type { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { MemoryPieceStore } from '../../../worker/store/memory-piece-store.ts'
import { OneProcessSwarm } from '../one-process-swarm.ts'
import { contentOf, openMetadata, type Parts, writeMetadata } from './metadata-files.ts'

/** The smallest page that SQLite knows: much structure in little file. */
const SMALL_PAGE_BYTES = 512
const COMMITS_IN_LOG = 4

/** Metadata on a disk, and what they say. */
export interface SampleMetadata extends Parts {
  readonly name: string
  readonly entries: readonly Entry[]
  readonly newest: number
}

/** Metadata of a real coordinator, to which a client has added, replaced, moved and removed files: made with SQLite's usual pages, and checkpointed. */
export async function sampleMetadata(folder: string, random: SeededRandom): Promise<SampleMetadata> {
  const path = join(folder, 'sample.sqlite')
  const metadata = await openMetadata(path, { create: true })
  const stores = ['a', 'b', 'c'].map(
    (name) => new MemoryPieceStore({ random: random.fork(name), capacityBytes: 2 ** 26 }),
  )
  const swarm = await OneProcessSwarm.start({ random, metadata, stores, chunkSizeBytes: 1000 })
  const { client } = swarm
  await client.mkdir('/folder')
  for (const [name, sizeBytes] of [
    ['one', 100],
    ['folder/two', 2500],
    ['three', 0],
  ] as const) {
    await client.add(`/${name}`, random.bytes(sizeBytes))
  }
  await client.add('/one', random.bytes(200), { replace: true })
  await client.move('/three', '/folder/three')
  await client.remove('/folder/two')
  await client.add('/four', random.bytes(1500))
  await swarm[Symbol.asyncDispose]()
  const { entries, newest } = await contentOf(metadata)
  await metadata.close()
  return { name: 'file', file: readFileSync(path), log: undefined, witness: undefined, entries, newest }
}

/** The same rows in the smallest pages, and the last few changes in the log of a coordinator that was killed. */
export async function sampleWithLog(
  folder: string,
  sample: SampleMetadata,
  random: SeededRandom,
): Promise<SampleMetadata> {
  const path = join(folder, 'with-log.sqlite')
  const { file } = await smallPages(folder, sample)
  writeMetadata(path, { file, log: undefined, witness: undefined })
  const metadata = await openMetadata(path)
  for (let commit = 0; commit < COMMITS_IN_LOG; commit++) {
    const { entries } = await contentOf(metadata)
    await metadata.transact(async (tx) => {
      const old = entries[random.below(entries.length)]
      if (old !== undefined) tx.put(old.key, random.bytes(40))
      tx.put(`inode/${commit}`, random.bytes(100))
      const gone = entries[random.below(entries.length)]
      if (gone !== undefined && gone !== old) tx.delete(gone.key)
    })
  }
  const { entries, newest } = await contentOf(metadata)
  const killed = {
    file: readFileSync(path),
    log: readFileSync(`${path}-wal`),
    witness: readFileSync(`${path}-newest`),
  }
  await metadata.close()
  return { name: 'file and log', ...killed, entries, newest }
}

/** As `sample`, in the smallest pages. */
async function smallPages(folder: string, sample: SampleMetadata): Promise<SampleMetadata> {
  const path = join(folder, 'small-pages.sqlite')
  writeMetadata(path, sample)
  const db = new DatabaseSync(path)
  db.exec(`PRAGMA journal_mode=DELETE; PRAGMA page_size=${SMALL_PAGE_BYTES}; VACUUM; PRAGMA journal_mode=WAL`)
  db.close()
  return { ...sample, name: 'file of small pages', file: readFileSync(path) }
}
