import { rmSync, writeFileSync } from 'node:fs'
import type { Entry, MetadataStore } from '../../../coordinator/metadata/metadata-store.ts'
import { openSqliteMetadataStore } from '../../../coordinator/metadata/sqlite-metadata-store.ts'

const EPOCH = 1
/** Every key there can be. */
const [FIRST_KEY, LAST_KEY] = ['!', '~~']
const PAGE_ENTRIES = 10

/** The files of metadata, but for those that hold nothing. */
export interface Parts {
  readonly file: Buffer
  /** The write-ahead log of a process that was killed; `undefined`: everything is in the file. */
  readonly log: Buffer | undefined
  /** Of the newest commit. */
  readonly witness: Buffer | undefined
}

/** As the coordinator's main opens metadata that were there before. */
export async function openMetadata(path: string, { create = false } = {}): Promise<MetadataStore> {
  return await openSqliteMetadataStore(path, { epoch: EPOCH, create, onThisThread: true })
}

/** Puts these bytes on the disk, and nothing else of a former store. */
export function writeMetadata(path: string, { file, log, witness }: Parts): void {
  for (const end of ['-wal', '-shm', '-newest', '.lock']) rmSync(`${path}${end}`, { force: true })
  writeFileSync(path, file)
  if (log !== undefined) writeFileSync(`${path}-wal`, log)
  if (witness !== undefined) writeFileSync(`${path}-newest`, witness)
}

/** All that the metadata say, read page by page as the coordinator does. */
export async function contentOf(store: MetadataStore): Promise<{ entries: readonly Entry[]; newest: number }> {
  const entries: Entry[] = []
  for (let start = FIRST_KEY; ; ) {
    const page = await store.scan({ start, end: LAST_KEY, limit: PAGE_ENTRIES })
    // Without revision and checksum, which the engine's rows have as well.
    entries.push(...page.map(({ key, value }) => ({ key, value })))
    const last = page.at(-1)
    if (last === undefined) break
    start = `${last.key}\0`
  }
  return { entries, newest: (await store.transact(async () => {})).revision }
}
