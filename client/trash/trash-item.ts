import { HiroError } from '../../shared/errors.ts'
import { idFromBytes, ROOT_ID } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import { type Entry, headOf, kindOf } from '../namespace/entry.ts'
import { joinPath } from '../paths.ts'
import { openAttributes } from '../seal/attributes.ts'
import type { Keys } from '../seal/keys.ts'
import { openName } from '../seal/names.ts'

/** Something that can be restored. */
export interface TrashItem {
  /** Where it was, by the names that the folders above have now; `undefined`: a folder above it is gone for good. */
  readonly path: string | undefined
  readonly name: string
  readonly kind: Entry['kind']
  /** Older content of a file; else it was removed. */
  readonly replaced: boolean
  readonly id: string
  /** 0: a folder, a link, or a file that never had content. */
  readonly version: number
  /** 0: a folder or a link. */
  readonly sizeBytes: number
  /** When it was removed or replaced, and until when it can be restored; by the coordinator's clock. */
  readonly atMs: number
  readonly untilMs: number
  /** On all disks; 0: a folder, whose contents nobody counted. */
  readonly storedBytes: number
  readonly mode: number
  readonly mtimeMs: number
}

/** An item, and what of it is sealed still. */
export interface Opened {
  readonly item: TrashItem
  readonly entry: wire.Entry
}

/** Opens what the coordinator says of an item, each part bound to its place. Throws `integrity`, `version-unknown`, `bad-frame`. */
export function openTrashItem(keys: Keys, item: wire.TrashItem, folders: FolderPaths): Opened {
  const { entry } = item
  if (entry === undefined) throw new HiroError('bad-frame', 'an item of the trash without an entry')
  const [id, parent] = [idFromBytes(entry.id), idFromBytes(item.parent)]
  const name = openName(keys, { parent, child: id, tag: entry.tag }, entry.sealedName)
  const attributes = openAttributes(keys, id, entry.sealedAttributes)
  const { mode, mtimeMs } = attributes
  const { version } = entry
  const kind = kindOf(entry, attributes)
  const sizeBytes = kind === 'file' ? headOf(keys, id, entry, attributes).sizeBytes : 0
  const above = folders.pathOf(parent)
  const opened: TrashItem = {
    path: above === undefined ? undefined : joinPath(above, name),
    name,
    kind,
    replaced: item.replaced,
    id,
    version,
    sizeBytes,
    atMs: item.atMs,
    untilMs: item.untilMs,
    storedBytes: item.storedBytes,
    mode,
    mtimeMs,
  }
  return { item: opened, entry }
}

/** Paths of the folders that an answer names. */
export class FolderPaths {
  readonly #keys: Keys
  readonly #folders: ReadonlyMap<string, wire.FolderName>
  readonly #paths = new Map<string, string | undefined>([[ROOT_ID, '/']])

  constructor(keys: Keys, folders: readonly wire.FolderName[]) {
    this.#keys = keys
    this.#folders = new Map(folders.map((folder) => [idFromBytes(folder.id), folder]))
  }

  /** `undefined`: a folder above is not there any more. */
  pathOf(id: string): string | undefined {
    if (this.#paths.has(id)) return this.#paths.get(id)
    // So that a ring of folders, which only a lying coordinator has, ends.
    this.#paths.set(id, undefined)
    const folder = this.#folders.get(id)
    if (folder === undefined) return undefined
    const parent = idFromBytes(folder.parent)
    const name = openName(this.#keys, { parent, child: id, tag: folder.tag }, folder.sealedName)
    const above = this.pathOf(parent)
    const path = above === undefined ? undefined : joinPath(above, name)
    this.#paths.set(id, path)
    return path
  }
}
