import { toHex } from '../../shared/ids.ts'
import type { Context } from '../context.ts'
import { partsOf, revisionOf } from '../metadata/keys.ts'
import type { Reader } from '../metadata/metadata-store.ts'
import type { InodeRecord } from '../metadata/records.js'
import { scanAll } from '../metadata/scan-all.ts'
import { pastOf } from '../namespace/past.ts'
import { seersBelow, type Taken, takenFrom } from '../namespace/seers.ts'
import { readTrash, trashedOf } from '../namespace/trash.ts'
import { readChild, readInode } from '../namespace/tree.ts'
import { readSnapshot, type Snapshot } from './list-snapshots.ts'

/** A content of a file that can be read, and what keeps it. */
export interface Version {
  readonly id: string
  /** As it was with this content at last. */
  readonly inode: InodeRecord
  readonly current: boolean
  /** In the trash until then; 0: it is not. */
  readonly trashUntilMs: number
  readonly snapshots: Taken[]
}

export interface ListedVersions {
  readonly versions: Version[]
  /** All that any of them names. */
  readonly snapshots: Snapshot[]
  readonly more: boolean
}

/** What one answer may carry: a head may be large. */
const VERSIONS_MAX = 256
const VERSION_BYTES_MAX = 256 * 1024

/** Contents of the file that is at this place, or of the one that was removed from it last, below a version (0: all): the newest first. Empty for a folder, or where nothing is known of the place. */
export async function listVersions(
  { store }: Context,
  { parent, tag, before }: { readonly parent: string; readonly tag: string; readonly before: number },
): Promise<ListedVersions> {
  const file = (await readChild(store, parent, tag)) ?? (await removedLast(store, parent, tag))
  const all = file === undefined ? [] : await versionsOf(store, file)
  const below = all.filter(({ inode }) => before === 0 || inode.version < before)
  const versions: Version[] = []
  let bytes = 0
  for (const version of below.toSorted((a, b) => b.inode.version - a.inode.version)) {
    if (versions.length === VERSIONS_MAX || bytes > VERSION_BYTES_MAX) break
    versions.push(version)
    bytes += version.inode.sealedHead.byteLength + version.inode.sealedAttributes.byteLength
  }
  const snapshots: Snapshot[] = []
  for (const taken of new Map(
    versions.flatMap(({ snapshots }) => snapshots.map((one) => [one.revision, one])),
  ).values()) {
    const snapshot = await readSnapshot(store, taken)
    if (snapshot) snapshots.push(snapshot)
  }
  return { versions, snapshots, more: versions.length < below.length }
}

/** The file with this content, be it the newest, in the trash, or one that a snapshot sees. */
export async function readVersion(reader: Reader, file: string, version: number): Promise<InodeRecord | undefined> {
  const now = await readInode(reader, file)
  if (now?.version === version) return now
  return await readOlder(reader, file, version)
}

/** As `readVersion`, but not the newest. What is found so is written over by nobody any more. */
export async function readOlder(reader: Reader, file: string, version: number): Promise<InodeRecord | undefined> {
  const trashed = await readTrash(reader, file, version)
  if (trashed) return trashed.record.inode
  return (await pastOf(reader, file)).find(({ inode }) => inode.version === version)?.inode
}

async function versionsOf(reader: Reader, file: string): Promise<Version[]> {
  const found = new Map<number, Version>()
  const add = async (inode: InodeRecord, what: Partial<Version>, until?: number): Promise<void> => {
    if (inode.folder || (inode.version === 0 && !what.current)) return
    const seers = what.trashUntilMs ? [] : await seersOf(reader, inode, until)
    const known = found.get(inode.version) ?? { id: file, inode, current: false, trashUntilMs: 0, snapshots: [] }
    found.set(inode.version, { ...known, ...what, snapshots: [...known.snapshots, ...seers] })
  }
  const now = await readInode(reader, file)
  if (now) await add(now, { current: true })
  for (const { key, value } of await scanAll(reader, `trash/${file}/`)) {
    const { record } = trashedOf(file, revisionOf(partsOf(key)[1]), value)
    await add(record.inode, { trashUntilMs: record.untilMs })
  }
  for (const { inode, until } of (await pastOf(reader, file)).toReversed()) await add(inode, {}, until)
  return [...found.values()]
}

async function seersOf(reader: Reader, inode: InodeRecord, until?: number): Promise<Taken[]> {
  const taken = await takenFrom(reader, inode.revision, until)
  return await seersBelow(reader, toHex(inode.parent), taken)
}

async function removedLast(reader: Reader, parent: string, tag: string): Promise<string | undefined> {
  const rows = await scanAll(reader, `removed/${parent}/${tag}/`)
  return partsOf(rows.at(-1)?.key ?? '')[3]
}
