import type { MappedExtent } from '../download/version-map.ts'

/** An extent before it is in a group. */
export type LooseExtent = Omit<MappedExtent, 'group'>

/** `extents` with `added` in their place: whatever lies under those is cut away. Both in the order of their offsets, without overlap, and so is the result. */
export function overwritten(extents: readonly LooseExtent[], added: readonly LooseExtent[]): LooseExtent[] {
  const result: LooseExtent[] = []
  let next = 0
  for (const extent of extents) {
    let rest: LooseExtent | undefined = extent
    while (rest !== undefined) {
      const over = added[next]
      if (over === undefined || over.offset >= endOf(rest)) {
        result.push(rest)
        rest = undefined
      } else if (endOf(over) <= rest.offset) {
        result.push(over)
        next++
      } else {
        if (rest.offset < over.offset) result.push(between(rest, rest.offset, over.offset))
        rest = endOf(rest) > endOf(over) ? between(rest, endOf(over), endOf(rest)) : undefined
      }
    }
  }
  return [...result, ...added.slice(next)]
}

/** Those that follow one another in the file and in their piece become one. */
export function joined(extents: readonly LooseExtent[]): LooseExtent[] {
  const result: LooseExtent[] = []
  for (const extent of extents) {
    const last = result.at(-1)
    const isNext = last && endOf(last) === extent.offset && last.cid === extent.cid
    if (isNext && last.pieceOffset + last.lengthBytes === extent.pieceOffset)
      result[result.length - 1] = { ...last, lengthBytes: last.lengthBytes + extent.lengthBytes }
    else result.push(extent)
  }
  return result
}

/** What of them lies in [start, end). */
export function within(extents: readonly LooseExtent[], start: number, end: number): LooseExtent[] {
  return extents
    .filter((extent) => extent.offset < end && endOf(extent) > start)
    .map((extent) => between(extent, Math.max(start, extent.offset), Math.min(end, endOf(extent))))
}

function between(extent: LooseExtent, start: number, end: number): LooseExtent {
  const pieceOffset = extent.pieceOffset + start - extent.offset
  return { ...extent, offset: start, lengthBytes: end - start, pieceOffset }
}

function endOf({ offset, lengthBytes }: LooseExtent): number {
  return offset + lengthBytes
}
