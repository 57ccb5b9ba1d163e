import { cidFromBytes } from '../../shared/cid.ts'
import { toHex } from '../../shared/ids.ts'
import { COPIES_MAX } from '../../shared/limits.ts'
import { keys } from '../metadata/keys.ts'
import type { Reader, Transaction } from '../metadata/metadata-store.ts'
import { PieceRecord, ShortRecord, StoreRecord } from '../metadata/records.js'
import { isShard, shardCids } from '../shards/shape.ts'

/** Writes of `putPiece` at most: the record, a row that it leaves and one that it gets. */
export const WRITES_PER_PIECE = 3

/**
 * Writes the record of a piece, and lists it where it has fewer copies than it shall have, `short/<good copies>/<cid>`, so that the worst off come first, or more, `over/<cid>`. Which row it has stands in the
 * record: both change in one step, and no row is ever looked for.
 */
export async function putPiece(tx: Transaction, cid: string, piece: PieceRecord): Promise<void> {
  const { short, missing, over } = await listingOf(tx, piece)
  if (piece.short > 0 && piece.short !== short) tx.delete(keys.short(piece.short - 1, cid))
  if (short > 0 && piece.short !== short) {
    tx.put(keys.short(short - 1, cid), ShortRecord.encode({ missingBytes: missing * piece.sizeBytes }))
  }
  if (piece.over && !over) tx.delete(keys.over(cid))
  if (!piece.over && over) tx.put(keys.over(cid), new Uint8Array())
  tx.put(keys.piece(cid), PieceRecord.encode({ ...piece, short, over }))
}

/** Nobody holds anything of it any more. */
export function isGone({ holders, shards }: PieceRecord): boolean {
  return holders.length === 0 && shards.length === 0
}

/** The record goes, and with it its row. */
export function deletePiece(tx: Transaction, cid: string, piece: PieceRecord): void {
  if (piece.short > 0) tx.delete(keys.short(piece.short - 1, cid))
  if (piece.over) tx.delete(keys.over(cid))
  tx.delete(keys.piece(cid))
}

interface Listing {
  readonly short: number
  /** Copies. */
  readonly missing: number
  readonly over: boolean
}

async function listingOf(tx: Transaction, piece: PieceRecord): Promise<Listing> {
  if (piece.condemned) return { short: 0, missing: 0, over: false }
  const { good, draining } = await copiesOf(tx, piece)
  const missing = Math.max(0, piece.copies - good.length)
  if (missing === 0) return { short: 0, missing, over: good.length + draining.length > piece.copies }
  const row = isShard(piece) ? await spareShards(tx, piece) : good.length
  return { short: row + 1, missing, over: false }
}

/** A shard that is missing is as bad as the number of losses that its piece can still bear, this one included: one more than that is as many copies. */
async function spareShards(tx: Transaction, { shardOf }: PieceRecord): Promise<number> {
  const row = await tx.get(keys.piece(cidFromBytes(shardOf)))
  const piece = row && PieceRecord.decode(row)
  if (piece === undefined) return 0
  let shards = 0
  for (const cid of shardCids(piece)) {
    const shard = await tx.get(keys.piece(cid))
    if (shard && (await copiesOf(tx, PieceRecord.decode(shard))).good.length > 0) shards++
  }
  const { good } = await copiesOf(tx, piece)
  return Math.min(good.length + Math.max(0, shards - piece.dataShards + 1), COPIES_MAX)
}

export interface CopiesOf {
  /** In stores that are neither lost nor away, and are not being emptied. */
  readonly good: string[]
  /** In stores that are there and are being emptied. */
  readonly draining: string[]
}

/** Store ids of those that hold a piece. */
export async function copiesOf(tx: Reader, { holders }: Pick<PieceRecord, 'holders'>): Promise<CopiesOf> {
  const good: string[] = []
  const draining: string[] = []
  for (const holder of holders) {
    const id = toHex(holder)
    const row = await tx.get(keys.store(id))
    const store = row && StoreRecord.decode(row)
    if (store === undefined || store.lost || store.away) continue
    ;(store.draining ? draining : good).push(id)
  }
  return { good, draining }
}
