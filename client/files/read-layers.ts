import type { BadCopies } from '../download/bad-copies.ts'
import { readVersion } from '../download/read-version.ts'
import type { VersionMap } from '../download/version-map.ts'
import type { Dirty } from './dirty.ts'
import type { FilePorts } from './ports.ts'

/** What an open file consists of. */
export interface Layers {
  /** What is published, */
  readonly map: VersionMap
  /** as far as it still counts, */
  readonly cut: number
  /** and over it what is in memory, the newest last. */
  readonly inMemory: readonly Dirty[]
  readonly sizeBytes: number
}

const READ_WINDOW = 2

/** The bytes of a range, fewer only at the end; the result is the caller's. Throws as `readVersion`. */
export async function readLayers(
  ports: FilePorts,
  { map, cut, inMemory, sizeBytes }: Layers,
  { offset, lengthBytes }: { readonly offset: number; readonly lengthBytes: number },
  badCopies: BadCopies,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const end = Math.min(sizeBytes, offset + lengthBytes)
  const out = new Uint8Array(Math.max(0, end - offset))
  let holes = [{ offset, end }]
  // All that is in memory at once: while the rest is read it may be published, and be in memory no more.
  for (const dirty of inMemory) {
    holes = holes.flatMap((hole) => dirty.gaps(hole.offset, hole.end))
    dirty.readInto(offset, out)
  }
  for (const hole of holes) {
    const range = { offset: hole.offset, end: Math.min(hole.end, cut, map.head.sizeBytes) }
    if (range.end <= range.offset) continue
    let at = range.offset - offset
    for await (const slice of readVersion(ports, map, range, badCopies, {
      window: READ_WINDOW,
      atRandom: true,
      signal,
    })) {
      out.set(slice, at)
      at += slice.byteLength
    }
  }
  return out
}
