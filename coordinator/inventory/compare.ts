import { sleep } from '../../shared/clock/sleep.ts'
import { HiroError } from '../../shared/errors.ts'
import {
  INVENTORY_LISTED_MAX,
  INVENTORY_RANGE_PIECES,
  INVENTORY_RANGES_MAX,
  inventoryDigest,
} from '../../shared/protocol/membership/inventory.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import type { Range } from '../metadata/metadata-store.ts'

/** Behind `after`, up to `last`; an empty one is no bound. */
export interface Stretch {
  readonly after: string
  readonly last: string
}

export interface DigestedRange extends Stretch {
  readonly pieces: number
  readonly digest: Uint8Array
}

/** Which of these are not as the coordinator thinks. */
export async function differingRanges(
  { store: metadata, clock }: Context,
  store: string,
  ranges: readonly DigestedRange[],
): Promise<number[]> {
  if (ranges.length > INVENTORY_RANGES_MAX || ranges.some(({ pieces }) => pieces > INVENTORY_RANGE_PIECES)) {
    throw new HiroError('bad-frame', 'too much in one call for an inventory')
  }
  const differing: number[] = []
  for (const [index, range] of ranges.entries()) {
    const rows = await metadata.scan(heldIn(store, range, range.pieces + 1))
    const cids = rows.map(({ key }) => cidOf(key))
    const same = cids.length === range.pieces && Buffer.compare(inventoryDigest(cids), range.digest) === 0
    if (!same) differing.push(index)
    // Reads block: between two ranges everybody else has a turn.
    await sleep(clock, 0)
  }
  return differing
}

export interface Difference {
  /** Listed, and nobody knows that they are there: their receipts are wanted again. */
  readonly unknown: string[]
  /** Counted on, and not listed. */
  readonly missing: string[]
}

/** Compares a range that is listed in full. What waits to be removed is no difference. */
export async function compareListing(
  { store: metadata }: Context,
  store: string,
  listing: Stretch & { readonly cids: readonly string[] },
): Promise<Difference> {
  if (listing.cids.length > INVENTORY_LISTED_MAX) throw new HiroError('bad-frame', 'too many pieces in one listing')
  const rows = await metadata.scan(heldIn(store, listing, INVENTORY_LISTED_MAX))
  const held = new Set(rows.map(({ key }) => cidOf(key)))
  const listed = new Set(listing.cids)
  // Of what lies behind the last row that was read nothing is known; the worker lists it again.
  const readTo = rows.length < INVENTORY_LISTED_MAX ? undefined : cidOf(rows.at(-1)?.key ?? '')
  const isRemoved = async (cid: string): Promise<boolean> =>
    (await metadata.get(keys.removal(store, cid))) !== undefined
  const without = async (cids: Iterable<string>, others: ReadonlySet<string>): Promise<string[]> => {
    const found: string[] = []
    for (const cid of cids) {
      if (others.has(cid) || (readTo !== undefined && cid > readTo)) continue
      if (!(await isRemoved(cid))) found.push(cid)
    }
    return found
  }
  return { unknown: await without(listed, held), missing: await without(held, listed) }
}

function heldIn(store: string, { after, last }: Stretch, limit: number): Range {
  const prefix = `held/${store}/`
  const { start, end } = under(prefix, { last: after === '' ? undefined : keys.held(store, after) })
  return { start, end: last === '' ? end : `${keys.held(store, last)}\0`, limit }
}

function cidOf(heldKey: string): string {
  return partsOf(heldKey)[1] ?? ''
}
