import { HiroError } from '../../shared/errors.ts'
import { ROOT_ID, toHex } from '../../shared/ids.ts'
import { LIST_PAGE_ENTRIES_MAX } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import { keys, under } from '../metadata/keys.ts'
import { DirentRecord, type InodeRecord } from '../metadata/records.js'
import { readChildInode, readInode } from '../namespace/tree.ts'

export interface Found {
  readonly id: string
  readonly inode: InodeRecord
}

/** `undefined`: nothing of that name. Does not look whether the parent hangs on the root: whoever reads may still read what is being removed. */
export async function lookup(context: Context, parent: string, tag: string): Promise<Found | undefined> {
  return await readChildInode(context.store, parent, tag)
}

/** A page of a folder in tag order, from behind `after`. Throws `not-found`, `not-a-folder`. */
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
  for (const row of rows.slice(0, limit)) {
    const id = toHex(DirentRecord.decode(row.value).child)
    const inode = await readInode(context.store, id)
    if (inode) entries.push({ id, inode }) // else it was removed since the scan
  }
  return { entries, more: rows.length > limit }
}
