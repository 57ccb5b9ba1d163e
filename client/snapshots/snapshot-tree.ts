import { HiroError } from '../../shared/errors.ts'
import { fromHex, idFromBytes, ROOT_ID, toHex } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import type { Coordinator } from '../control/coordinator.ts'
import { type Entry, type FileEntry, type FolderEntry, openEntry } from '../namespace/entry.ts'
import type { Found, Namespace } from '../namespace/namespace.ts'
import { baseName, inSnapshots, joinPath, parentPath, SNAPSHOTS_NAME } from '../paths.ts'
import { openAttributes } from '../seal/attributes.ts'
import { quoted } from '../seal/name-rules.ts'
import { nameTag } from '../seal/names.ts'
import { type FoundSnapshot, openSnapshot, snapshotsIdOf } from './snapshot-names.ts'

export interface SnapshotPorts {
  readonly coordinator: Coordinator
  readonly namespace: Namespace
}

interface ListedEntry {
  readonly entry: Entry
  /** Of the entry, in hex. */
  readonly tag: string
}

interface From {
  readonly after: string
  readonly limit: number
  readonly signal?: AbortSignal | undefined
}

/** `next`: what to go on behind; `undefined`: that was all. */
interface ThenPage {
  readonly entries: readonly ListedEntry[]
  readonly next: string | undefined
}

/** A folder as a snapshot shows it. */
interface FolderThen {
  readonly id: string
  readonly at: number
}

const NOTHING = new Uint8Array()
const SNAPSHOTS_MODE = 0o755

/** All snapshots of a folder, the oldest first; with `name` only that one. Throws as `Namespace.folder`. */
export async function findSnapshots(
  { coordinator, namespace }: SnapshotPorts,
  folder: string,
  { name, signal }: { readonly name?: string | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<{ id: string; snapshots: FoundSnapshot[] }> {
  return await namespace.withFresh(async () => {
    const id = await namespace.folder(folder, signal)
    const tag = name === undefined ? NOTHING : nameTag(namespace.keys, snapshotsIdOf(id), name)
    const { snapshots } = await coordinator.call('listSnapshots', { folder: fromHex(id), tag }, { signal })
    return { id, snapshots: snapshots.map((message) => openSnapshot(namespace.keys, message, folder)) }
  })
}

/** What is in the snapshots of folders, by paths as `FOLDER/.snapshots/NAME/…`: to be read, and never other than it was. */
export class SnapshotTree {
  readonly #ports: SnapshotPorts

  constructor(ports: SnapshotPorts) {
    this.#ports = ports
  }

  /** Throws `not-found`, `not-a-folder`, `name-invalid`, `integrity`. */
  async stat(path: string, signal?: AbortSignal): Promise<Entry> {
    const { folder, names } = whereIs(path)
    const [name, ...below] = names
    if (name === undefined) return await this.#snapshotsOf(folder, path, signal)
    if (below.length === 0) return await this.#top(await this.#snapshot(folder, name, signal), path, signal)
    return this.#entry(await this.find(path, signal))
  }

  /** What a folder holds, as `Tree.list`. Throws as `stat`. */
  async *list(path: string, signal?: AbortSignal): AsyncGenerator<Entry, void, undefined> {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const { entries, next }: ThenPage = await this.#page(path, { after, limit: 0, signal })
      for (const { entry } of entries) yield entry
      after = next
    }
  }

  /** As `Tree.page`. Throws as `stat`. */
  async pageOf(path: string, from: From): Promise<{ entries: { entry: Entry; cursor: string }[]; more: boolean }> {
    for (let { after } = from; ; ) {
      const { entries, next }: ThenPage = await this.#page(path, { ...from, after })
      const paged = entries.map(({ entry, tag }) => ({ entry, cursor: tag }))
      // Who pages goes on behind an entry, so there has to be one.
      if (paged.length > 0 || next === undefined) return { entries: paged, more: next !== undefined }
      after = next
    }
  }

  /** A page of a folder, and where it goes on; in the order of the tags. There may be no entry in it, and more behind it. */
  async #page(path: string, { after, limit, signal }: From): Promise<ThenPage> {
    const { folder, names } = whereIs(path)
    if (names.length === 0) return { entries: await this.#listSnapshots(folder, path, after, signal), next: undefined }
    const { id, at } = await this.#folder(path, signal)
    const body = { folder: fromHex(id), after: fromHex(after), limit, at }
    const { entries, more, next } = await this.#ports.coordinator.call('list', body, { signal })
    const { keys } = this.#ports.namespace
    const found = entries.map((message) => ({
      entry: then(openEntry(keys, { parent: id, parentPath: path }, message), at),
      tag: toHex(message.tag),
    }))
    const behind = next === undefined ? found.at(-1)?.tag : toHex(next)
    return { entries: found, next: more ? behind : undefined }
  }

  /** The content of a file. Throws as `stat`, `is-a-folder`, `is-a-link`. */
  async file(path: string, signal?: AbortSignal): Promise<FileEntry> {
    const entry = await this.stat(path, signal)
    if (entry.kind === 'link') throw new HiroError('is-a-link', `${quoted(path)} is a symbolic link`)
    if (entry.kind === 'folder') throw new HiroError('is-a-folder', `${quoted(path)} is a folder`)
    return entry
  }

  /** What is below the top of a snapshot. Throws as `stat`, and `is-a-folder` for that top. */
  async find(path: string, signal?: AbortSignal): Promise<Found> {
    if (whereIs(path).names.length < 2) throw new HiroError('is-a-folder', `${quoted(path)} is a folder`)
    const { id: parent, at } = await this.#folder(parentPath(path), signal)
    const { namespace } = this.#ports
    const name = baseName(path)
    const found = await namespace.at({ path, parent, name, tag: nameTag(namespace.keys, parent, name), at }, signal)
    if (found === undefined) throw new HiroError('not-found', `there is no ${quoted(path)}`)
    return found
  }

  #entry({ spot, message }: Found): Entry {
    const place = { parent: spot.parent, parentPath: parentPath(spot.path) }
    return then(openEntry(this.#ports.namespace.keys, place, message), spot.at ?? 0)
  }

  async #snapshot(folder: string, name: string, signal?: AbortSignal): Promise<FoundSnapshot & { folderId: string }> {
    const { id, snapshots } = await findSnapshots(this.#ports, folder, { name, signal })
    const snapshot = snapshots.find((one) => one.name === name)
    if (snapshot === undefined)
      throw new HiroError(
        'not-found',
        `${quoted(folder)} has no snapshot ${quoted(name)}; "hiro snapshot list" shows those it has`,
      )
    return { ...snapshot, folderId: id }
  }

  /** The way to a folder in a snapshot, from where it was looked up a moment ago. */
  async #folder(path: string, signal?: AbortSignal): Promise<FolderThen> {
    const { folder, names } = whereIs(path)
    const [name = '', ...below] = names
    const { folderId, revision: at } = await this.#snapshot(folder, name, signal)
    const { namespace } = this.#ports
    let here = { id: folderId, path: joinPath(folder, SNAPSHOTS_NAME, name) }
    for (const part of below) {
      const there = joinPath(here.path, part)
      const known = namespace.known(`${there}@${at}`)
      const id = known ?? (await this.#step(here.id, { path: there, name: part, at }, signal))
      namespace.remember(`${there}@${at}`, id)
      here = { id, path: there }
    }
    return { id: here.id, at }
  }

  async #step(
    parent: string,
    { path, name, at }: { readonly path: string; readonly name: string; readonly at: number },
    signal: AbortSignal | undefined,
  ): Promise<string> {
    const { namespace } = this.#ports
    const found = await namespace.at({ path, parent, name, tag: nameTag(namespace.keys, parent, name), at }, signal)
    if (found === undefined) throw new HiroError('not-found', `there is no ${quoted(path)}`)
    if (!found.message.folder) throw new HiroError('not-a-folder', `${quoted(path)} is a file, not a folder`)
    return found.id
  }

  /** The folder under which a folder's snapshots are: nobody made it. */
  async #snapshotsOf(folder: string, path: string, signal?: AbortSignal): Promise<FolderEntry> {
    const { id } = await findSnapshots(this.#ports, folder, { signal })
    const base = { kind: 'folder', path, name: SNAPSHOTS_NAME, id: snapshotsIdOf(id), mode: SNAPSHOTS_MODE } as const
    return { ...base, mtimeMs: 0, revision: 0, committedAtMs: 0, at: 0 }
  }

  async #listSnapshots(folder: string, path: string, after: string, signal?: AbortSignal): Promise<ListedEntry[]> {
    const { id, snapshots } = await findSnapshots(this.#ports, folder, { signal })
    return snapshots
      .map((snapshot) => ({ entry: topOf(snapshot, id, joinPath(path, snapshot.name)), tag: toHex(snapshot.tag) }))
      .filter(({ tag }) => tag > after)
      .toSorted((a, b) => (a.tag < b.tag ? -1 : 1))
  }

  /** The folder itself, with the attributes that it had. */
  async #top(snapshot: FoundSnapshot & { folderId: string }, path: string, signal?: AbortSignal): Promise<Entry> {
    const { folderId, revision: at } = snapshot
    const top = topOf(snapshot, folderId, path)
    if (folderId === ROOT_ID) return top
    const { entry } = await this.#ports.coordinator.call('readEntry', { id: fromHex(folderId), at }, { signal })
    return entry === undefined ? top : { ...top, ...this.#attributesOf(entry, folderId) }
  }

  #attributesOf(message: wire.Entry, folder: string) {
    if (idFromBytes(message.id) !== folder || !message.folder)
      throw new HiroError('integrity', 'asked for a folder, the coordinator answered with another entry')
    const { mode, mtimeMs, mtimeNanos, uid, gid, xattrs } = openAttributes(
      this.#ports.namespace.keys,
      folder,
      message.sealedAttributes,
    )
    return { mode, mtimeMs, mtimeNanos, uid, gid, xattrs, revision: message.revision }
  }
}

function topOf({ name, takenAtMs, revision }: FoundSnapshot, id: string, path: string): FolderEntry {
  const base = { kind: 'folder', path, name, id, mode: SNAPSHOTS_MODE } as const
  return { ...base, mtimeMs: takenAtMs, revision, committedAtMs: takenAtMs, at: revision }
}

function then(entry: Entry, at: number): Entry {
  return entry.kind === 'file' ? { ...entry, at, older: true } : { ...entry, at }
}

function whereIs(path: string): { readonly folder: string; readonly names: readonly string[] } {
  const there = inSnapshots(path)
  if (there === undefined) throw new HiroError('internal', `${quoted(path)} is in no snapshot`)
  return there
}
