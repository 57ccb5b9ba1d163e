import { createHash } from 'node:crypto'

/** Pieces in one range of an inventory. More: fewer ranges to compare. Fewer: less to list where one differs. */
export const INVENTORY_RANGE_PIECES = 256
/** Ranges compared by one call. */
export const INVENTORY_RANGES_MAX = 16
/** Pieces listed, asked for, or told to be absent by one call. */
export const INVENTORY_LISTED_MAX = 2_048

/** What both ends say of a range: the SHA-256 of its CIDs as text, in their order, each followed by a newline. */
export function inventoryDigest(cids: readonly string[]): Uint8Array {
  const hash = createHash('sha256')
  for (const cid of cids) hash.update(`${cid}\n`)
  return hash.digest()
}
