import { toHex } from '../../shared/ids.ts'
import { PATH_DEPTH_MAX } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import { partsOf, revisionOf, under } from '../metadata/keys.ts'
import type { Reader } from '../metadata/metadata-store.ts'
import type { InodeRecord } from '../metadata/records.js'
import { readTrash, type Trashed, trashedOf } from '../namespace/trash.ts'
import { readChild, readInode } from '../namespace/tree.ts'

/** An item under the place and name that it would be looked for. */
export interface ListedItem extends Trashed {
  readonly place: Pick<InodeRecord, 'parent' | 'tag' | 'sealedName'>
}

export interface ListedFolder {
  readonly id: string
  readonly inode: InodeRecord
}

export interface ListedTrash {
  readonly items: ListedItem[]
  /** All that stand above the items, in the tree or in the trash. */
  readonly folders: ListedFolder[]
  /** Where the next page begins; `undefined`: that was all. */
  readonly next: string | undefined
}

/** What one answer may carry: heads and attributes are small most of the time, and may be large. */
const ITEMS_MAX = 256
const ITEM_BYTES_MAX = 256 * 1024
const FOLDERS_MAX = 1_000

/** A page of all that can be restored, what expires first first. */
export async function listTrash({ store }: Context, after: string): Promise<ListedTrash> {
  const page = new Page(store)
  const rows = await store.scan(under('expiry/', { last: after || undefined, limit: ITEMS_MAX }))
  for (const { key } of rows) {
    const [, id = '', version] = partsOf(key)
    const item = await readTrash(store, id, revisionOf(version))
    if (item) await page.add(item)
    if (page.full) return page.end(key)
  }
  return page.end(rows.length < ITEMS_MAX ? undefined : rows.at(-1)?.key)
}

/** What was removed from one place, and older content of the file that is there: the newest first, and not more than a page of it. */
export async function listTrashAt(
  { store }: Context,
  { parent, tag }: { readonly parent: string; readonly tag: string },
): Promise<ListedTrash> {
  const removed = await store.scan(under(`removed/${parent}/${tag}/`))
  const live = await readChild(store, parent, tag)
  const ids = new Set([live ?? '', ...removed.map(({ key }) => partsOf(key)[3] ?? '')])
  const items: Trashed[] = []
  for (const id of ids) {
    const rows = await store.scan(under(`trash/${id}/`))
    items.push(...rows.map(({ key, value }) => trashedOf(id, revisionOf(partsOf(key)[1]), value)))
  }
  const page = new Page(store)
  for (const item of items.toSorted((a, b) => b.record.revision - a.record.revision)) {
    if (!page.full) await page.add(item)
  }
  return page.end(undefined)
}

class Page {
  readonly #store: Reader
  readonly #items: ListedItem[] = []
  readonly #folders = new Map<string, InodeRecord>()
  #bytes = 0

  constructor(store: Reader) {
    this.#store = store
  }

  get full(): boolean {
    return this.#items.length >= ITEMS_MAX || this.#bytes > ITEM_BYTES_MAX || this.#folders.size > FOLDERS_MAX
  }

  async add(item: Trashed): Promise<void> {
    const place = await this.#placeOf(item)
    this.#items.push({ ...item, place })
    const { sealedHead, sealedAttributes } = item.record.inode
    this.#bytes += sealedHead.byteLength + sealedAttributes.byteLength + place.sealedName.byteLength
    await this.#addFolders(toHex(place.parent))
  }

  end(next: string | undefined): ListedTrash {
    return { items: this.#items, folders: [...this.#folders].map(([id, inode]) => ({ id, inode })), next }
  }

  /** Older content goes by the name that its file has, or had at last. */
  async #placeOf({ id, record }: Trashed): Promise<InodeRecord> {
    if (!record.replaced) return record.inode
    const live = await readInode(this.#store, id)
    if (live) return live
    const rows = await this.#store.scan(under(`trash/${id}/`))
    const removed = rows.map(({ value }) => trashedOf(id, 0, value).record).findLast(({ replaced }) => !replaced)
    return removed?.inode ?? record.inode
  }

  async #addFolders(folder: string): Promise<void> {
    for (let [id, depth] = [folder, 0]; depth <= PATH_DEPTH_MAX && !this.#folders.has(id); depth++) {
      const inode = (await readInode(this.#store, id)) ?? (await readTrash(this.#store, id, 0))?.record.inode
      if (inode === undefined) return
      this.#folders.set(id, inode)
      id = toHex(inode.parent)
    }
  }
}
