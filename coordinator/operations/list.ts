import { HiroError } from '../../shared/errors.ts'
import { ROOT_ID, toHex } from '../../shared/ids.ts'
import { LIST_PAGE_ENTRIES_MAX } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import { DirentRecord, type InodeRecord } from '../metadata/records.js'
import { readChild, readChildInode, readInode } from '../namespace/tree.ts'

/** What one answer may carry of entries whose heads or attributes are large: the frame has room for one more. */
const PAGE_BYTES = 512 * 1024

export interface Found {
  readonly id: string
  readonly inode: InodeRecord
}

/** `undefined`: nothing of that name. Does not look whether the parent hangs on the root: whoever reads may still read what is being removed. */
export async function lookup(context: Context, parent: string, tag: string): Promise<Found | undefined> {
  const child = await readChild(context.store, parent, tag)
  return child === undefined ? undefined : await readEntry(context, { parent, tag, child })
}

/**
 * A page of a folder in tag order, from behind `after`: under each name what it had at some moment of the call. Not all of one state: a folder in which others work
 * all the time would never be listed. Throws `not-found`, `not-a-folder`.
 */
export async function list(
  context: Context,
  folder: string,
  page: { after: string | undefined; limit: number },
): Promise<{ entries: Found[]; more: boolean }> {
  if (folder !== ROOT_ID) {
    const inode = await readInode(context.store, folder)
    if (inode === undefined) throw new HiroError('not-found', 'no such folder')
    if (!inode.folder) throw new HiroError('not-a-folder', 'that is a file, not a folder')
  }
  const limit = Math.min(page.limit || LIST_PAGE_ENTRIES_MAX, LIST_PAGE_ENTRIES_MAX)
  const last = page.after === undefined ? undefined : keys.dirent(folder, page.after)
  const rows = await context.store.scan(under(`dirent/${folder}/`, { last, limit: limit + 1 }))
  const entries: Found[] = []
  let bytes = 0
  for (const { key, value } of rows.slice(0, limit)) {
    const [, tag = ''] = partsOf(key)
    const entry = await readEntry(context, { parent: folder, tag, child: toHex(DirentRecord.decode(value).child) })
    if (entry) entries.push(entry)
    if (entry) bytes += sizeOf(entry)
    if (bytes > PAGE_BYTES) return { entries, more: key !== rows.at(-1)?.key }
  }
  return { entries, more: rows.length > limit }
}

function sizeOf({ inode: { sealedName, sealedAttributes, sealedHead } }: Found): number {
  return sealedName.byteLength + sealedAttributes.byteLength + sealedHead.byteLength
}

/**
 * What has this name, which led to `child` a moment before. An entry that moved or gave way to another since then would be shown where it is not, which clients have to
 * take for a forgery, or as missing, though its name was never free.
 */
async function readEntry(
  context: Context,
  { parent, tag, child }: { parent: string; tag: string; child: string },
): Promise<Found | undefined> {
  const inode = await readInode(context.store, child)
  if (inode && toHex(inode.parent) === parent && toHex(inode.tag) === tag) return { id: child, inode }
  const { value } = await context.store.transact(async (tx) => await readChildInode(tx, parent, tag))
  return value
}
