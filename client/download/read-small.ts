import { HiroError, hasCode } from '../../shared/errors.ts'
import { MAPS_PER_CALL_MAX } from '../../shared/limits.ts'
import { mapOrdered } from '../../shared/work/ordered-window.ts'
import { free } from '../free.ts'
import type { FileEntry } from '../namespace/entry.ts'
import { BadCopies, type BadCopy } from './bad-copies.ts'
import { fetchPiece } from './fetch-piece.ts'
import type { DownloadPorts } from './ports.ts'
import { wantedOf } from './read-version.ts'
import { type Run, runsOf } from './runs.ts'
import { readSmallMaps, type SmallFile } from './small-maps.ts'

export interface ReadSmallOptions {
  readonly signal?: AbortSignal | undefined
  /** A worker's copy was bad, and another one is read instead. */
  readonly onBadCopy?: ((bad: BadCopy) => void) | undefined
}

export interface SmallContent {
  readonly entry: FileEntry
  /** All of it, until the next one is asked for. `undefined`: it has to be read by itself, which works or says why not. */
  readonly bytes: Uint8Array | undefined
}

/** Larger ones are read by themselves. */
const FILE_BYTES_MAX = 64 * 1024
const NOTHING = new Uint8Array()

/**
 * The content of many small files, each version as it was listed, at a fraction of what reading one after the other costs: their maps come together, and what lies together in a piece is fetched and opened once. So they come
 * in an order of their own. More files at once: fewer stretches are read again for others; some hundred bytes of memory for each. Throws `unreachable` (the coordinator), or the signal's reason.
 */
export async function* readSmall(
  ports: DownloadPorts,
  entries: readonly FileEntry[],
  { signal, onBadCopy }: ReadSmallOptions,
  window: number,
): AsyncGenerator<SmallContent, void, undefined> {
  const small = await newestOf(ports, entries)
  for (const entry of entries) {
    if (!small.has(entry)) yield { entry, bytes: undefined }
    else if (entry.sizeBytes === 0) yield { entry, bytes: NOTHING }
  }
  const files: SmallFile[] = []
  const maps = async (some: readonly FileEntry[], signal: AbortSignal) => await readSmallMaps(ports, some, signal)
  const withContent = [...small].filter(({ sizeBytes }) => sizeBytes > 0)
  const seen = new Set<FileEntry>()
  for await (const found of mapOrdered(slicesOf(withContent), window, maps, signal)) {
    for (const file of found) {
      if (file === undefined) continue
      files.push(file)
      seen.add(file.entry)
    }
  }
  for (const entry of withContent) if (!seen.has(entry)) yield { entry, bytes: undefined }
  const badCopies = new BadCopies(ports.coordinator, onBadCopy)
  const read = async (run: Run, signal: AbortSignal) => ({ run, bytes: await readRun(ports, run, badCopies, signal) })
  for await (const { run, bytes } of mapOrdered(runsOf(files), window, read, signal)) {
    for (const { entry, extent } of run.files) {
      const from = extent.pieceOffset - run.start
      yield { entry, bytes: bytes?.subarray(from, from + extent.lengthBytes) }
    }
    if (bytes) free(bytes)
  }
}

/** Those that may be read together: small, of one group, and no older than what this client has seen. */
async function newestOf({ versions }: DownloadPorts, entries: readonly FileEntry[]): Promise<Set<FileEntry>> {
  const simple = entries.filter(
    ({ sizeBytes, groupVersions }) => sizeBytes <= FILE_BYTES_MAX && groupVersions.length === (sizeBytes > 0 ? 1 : 0),
  )
  // Those that were asked for as what they were are as old as they are.
  const [older, current] = [simple.filter(({ older }) => older), simple.filter(({ older }) => !older)]
  const outcomes = await versions.checkAll(current.map(({ id: file, version }) => ({ file, version })))
  return new Set([...older, ...current.filter((_, at) => outcomes[at] === undefined)])
}

function* slicesOf(entries: readonly FileEntry[]): Generator<readonly FileEntry[]> {
  for (const some of [entries.filter(({ older }) => older), entries.filter(({ older }) => !older)]) {
    for (let at = 0; at < some.length; at += MAPS_PER_CALL_MAX) yield some.slice(at, at + MAPS_PER_CALL_MAX)
  }
}

/** `undefined`: no good copy of it came. */
async function readRun(
  ports: DownloadPorts,
  { piece, key, start, end }: Run,
  badCopies: BadCopies,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const range = { offset: start, lengthBytes: end - start }
  // A copy that is not there may be so by right, and of which file nobody knows here.
  const requireCurrent = async (): Promise<void> => {
    throw new HiroError('changed', 'some of these files may be gone')
  }
  try {
    return await fetchPiece(ports, { ...wantedOf(piece, { key }, range), requireCurrent, badCopies }, signal)
  } catch (error) {
    if (signal.aborted || !hasCode(error, 'changed', 'integrity', 'unreachable', 'version-unknown')) throw error
    return undefined
  }
}
