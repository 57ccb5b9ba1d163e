import { HiroError } from '../../shared/errors.ts'
import { ROOT_ID } from '../../shared/ids.ts'
import { LIST_PAGE_ENTRIES_MAX } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import type { Reader } from '../metadata/metadata-store.ts'
import type { InodeRecord } from '../metadata/records.js'
import { childAt, inodeAt } from '../namespace/past.ts'
import { requireTaken } from './list-snapshots.ts'

export interface FoundThen {
  readonly id: string
  readonly inode: InodeRecord
}

/** Rows of the past that one page looks at: of a name there may be as many as there are snapshots. */
const PAST_ROWS_MAX = 1_000
const PAGE_BYTES = 512 * 1024

/** What had this name when the snapshot was taken; `undefined`: nothing. Throws `not-found` (the snapshot). */
export async function lookupAt(
  { store }: Context,
  at: number,
  { parent, tag }: { readonly parent: string; readonly tag: string },
): Promise<FoundThen | undefined> {
  const found = await entryAt(store, at, parent, tag)
  await requireTaken(store, at)
  return found
}

/** A file or folder by its id, as `lookupAt`. */
export async function readInodeAt({ store }: Context, at: number, id: string): Promise<InodeRecord | undefined> {
  const inode = await inodeAt(store, id, at)
  await requireTaken(store, at)
  return inode
}

/**
 * A page of a folder as it was when the snapshot was taken, in tag order, from behind `after`; `next`: what to go on behind. A page may be empty, where the folder has many names by now that it did not have then. Throws `not-found`
 * (the snapshot, or the folder), `not-a-folder`.
 */
export async function listAt(
  { store }: Context,
  at: number,
  folder: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<{ entries: FoundThen[]; next: string | undefined }> {
  if (folder !== ROOT_ID) await requireFolderAt(store, at, folder)
  const count = Math.min(limit || LIST_PAGE_ENTRIES_MAX, LIST_PAGE_ENTRIES_MAX)
  const { tags, upTo } = await tagsAfter(store, folder, after, count)
  const entries: FoundThen[] = []
  let next = upTo
  let bytes = 0
  for (const tag of tags) {
    const entry = await entryAt(store, at, folder, tag)
    if (entry === undefined) continue
    entries.push(entry)
    const { sealedName, sealedAttributes, sealedHead } = entry.inode
    bytes += sealedName.byteLength + sealedAttributes.byteLength + sealedHead.byteLength
    if (entries.length < count && bytes <= PAGE_BYTES) continue
    if (tag !== tags.at(-1)) next = tag
    break
  }
  await requireTaken(store, at)
  return { entries, next }
}

async function requireFolderAt(reader: Reader, at: number, folder: string): Promise<void> {
  const inode = await inodeAt(reader, folder, at)
  if (inode === undefined) throw new HiroError('not-found', 'the snapshot has no such folder')
  if (!inode.folder) throw new HiroError('not-a-folder', 'that is a file, not a folder')
}

async function entryAt(reader: Reader, at: number, parent: string, tag: string): Promise<FoundThen | undefined> {
  const id = await childAt(reader, parent, tag, at)
  const inode = id === undefined ? undefined : await inodeAt(reader, id, at)
  return id === undefined || inode === undefined ? undefined : { id, inode }
}

/**
 * The tags that a folder has or had, behind `after` and up to `upTo` (`undefined`: to the end), in order. Those that it has are read first: an entry that goes meanwhile is among those that it had by then.
 */
async function tagsAfter(
  reader: Reader,
  folder: string,
  after: string | undefined,
  limit: number,
): Promise<{ tags: string[]; upTo: string | undefined }> {
  const last = after === undefined ? undefined : keys.dirent(folder, after)
  const present = await reader.scan(under(`dirent/${folder}/`, { last, limit }))
  const tags = new Set(present.map(({ key }) => partsOf(key)[1] ?? ''))
  let upTo = present.length === limit ? [...tags].at(-1) : undefined
  const prefix = `past/dirent/${folder}/`
  const range = under(prefix, { limit: PAST_ROWS_MAX })
  const start = after === undefined ? range.start : `${prefix}${after}0`
  const end = upTo === undefined ? range.end : `${prefix}${upTo}0`
  const past = await reader.scan({ ...range, start, end })
  for (const { key } of past) tags.add(partsOf(key)[2] ?? '')
  if (past.length === PAST_ROWS_MAX) upTo = partsOf(past.at(-1)?.key ?? '')[2]
  const inOrder = [...tags].toSorted()
  return { tags: upTo === undefined ? inOrder : inOrder.filter((tag) => tag <= (upTo ?? '')), upTo }
}
