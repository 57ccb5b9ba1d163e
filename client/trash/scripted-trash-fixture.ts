import { HiroError } from '../../shared/errors.ts'
import { toHex } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'

/** What a scripted coordinator keeps of what was removed or replaced. */
export class ScriptedTrash {
  readonly #items: wire.TrashItem[] = []
  /** All that are or were there. */
  readonly #folders = new Map<string, wire.FolderName>()

  noteFolder(parent: Uint8Array, { id, tag, sealedName }: Pick<wire.Entry, 'id' | 'tag' | 'sealedName'>): void {
    this.#folders.set(toHex(id), { id, parent, tag, sealedName })
  }

  put(parent: Uint8Array, entry: wire.Entry, replaced: boolean): void {
    this.#items.push({ entry, parent, replaced, atMs: 1, untilMs: 2, storedBytes: 3 })
  }

  /** `undefined`: it is not there. */
  take({ id, version }: wire.TrashId): wire.Entry | undefined {
    const at = this.#items.findIndex(({ entry }) => entry?.version === version && toHex(entry.id) === toHex(id))
    return at < 0 ? undefined : this.#items.splice(at, 1)[0]?.entry
  }

  empty({ items }: wire.EmptyTrashRequest): wire.EmptyTrashResponse {
    for (const item of items) this.take(item)
    return {}
  }

  require(item: wire.TrashId): wire.Entry {
    const entry = this.take(item)
    if (entry === undefined) throw new HiroError('not-found', 'not in the trash')
    return entry
  }

  /** The newest first, in pages of two. */
  list({ parent, tag, after }: wire.ListTrashRequest): wire.ListTrashResponse {
    const isThere = (item: wire.TrashItem): boolean =>
      parent.byteLength === 0 || (toHex(item.parent) === toHex(parent) && toHex(item.entry?.tag ?? tag) === toHex(tag))
    const all = this.#items.filter((item) => isThere(item)).toReversed()
    const folders = [...this.#folders.values()]
    if (parent.byteLength > 0) return { items: all, folders, next: '' }
    const from = Number(after)
    const items = all.slice(from, from + 2)
    return { items, folders, next: from + 2 < all.length ? String(from + 2) : '' }
  }
}
