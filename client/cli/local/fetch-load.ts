import { type ErrorCode, type HiroError, toHiroError } from '../../../shared/errors.ts'
import { CHUNK_SIZE_BYTES } from '../../../shared/limits.ts'
import { mapOrdered } from '../../../shared/work/ordered-window.ts'
import { throwIfAborted } from '../../../shared/work/signal.ts'
import type { FileEntry } from '../../index.ts'
import type { Readable } from '../cli.ts'
import type { Fetch } from './fetch.ts'
import { SMALL_BYTES_MAX } from './packing.ts'
import { FILES_AT_ONCE, type Transfers } from './transfers.ts'

export interface FileToFetch {
  readonly entry: FileEntry
  readonly local: string
}

/** Small files that are read together, or one file. */
export type Load = readonly FileToFetch[]

/** Each small load is twice the one before, up to the most: the first files come soon, and of a large folder, whose files come in no order, each pack is read a few times only. */
const LOAD_FILES = { first: 256, most: 2048 }
/** What reading a load has in memory at once. */
const LOAD_BYTES = 2 * CHUNK_SIZE_BYTES
/** What went wrong with one file, and need not with the next. */
const OF_THE_FILE = new Set<ErrorCode>(['integrity', 'changed', 'not-found', 'exists', 'is-a-folder'])

/** Gathers small files; others come at once. */
export async function* loadsOf(files: AsyncIterable<FileToFetch>): AsyncGenerator<Load> {
  let most = LOAD_FILES.first
  let load: FileToFetch[] = []
  for await (const file of files) {
    if (file.entry.sizeBytes > SMALL_BYTES_MAX) {
      yield [file]
      continue
    }
    load.push(file)
    if (load.length < most) continue
    yield load
    load = []
    most = Math.min(2 * most, LOAD_FILES.most)
  }
  if (load.length > 0) yield load
}

export interface Fetched {
  readonly entry: FileEntry
  /** The file's own; what concerns the swarm as a whole is thrown. */
  readonly failure: HiroError | undefined
}

interface LoadWork {
  readonly swarm: Readable
  readonly fetch: Fetch
  readonly transfers: Transfers
}

export async function fetchLoad(work: LoadWork, load: Load, signal: AbortSignal): Promise<Fetched[]> {
  const [first] = load
  if (first === undefined) return []
  if (load.length === 1) return [await fetchOne(work, first, signal)]
  const fetched: Fetched[] = []
  const alone: FileToFetch[] = []
  const together = async (): Promise<void> => {
    const localOf = new Map(load.map(({ entry, local }) => [entry, local]))
    const { onBadCopy } = work.fetch
    for await (const { entry, bytes } of work.swarm.readSmall([...localOf.keys()], { signal, onBadCopy })) {
      const file = { entry, local: localOf.get(entry) ?? '' }
      if (bytes === undefined) alone.push(file)
      else fetched.push({ entry, failure: placeOrTell(work.fetch, file, bytes) })
    }
  }
  await work.transfers.run(LOAD_BYTES, together, signal)
  const one = async (file: FileToFetch, signal: AbortSignal): Promise<Fetched> => await fetchOne(work, file, signal)
  for await (const outcome of mapOrdered(alone, FILES_AT_ONCE, one, signal)) fetched.push(outcome)
  return fetched
}

function placeOrTell(fetch: Fetch, { entry, local }: FileToFetch, bytes: Uint8Array): HiroError | undefined {
  try {
    fetch.place(entry, local, bytes)
    return undefined
  } catch (cause) {
    const error = toHiroError(cause)
    if (OF_THE_FILE.has(error.code)) return error
    throw error
  }
}

async function fetchOne(work: LoadWork, file: FileToFetch, signal: AbortSignal): Promise<Fetched> {
  const { entry } = file
  const fetching = async (): Promise<HiroError | undefined> => await fetchOrTell(work, file, signal)
  return { entry, failure: await work.transfers.run(entry.sizeBytes, fetching, signal) }
}

async function fetchOrTell(
  { swarm, fetch }: LoadWork,
  { entry, local }: FileToFetch,
  signal: AbortSignal,
): Promise<HiroError | undefined> {
  try {
    await fetch.file(entry, local, signal)
    return undefined
  } catch (cause) {
    throwIfAborted(signal)
    const error = toHiroError(cause)
    if (OF_THE_FILE.has(error.code)) return error
    if (error.code !== 'unreachable' && error.code !== 'timeout') throw error
    // Workers that are down concern the files that they hold; a coordinator that is down concerns all.
    await swarm.stat(entry.path, { signal })
    return error
  }
}
