import { CHUNK_SIZE_BYTES, GROUP_EXTENTS_MAX } from '../../shared/limits.ts'
import type { MappedExtent, VersionMap } from './version-map.ts'

/** A run of bytes of a file: a part of an extent, or zeros where no extent is. */
export interface Part {
  readonly lengthBytes: number
  readonly from: { readonly extent: MappedExtent /** In the piece's plaintext. */; readonly offset: number } | undefined
}

/** Zeros are given out in slices, as everything is. */
const ZEROS_BYTES_MAX = CHUNK_SIZE_BYTES

/** The bytes [offset, end) of a version, part by part in order; groups are read as they are needed. `end` is at most the version's size. */
export async function* partsOf(
  map: VersionMap,
  offset: number,
  end: number,
  signal?: AbortSignal,
): AsyncGenerator<Part, void, undefined> {
  let at = offset
  for (let group = await firstGroup(map, offset, signal); group < map.groups && at < end; group++) {
    for (const extent of await map.group(group, signal)) {
      const extentEnd = extent.offset + extent.lengthBytes
      if (extentEnd <= at) continue
      if (extent.offset >= end) break
      yield* zeros(at, Math.min(extent.offset, end))
      at = Math.max(at, extent.offset)
      const lengthBytes = Math.min(extentEnd, end) - at
      yield { lengthBytes, from: { extent, offset: extent.pieceOffset + at - extent.offset } }
      at += lengthBytes
    }
  }
  yield* zeros(at, end)
}

/** The extent that holds `offset`, or the first one behind it. */
export async function extentFrom(
  map: VersionMap,
  offset: number,
  signal?: AbortSignal,
): Promise<MappedExtent | undefined> {
  for (let group = await firstGroup(map, offset, signal); group < map.groups; group++) {
    const extent = (await map.group(group, signal)).find(({ offset: at, lengthBytes }) => at + lengthBytes > offset)
    if (extent) return extent
  }
  return undefined
}

function* zeros(start: number, end: number): Generator<Part, void, undefined> {
  for (let at = start; at < end; at += ZEROS_BYTES_MAX) {
    yield { lengthBytes: Math.min(ZEROS_BYTES_MAX, end - at), from: undefined }
  }
}

/** The group that holds `offset` or the first byte after it. Where the head does not tell, a file of whole chunks is guessed right at once. */
async function firstGroup(map: VersionMap, offset: number, signal: AbortSignal | undefined): Promise<number> {
  const told = map.groupAt(offset)
  if (told !== undefined) return told
  let group = Math.min(map.groups - 1, Math.floor(offset / (CHUNK_SIZE_BYTES * GROUP_EXTENTS_MAX)))
  while (group > 0 && ((await map.group(group, signal))[0]?.offset ?? Number.POSITIVE_INFINITY) > offset) group--
  for (; group >= 0 && group < map.groups - 1; group++) {
    const last = (await map.group(group, signal)).at(-1)
    if (last !== undefined && last.offset + last.lengthBytes > offset) break
  }
  return Math.max(0, group)
}
