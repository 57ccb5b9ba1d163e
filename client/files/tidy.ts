import { hasCode } from '../../shared/errors.ts'
import { BadCopies } from '../download/bad-copies.ts'
import { Blocks } from '../download/blocks.ts'
import { readVersion } from '../download/read-version.ts'
import type { MappedExtent, VersionMap } from '../download/version-map.ts'
import type { OnProgress } from '../progress.ts'
import type { Range } from './dirty.ts'
import { Edit } from './edit.ts'
import { newestSeen, notePublished, readNewest } from './newest-seen.ts'
import type { FilePorts, FileSettings } from './ports.ts'
import { mapOf, publishChange } from './publish-change.ts'

/** Fewer extents in a row, within a chunk, stay as they are. More: less is written anew; fewer: files are read a little faster. */
const EXTENTS_MIN = 4
/** Small pieces that are fetched at once. */
const READ_WINDOW = 16
/** Of small pieces that were read: each has parts of many chunks. More: fewer are read again; less: less memory. */
const READ_BYTES_KEPT = 64 * 1024 * 1024
/** How often others may publish in between. */
const TRIES_MAX = 3

export interface TidyOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: OnProgress | undefined
}

export interface Tidied {
  /** Of the file, that were written anew: 0 where it is tidy. */
  readonly bytes: number
  /** In how many parts they were before. */
  readonly parts: number
}

interface Span {
  readonly offset: number
  readonly end: number
  readonly parts: number
}

/**
 * Brings what lies in many small pieces into few: chunk by chunk it is read, put as one piece, and published by a step of an edit, as any other write. Content, size and attributes stay, holes too, and nothing goes to the trash. Never takes the place of what others write: where
 * they were faster it looks anew, or throws `changed`. Holds one chunk in memory, and 64 MiB of small pieces. Throws as `read` and as publishing does.
 */
export async function tidyFile(
  ports: FilePorts,
  file: string,
  settings: FileSettings,
  { signal = new AbortController().signal, onProgress }: TidyOptions = {},
): Promise<Tidied> {
  let [bytes, parts] = [0, 0]
  const reading = { ...ports, blocks: new Blocks(READ_BYTES_KEPT) }
  const done = (span: Span): void => {
    bytes += span.end - span.offset
    parts += span.parts
    onProgress?.({ bytesDone: bytes })
  }
  for (let tries = 1; ; tries++) {
    try {
      const entry = await newestSeen(ports, file, await readNewest(ports, file, signal))
      await tidyVersion(reading, mapOf(ports, file, entry), settings, done, signal)
      return { bytes, parts }
    } catch (error) {
      if (!hasCode(error, 'changed', 'intent-ended') || tries === TRIES_MAX) throw error
    }
  }
}

async function tidyVersion(
  ports: FilePorts,
  first: VersionMap,
  settings: FileSettings,
  done: (span: Span) => void,
  signal: AbortSignal,
): Promise<void> {
  const chunks = await scattered(first, settings.chunkSizeBytes, signal)
  if (chunks.length === 0) return
  const { file, version: base } = first
  const { sizeBytes } = first.head
  const edit = await Edit.open(ports, { file, base, sizeBytes, ...settings }, signal)
  try {
    let map = first
    for (const [at, spans] of chunks.entries()) {
      const ranges = await Promise.all(spans.map(async (span) => await rangeOf(ports, map, span, signal)))
      const last = at === chunks.length - 1
      const same = { cut: sizeBytes, sizeBytes, attributes: undefined, sameContent: true, fence: undefined }
      map = await publishChange(ports, edit, map, { ...same, ranges, last }, settings, signal)
      await notePublished(ports, file, map.version)
      for (const span of spans) done(span)
    }
  } finally {
    await edit.end()
  }
}

/** What is worth it: by chunk, what lies there without a hole in many parts. */
async function scattered(map: VersionMap, chunkSizeBytes: number, signal: AbortSignal): Promise<Span[][]> {
  // What was never edited is in as few as it can be.
  if (map.head.groupPlaces === undefined) return []
  const chunks = new Map<number, Span[]>()
  const keep = (span: Span): void => {
    if (span.parts < EXTENTS_MIN) return
    const chunk = Math.floor(span.offset / chunkSizeBytes)
    chunks.set(chunk, [...(chunks.get(chunk) ?? []), span])
  }
  let run: Span = { offset: 0, end: 0, parts: 0 }
  for (let group = 0; group < map.groups; group++) {
    for (const { offset, end } of cutAtChunks(await map.group(group, signal), chunkSizeBytes)) {
      const goesOn = offset === run.end && offset % chunkSizeBytes !== 0
      if (!goesOn) keep(run)
      run = goesOn ? { ...run, end, parts: run.parts + 1 } : { offset, end, parts: 1 }
    }
  }
  keep(run)
  return [...chunks.values()]
}

function* cutAtChunks(
  extents: readonly MappedExtent[],
  chunkSizeBytes: number,
): Generator<{ readonly offset: number; readonly end: number }> {
  for (const { offset, lengthBytes } of extents) {
    for (let at = offset; at < offset + lengthBytes; ) {
      const end = Math.min(offset + lengthBytes, (Math.floor(at / chunkSizeBytes) + 1) * chunkSizeBytes)
      yield { offset: at, end }
      at = end
    }
  }
}

async function rangeOf(ports: FilePorts, map: VersionMap, { offset, end }: Span, signal: AbortSignal): Promise<Range> {
  const bytes = new Uint8Array(end - offset)
  let at = 0
  const badCopies = new BadCopies(ports.coordinator, undefined)
  for await (const slice of readVersion(ports, map, { offset, end }, badCopies, { window: READ_WINDOW, signal })) {
    bytes.set(slice, at)
    at += slice.byteLength
  }
  return { offset, bytes }
}
