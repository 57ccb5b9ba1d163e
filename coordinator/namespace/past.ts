import { fromHex, toHex } from '../../shared/ids.ts'
import { keys, partsOf, revisionOf, under } from '../metadata/keys.ts'
import type { Entry, Reader, Transaction } from '../metadata/metadata-store.ts'
import { DirentRecord, InodeRecord } from '../metadata/records.js'
import { scanAll } from '../metadata/scan-all.ts'
import { seersBelow, takenFrom } from './seers.ts'

/**
 * A file or folder as it was at the revision of a snapshot that sees it; `undefined`: it was not there, or no snapshot sees it. What is there now is read first: a row that is changed meanwhile is
 * among those of the past before it is not that of the present any more.
 */
export async function inodeAt(reader: Reader, id: string, at: number): Promise<InodeRecord | undefined> {
  const now = await reader.get(keys.inode(id))
  const inode = now && InodeRecord.decode(now)
  if (inode && inode.revision <= at) return inode
  const past = await firstAfter(reader, `past/inode/${id}/`, keys.pastInode(id, at + 1))
  const before = past && InodeRecord.decode(past.value)
  return before && before.revision <= at ? before : undefined
}

/** The id of what `parent` held under `tag` then. Otherwise as `inodeAt`. */
export async function childAt(reader: Reader, parent: string, tag: string, at: number): Promise<string | undefined> {
  const now = await reader.get(keys.dirent(parent, tag))
  const dirent = now && DirentRecord.decode(now)
  if (dirent && dirent.revision <= at) return toHex(dirent.child)
  const past = await firstAfter(reader, `past/dirent/${parent}/${tag}/`, keys.pastDirent(parent, tag, at + 1))
  const before = past && DirentRecord.decode(past.value)
  return before && before.revision <= at ? toHex(before.child) : undefined
}

/** How a file or folder was, as far as snapshots see it, and until when: the oldest first. */
export async function pastOf(reader: Reader, id: string): Promise<{ inode: InodeRecord; until: number }[]> {
  const rows = await scanAll(reader, `past/inode/${id}/`)
  return rows.map(({ key, value }) => ({ inode: InodeRecord.decode(value), until: untilOf(key) }))
}

/** The revision at which a row of the past was not that of the present any more. */
export function untilOf(key: string): number {
  return revisionOf(key.slice(key.lastIndexOf('/') + 1))
}

/** To be called by whoever changes or removes this inode, before: it stays readable for the snapshots that see it. One write at most; without a snapshot since its newest change none, and one short read. */
export async function keepInode(tx: Transaction, id: string, inode: InodeRecord): Promise<void> {
  if (!(await isInodeSeen(tx, id, inode))) return
  tx.put((until) => keys.pastInode(id, until), InodeRecord.encode(inode))
}

/** Whether a snapshot sees this inode as it is now, or as it was up to `until`. */
export async function isInodeSeen(reader: Reader, id: string, inode: InodeRecord, until?: number): Promise<boolean> {
  const taken = await takenFrom(reader, inode.revision, until)
  return taken.some(({ folder }) => folder === id) || (await seersBelow(reader, toHex(inode.parent), taken)).length > 0
}

/** As `keepInode`, of an entry. */
async function keepDirent(tx: Transaction, parent: string, tag: string, dirent: DirentRecord): Promise<void> {
  if (!(await isDirentSeen(tx, parent, dirent))) return
  tx.put((until) => keys.pastDirent(parent, tag, until), DirentRecord.encode(dirent))
}

export async function isDirentSeen(
  reader: Reader,
  parent: string,
  { revision }: DirentRecord,
  until?: number,
): Promise<boolean> {
  return (await seersBelow(reader, parent, await takenFrom(reader, revision, until))).length > 0
}

/** Hangs `id` there, and is not written when it hangs there already: since when is part of it. */
export async function putDirent(tx: Transaction, parent: string, tag: string, id: string): Promise<void> {
  const row = await tx.get(keys.dirent(parent, tag))
  const before = row && DirentRecord.decode(row)
  if (before && toHex(before.child) === id) return
  if (before) await keepDirent(tx, parent, tag, before)
  tx.put(keys.dirent(parent, tag), (revision) => DirentRecord.encode({ child: fromHex(id), revision }))
}

export async function deleteDirent(tx: Transaction, parent: string, tag: string): Promise<void> {
  const row = await tx.get(keys.dirent(parent, tag))
  if (row) await keepDirent(tx, parent, tag, DirentRecord.decode(row))
  tx.delete(keys.dirent(parent, tag))
}

/** Which row of the past an entry's key names. */
export function placeOfPast(key: string): { kind: 'inode'; id: string } | { kind: 'dirent'; parent: string } {
  const [kind, id = ''] = partsOf(key)
  return kind === 'inode' ? { kind, id } : { kind: 'dirent', parent: id }
}

async function firstAfter(reader: Reader, prefix: string, start: string): Promise<Entry | undefined> {
  const [first] = await reader.scan({ ...under(prefix), start, limit: 1 })
  return first
}
