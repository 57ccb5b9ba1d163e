import { HiroError } from '../../shared/errors.ts'
import { fromHex, idFromBytes } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import { type FileEntry, headOf, kindOf } from '../namespace/entry.ts'
import type { Spot } from '../namespace/namespace.ts'
import type { TreePorts, WorkOptions } from '../namespace/tree.ts'
import { joinPath, parsePath } from '../paths.ts'
import { openAttributes } from '../seal/attributes.ts'
import type { Keys } from '../seal/keys.ts'
import { quoted } from '../seal/name-rules.ts'
import type { VersionMemory } from '../seal/version-memory/version-memory.ts'
import { Trash } from '../trash/trash.ts'
import { openSnapshot, type Snapshot } from './snapshot-names.ts'

/** A content of a file that can be read, and what keeps it. */
export interface Version {
  readonly version: number
  readonly sizeBytes: number
  /** When it was published, by the coordinator's clock. */
  readonly committedAtMs: number
  readonly current: boolean
  /** It is in the trash, and can be restored until then. */
  readonly trashUntilMs?: number | undefined
  /** Those that show the file with this content. */
  readonly snapshots: readonly Snapshot[]
  /** To be read with. */
  readonly entry: FileEntry
}

export interface VersionPorts extends TreePorts {
  readonly versions: VersionMemory
}

/**
 * Contents of the file at `path`, or of the one that was removed from there last, that can be read: the newest first. Throws `not-found`, `is-a-folder`, `is-a-link`, `name-invalid`, `integrity` (also where the current one
 * is older than this client has seen).
 */
export async function* listVersions(
  ports: VersionPorts,
  path: string,
  { signal }: WorkOptions = {},
): AsyncGenerator<Version, void, undefined> {
  const { coordinator, namespace, versions } = ports
  const { spot, file } = await fileAt(ports, path, signal)
  const folders = await foldersAbove(ports, path, signal)
  for (let before = 0, more = true; more; ) {
    const body = { parent: fromHex(spot.parent), tag: spot.tag, before }
    const page: wire.ListVersionsResponse = await coordinator.call('listVersions', body, { signal })
    const snapshots = page.snapshots.map((message) =>
      openSnapshot(namespace.keys, message, folders.get(idFromBytes(message.folder))),
    )
    for (const message of page.versions) {
      const opened = openVersion(namespace.keys, message, { file, path, name: spot.name, snapshots })
      if (opened.current) await versions.check(file, opened.version)
      yield opened
      before = opened.version
    }
    more = page.more && page.versions.length > 0
  }
}

/** What to read a version with. Throws as `listVersions`, and `not-found`. */
export async function findVersion(
  ports: VersionPorts,
  path: string,
  version: number,
  options?: WorkOptions,
): Promise<FileEntry> {
  for await (const one of listVersions(ports, path, options)) if (one.version === version) return one.entry
  const hint = `"hiro versions ${path}" lists those that can be read`
  throw new HiroError('not-found', `${quoted(path)} has no version ${version} (any more); ${hint}`)
}

async function fileAt(
  ports: VersionPorts,
  path: string,
  signal: AbortSignal | undefined,
): Promise<{ spot: Spot; file: string }> {
  const { namespace } = ports
  return await namespace.withFresh(async () => {
    const spot = await namespace.spot(path, signal)
    const found = await namespace.at(spot, signal)
    if (found?.message.folder) throw new HiroError('is-a-folder', `${quoted(path)} is a folder`)
    if (found) return { spot, file: found.id }
    const [removed] = (await new Trash(ports).at(path, { signal })).filter(({ replaced }) => !replaced)
    if (removed?.kind !== 'file') throw new HiroError('not-found', `there is no file ${quoted(path)}, nor in the trash`)
    return { spot, file: removed.id }
  })
}

/** The folders that have the file, by their ids. */
async function foldersAbove(
  { namespace }: VersionPorts,
  path: string,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, string>> {
  const above = new Map<string, string>()
  const names = parsePath(path)
  for (let depth = 0; depth < names.length; depth++) {
    const folder = joinPath('/', ...names.slice(0, depth))
    above.set(await namespace.folder(folder, signal), folder)
  }
  return above
}

function openVersion(
  keys: Keys,
  { entry: message, current, trashUntilMs, snapshots: indexes }: wire.Version,
  known: {
    readonly file: string
    readonly path: string
    readonly name: string
    readonly snapshots: readonly Snapshot[]
  },
): Version {
  const { file: id, path, name } = known
  if (message === undefined || idFromBytes(message.id) !== id)
    throw new HiroError('integrity', 'asked for versions of a file, the coordinator answered with those of another one')
  const attributes = openAttributes(keys, id, message.sealedAttributes)
  const kind = kindOf(message, attributes)
  if (kind === 'link') throw new HiroError('is-a-link', `${quoted(path)} is a symbolic link`)
  const { mode, mtimeMs, mtimeNanos, uid, gid, xattrs } = attributes
  const { version, revision, committedAtMs } = message
  const head = headOf(keys, id, message, attributes)
  const place = { path, name, id, mode, mtimeMs, mtimeNanos, uid, gid, xattrs, revision, committedAtMs }
  const entry: FileEntry = { kind: 'file', ...place, ...head, version, older: true }
  const snapshots = indexes.flatMap((index) => known.snapshots[index] ?? [])
  const trash = trashUntilMs > 0 ? { trashUntilMs } : {}
  return {
    version,
    sizeBytes: head.sizeBytes,
    committedAtMs,
    current,
    ...trash,
    snapshots: snapshots.map(({ name, folder, takenAtMs, revision }) => ({ name, folder, takenAtMs, revision })),
    entry,
  }
}
