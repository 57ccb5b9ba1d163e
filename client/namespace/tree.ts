import type { Clock } from '../../shared/clock/clock.ts'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { fromHex, newInodeId, ROOT_ID, toHex } from '../../shared/ids.ts'
import type { ListResponse } from '../../shared/protocol/control/control.js'
import type { Random } from '../../shared/random/random.ts'
import { step } from '../../shared/steps.ts'
import type { Coordinator } from '../control/coordinator.ts'
import { baseName, inSnapshots, joinPath, parentPath, parsePath } from '../paths.ts'
import { sealAttributes } from '../seal/attributes.ts'
import { quoted } from '../seal/name-rules.ts'
import { sealName } from '../seal/names.ts'
import { SnapshotTree } from '../snapshots/snapshot-tree.ts'
import { type Entry, openEntry } from './entry.ts'
import type { Found, Namespace } from './namespace.ts'

export interface WorkOptions {
  readonly signal?: AbortSignal | undefined
}

/** Of what is made: by number; whoever looks unless given. */
export interface OwnedOptions extends WorkOptions {
  readonly uid?: number | undefined
  readonly gid?: number | undefined
}

export function ownerOf({ uid, gid }: OwnedOptions): { uid?: number; gid?: number } {
  return { ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }) }
}

export interface FolderOptions extends OwnedOptions {
  /** Folders above that are missing are made too, and one that is there already is no error. */
  readonly parents?: boolean | undefined
  readonly mode?: number | undefined
  readonly mtimeMs?: number | undefined
}

export interface RemoveOptions extends WorkOptions {
  /** A folder with all that it holds. */
  readonly recursive?: boolean | undefined
  /** It does not go to the trash, and older content of the file does not stay there. */
  readonly now?: boolean | undefined
}

export interface MoveOptions extends WorkOptions {
  /** What is at the target goes to the trash in the same step: by a file a file or link, by a folder an empty folder. */
  readonly replace?: boolean | undefined
}

export interface PageOptions extends WorkOptions {
  /** The cursor of the entry behind which the page begins; the first one unless given. */
  readonly after?: string | undefined
  /** At most so many; 256 unless given, and at most. There may be fewer. */
  readonly limit?: number | undefined
}

/** An entry, and where to go on behind it. */
export interface PagedEntry {
  readonly entry: Entry
  /** Opaque. It stays good whatever happens in the folder, also to this entry. */
  readonly cursor: string
}

export interface Page {
  readonly entries: readonly PagedEntry[]
  readonly more: boolean
}

export interface TreePorts {
  readonly coordinator: Coordinator
  readonly namespace: Namespace
  readonly clock: Clock
  readonly random: Random
}

const FOLDER_MODE_DEFAULT = 0o755
/** A tag, or nothing. */
const CURSOR = /^([0-9a-f]{64})?$/

/** What changes the tree of names, and what shows it. */
export class Tree {
  readonly #ports: TreePorts
  readonly #then: SnapshotTree

  constructor(ports: TreePorts) {
    this.#ports = ports
    this.#then = new SnapshotTree(ports)
  }

  /** Throws `not-found`, `not-a-folder`, `name-invalid`, `integrity`. */
  async stat(path: string, { signal }: WorkOptions = {}): Promise<Entry> {
    if (parsePath(path).length === 0) return rootEntry()
    if (inSnapshots(path)) return await this.#then.stat(path, signal)
    return entryOf(this.#ports, await this.#ports.namespace.require(path, signal))
  }

  /**
   * What the folder holds, in no order that means anything, page by page as it is asked for. What others change meanwhile may show or not; what stays is shown
   * exactly once. Throws as `stat`.
   */
  async *list(path: string, { signal }: WorkOptions = {}): AsyncGenerator<Entry, void, undefined> {
    if (inSnapshots(path)) return yield* this.#then.list(path, signal)
    const { namespace, coordinator } = this.#ports
    const page = async (folder: string, after: Uint8Array): Promise<ListResponse> =>
      await coordinator.call('list', { folder: fromHex(folder), after, limit: 0 }, { signal })
    // With its first page: only that shows whether the id that was remembered still is a folder's.
    const { folder, first } = await namespace.withFresh(async () => {
      const folder = await namespace.folder(path, signal)
      return { folder, first: await page(folder, new Uint8Array()) }
    })
    let next: Promise<ListResponse> | undefined = Promise.resolve(first)
    while (next !== undefined) {
      const { entries, more }: ListResponse = await next
      const last = entries.at(-1)
      // Asked for while the caller looks at this one.
      next = more && last !== undefined ? page(folder, last.tag) : undefined
      next?.catch(() => {})
      for (const entry of entries) yield openEntry(namespace.keys, { parent: folder, parentPath: path }, entry)
    }
  }

  /** One page of what `list` gives, to go on from any entry of it at any time. What stays is shown once, by whoever goes on until there is no more. Throws as `stat`, and `usage`. */
  async page(path: string, { after = '', limit = 0, signal }: PageOptions = {}): Promise<Page> {
    const { namespace, coordinator } = this.#ports
    if (!CURSOR.test(after)) throw new HiroError('usage', `${quoted(after)} is no cursor of a listing`)
    if (inSnapshots(path)) return await this.#then.pageOf(path, { after, limit, signal })
    return await namespace.withFresh(async () => {
      const folder = await namespace.folder(path, signal)
      const body = { folder: fromHex(folder), after: fromHex(after), limit }
      const { entries, more } = await coordinator.call('list', body, { signal })
      const opened = entries.map((message) => ({
        entry: openEntry(namespace.keys, { parent: folder, parentPath: path }, message),
        cursor: toHex(message.tag),
      }))
      return { entries: opened, more }
    })
  }

  /** Throws `exists` (with `parents` only where it is no folder), `not-found` and `not-a-folder` (what is above), `name-invalid`, `unknown`. */
  async makeFolder(path: string, options: FolderOptions = {}): Promise<void> {
    const { namespace } = this.#ports
    if (!options.parents) return await namespace.withFresh(async () => await this.#makeOne(path, options))
    const names = parsePath(path)
    for (let depth = 1; depth <= names.length; depth++) {
      const above = joinPath('/', ...names.slice(0, depth))
      await this.#makeUnlessThere(above, depth === names.length ? options : { signal: options.signal })
    }
  }

  /** Throws `not-empty`, `not-found`, `not-a-folder`, `changed`, `unknown`. */
  async removeFolder(path: string, { signal }: WorkOptions = {}): Promise<void> {
    const found = await this.#requireNotRoot(path, signal)
    if (!found.message.folder) throw new HiroError('not-a-folder', `${quoted(path)} is a file, not a folder`)
    await this.#remove(found, { recursive: false, now: false }, signal)
  }

  /** A file, or with `recursive` a folder with all that it holds, in one step; to the trash, or with `now` for good. Throws `is-a-folder` (without), `not-found`, `changed`, `unknown`. */
  async remove(path: string, { recursive = false, now = false, signal }: RemoveOptions = {}): Promise<void> {
    const found = await this.#requireNotRoot(path, signal)
    if (found.message.folder && !recursive) throw new HiroError('is-a-folder', `${quoted(path)} is a folder`)
    await this.#remove(found, { recursive, now }, signal)
  }

  /**
   * Moves a file or folder to exactly the path `to`, in one step. Throws `exists` (the target), `not-found`, `not-a-folder`, `under-itself`, `changed`,
   * `name-invalid`, `unknown`; with `replace` not `exists`, but `is-a-folder`, `not-a-folder` and `not-empty` for a target that cannot give way.
   */
  async move(from: string, to: string, { replace = false, signal }: MoveOptions = {}): Promise<void> {
    const { namespace, coordinator, random } = this.#ports
    if (to.startsWith(`${from}/`)) throw new HiroError('under-itself', `${quoted(from)} cannot move under itself`)
    await namespace.withFresh(async () => {
      const { id, spot, message } = await this.#requireNotRoot(from, signal)
      const target = await namespace.spot(to, signal)
      const sealedName = sealName(namespace.keys, { parent: target.parent, child: id, name: target.name }, random)
      const body = {
        parent: fromHex(spot.parent),
        tag: spot.tag,
        id: fromHex(id),
        newParent: fromHex(target.parent),
        newTag: target.tag,
        sealedName,
        seen: message.revision,
        replace,
      }
      await coordinator.call('move', body, {
        signal,
        mutating: true,
        afterLoss: (failure) => {
          if (!hasCode(failure, 'not-found', 'changed')) return undefined
          const what = `whether ${quoted(from)} was moved, and something else followed, cannot be told`
          throw new HiroError('unknown', what, { cause: failure })
        },
      })
    })
    namespace.forget(from)
    namespace.forget(to)
  }

  async #remove(
    { spot, id, message }: Found,
    how: { readonly recursive: boolean; readonly now: boolean },
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const body = { parent: fromHex(spot.parent), tag: spot.tag, id: fromHex(id), ...how, seen: message.revision }
    step('remove-asking')
    await this.#ports.coordinator.call('remove', body, {
      signal,
      mutating: true,
      // It was there when we looked, and is not now: the try whose answer was lost did it.
      afterLoss: (failure) => (hasCode(failure, 'not-found', 'changed') ? { revision: 0 } : undefined),
    })
    step('remove-answered')
    this.#ports.namespace.forget(spot.path)
  }

  async #makeUnlessThere(path: string, options: FolderOptions): Promise<void> {
    const { namespace } = this.#ports
    for (let again = false; ; again = true) {
      const found = await namespace.find(path, options.signal)
      if (found?.message.folder) return namespace.remember(path, found.id)
      if (found !== undefined) throw new HiroError('exists', `${quoted(path)} is there, and is a file`)
      try {
        return await this.#makeOne(path, options)
      } catch (error) {
        // Someone made it meanwhile.
        if (again || !hasCode(error, 'exists')) throw error
      }
    }
  }

  async #makeOne(path: string, { mode, mtimeMs, signal, ...owner }: FolderOptions): Promise<void> {
    const { namespace, coordinator, clock, random } = this.#ports
    if (parsePath(path).length === 0) throw new HiroError('exists', "'/' is always there")
    const { parent, name, tag } = await namespace.spot(path, signal)
    const id = newInodeId({ random, clock })
    const attributes = { mode: mode ?? FOLDER_MODE_DEFAULT, mtimeMs: mtimeMs ?? clock.now(), ...ownerOf(owner) }
    const body = {
      parent: fromHex(parent),
      tag,
      id: fromHex(id),
      sealedName: sealName(namespace.keys, { parent, child: id, name }, random),
      sealedAttributes: sealAttributes(namespace.keys, id, attributes, random),
    }
    try {
      await coordinator.call('makeFolder', body, {
        signal,
        mutating: true,
        // The try whose answer was lost made it, and someone removed it since.
        afterLoss: (failure) => (hasCode(failure, 'changed') ? {} : undefined),
      })
    } catch (error) {
      if (hasCode(error, 'exists')) throw new HiroError('exists', `${quoted(path)} is already there`, { cause: error })
      throw error
    }
    namespace.remember(path, id)
  }

  async #requireNotRoot(path: string, signal: AbortSignal | undefined): Promise<Found> {
    baseName(path)
    return await this.#ports.namespace.require(path, signal)
  }
}

/** Throws as `openEntry`. */
export function entryOf(
  { namespace }: Pick<TreePorts, 'namespace'>,
  { spot, message }: Pick<Found, 'spot' | 'message'>,
): Entry {
  return openEntry(namespace.keys, { parent: spot.parent, parentPath: parentPath(spot.path) }, message)
}

/** Nobody made it, so it has no attributes but these. */
function rootEntry(): Entry {
  const base = {
    path: '/',
    name: '',
    id: ROOT_ID,
    mode: FOLDER_MODE_DEFAULT,
    mtimeMs: 0,
    revision: 0,
    committedAtMs: 0,
  }
  return { ...base, kind: 'folder' }
}
