import { extentFrom } from '../download/parts.ts'
import type { Layers } from './read-layers.ts'

interface Run {
  readonly offset: number
  readonly end: number
}

/** The first byte at or behind `offset` that was written, or that never was and so reads as zero; the end counts as such a hole. `undefined`: there is none. Throws as `VersionMap.group`. */
export async function seekLayers(
  layers: Layers,
  offset: number,
  what: 'data' | 'hole',
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  const { sizeBytes } = layers
  if (offset >= sizeBytes) return undefined
  let at = offset
  for (;;) {
    const run = await runFrom(layers, at, signal)
    if (run === undefined || run.offset >= sizeBytes) return what === 'data' ? undefined : at
    if (what === 'data') return run.offset
    if (run.offset > at) return at
    at = run.end
    if (at >= sizeBytes) return sizeBytes
  }
}

/** What was written, from `at` or from the first byte behind it on; it may go on behind its end. */
async function runFrom(
  { map, cut, inMemory }: Layers,
  at: number,
  signal: AbortSignal | undefined,
): Promise<Run | undefined> {
  const published = Math.min(cut, map.head.sizeBytes)
  const extent = at < published ? await extentFrom(map, at, signal) : undefined
  const runs = inMemory.flatMap((dirty) => dirty.runFrom(at) ?? [])
  if (extent && extent.offset < published) {
    runs.push({ offset: Math.max(at, extent.offset), end: Math.min(published, extent.offset + extent.lengthBytes) })
  }
  return runs.reduce<Run | undefined>((first, run) => (first && first.offset <= run.offset ? first : run), undefined)
}
