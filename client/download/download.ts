import { HiroError, hasCode } from '../../shared/errors.ts'
import { type FileEntry, openEntry } from '../namespace/entry.ts'
import { inSnapshots, parentPath } from '../paths.ts'
import { type OnProgress, ProgressCount } from '../progress.ts'
import { quoted } from '../seal/name-rules.ts'
import { SnapshotTree } from '../snapshots/snapshot-tree.ts'
import { findVersion } from '../snapshots/versions.ts'
import { BadCopies, type BadCopy } from './bad-copies.ts'
import type { DownloadPorts } from './ports.ts'
import { readVersion } from './read-version.ts'
import { VersionMap } from './version-map.ts'

export interface ReadOptions {
  /** From here on; 0 by default. Beyond the end there is nothing, and that is no error. */
  readonly offset?: number | undefined
  /** At most so many; to the end by default. */
  readonly lengthBytes?: number | undefined
  /** As it was listed or looked up just now: saves a question. If it was replaced since, its new content is read. */
  readonly entry?: FileEntry | undefined
  /** Of the versions that can be read (see `versions`), this one; the newest by default. */
  readonly version?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: OnProgress | undefined
  /** A worker's copy was bad, and another one is read instead. */
  readonly onBadCopy?: ((bad: BadCopy) => void) | undefined
}

/** How often a file may be replaced under the reader's eyes before its first byte. */
const STARTS_MAX = 5

/**
 * The bytes of a file, or of a range of it, in order, from one version: the newest when the first byte is given out. Each slice is a buffer of the caller's. Leaving
 * early ends all transfers. Throws `not-found`, `is-a-folder`, `is-a-link`, `integrity` (no wrong byte is given out), `unreachable`, `changed` (the
 * file was replaced or removed after the first byte, and what is missing is gone), or the signal's reason.
 */
export async function* read(
  ports: DownloadPorts,
  path: string,
  options: ReadOptions,
  window: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { offset = 0, lengthBytes = Number.POSITIVE_INFINITY, signal } = options
  if (!Number.isSafeInteger(offset) || offset < 0 || !(lengthBytes >= 0)) {
    throw new HiroError('usage', `bytes ${offset} and ${lengthBytes} more are no range of a file`)
  }
  const badCopies = new BadCopies(ports.coordinator, options.onBadCopy)
  for (let start = 1; ; start++) {
    const map = await openMap(ports, path, start === 1 ? options : { ...options, entry: undefined })
    const end = Math.min(map.head.sizeBytes, offset + lengthBytes)
    const progress = new ProgressCount(options.onProgress, Math.max(0, end - offset))
    let begun = false
    try {
      for await (const bytes of readVersion(ports, map, { offset, end }, badCopies, { window, signal })) {
        begun = true
        progress.add(bytes.byteLength)
        yield bytes
      }
      return
    } catch (error) {
      if (!hasCode(error, 'changed', 'not-found')) throw error
      if (begun || start === STARTS_MAX) {
        throw new HiroError('changed', `${quoted(path)} was replaced or removed while it was read`, { cause: error })
      }
    }
  }
}

async function openMap(
  ports: DownloadPorts,
  path: string,
  { entry, version, signal }: ReadOptions,
): Promise<VersionMap> {
  if (version !== undefined) return mapOf(ports, await findVersion(ports, path, version, { signal }))
  if (entry?.older) return mapOf(ports, entry)
  if (entry === undefined || !(await isNewest(ports, entry))) return (await openFile(ports, path, signal)).map
  return mapOf(ports, entry)
}

function mapOf(ports: DownloadPorts, entry: FileEntry): VersionMap {
  const { id: file, version, older } = entry
  return new VersionMap({ ...ports, keys: ports.namespace.keys }, { file, version, head: entry }, { older })
}

/** As far as this client has seen: one that was listed before the file was replaced is merely old. */
async function isNewest({ versions }: DownloadPorts, { id, version }: FileEntry): Promise<boolean> {
  try {
    await versions.check(id, version)
    return true
  } catch (error) {
    if (hasCode(error, 'integrity')) return false
    throw error
  }
}

export interface OpenFile {
  readonly entry: FileEntry
  readonly map: VersionMap
}

/** A coordinator that hides a version says the same each time. */
const LOOKS_MAX = 8

/** The newest version of the file, after a look whether it went back. Throws `not-found`, `is-a-folder`, `is-a-link`, `integrity`. */
export async function openFile(ports: DownloadPorts, path: string, signal?: AbortSignal): Promise<OpenFile> {
  const { namespace, versions } = ports
  if (inSnapshots(path)) {
    const entry = await new SnapshotTree(ports).file(path, signal)
    return { entry, map: mapOf(ports, entry) }
  }
  for (let looks = 1; ; looks++) {
    const { spot, id, message } = await namespace.require(path, signal)
    if (message.folder) throw new HiroError('is-a-folder', `${quoted(path)} is a folder`)
    try {
      await versions.check(id, message.version)
    } catch (error) {
      // Another process of this client may have seen a version that was published after we were answered: then a later answer has it too, unless that is published faster than we look.
      if (looks === LOOKS_MAX || !hasCode(error, 'integrity')) throw error
      continue
    }
    const entry = openEntry(namespace.keys, { parent: spot.parent, parentPath: parentPath(path) }, message)
    if (entry.kind === 'link') throw new HiroError('is-a-link', `${quoted(path)} is a symbolic link`)
    if (entry.kind !== 'file') throw new HiroError('is-a-folder', `${quoted(path)} is a folder`)
    return { entry, map: mapOf(ports, entry) }
  }
}
