import { toHex } from '../../shared/ids.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { PieceRecord, ShortRecord, StoreRecord } from '../metadata/records.js'

/** Writes of `putPiece` at most: the record, a row that it leaves and one that it gets. */
export const WRITES_PER_PIECE = 3

/**
 * Writes the record of a piece, and lists it where it has fewer copies than it shall have, `short/<good copies>/<cid>`, so that the worst off come first, or more, `over/<cid>`. Which row it has stands in the
 * record: both change in one step, and no row is ever looked for.
 */
export async function putPiece(tx: Transaction, cid: string, piece: PieceRecord): Promise<void> {
  const { short, over } = await listingOf(tx, piece)
  if (piece.short > 0 && piece.short !== short) tx.delete(keys.short(piece.short - 1, cid))
  if (short > 0 && piece.short !== short) {
    const missing = piece.copies - (short - 1)
    tx.put(keys.short(short - 1, cid), ShortRecord.encode({ missingBytes: missing * piece.sizeBytes }))
  }
  if (piece.over && !over) tx.delete(keys.over(cid))
  if (!piece.over && over) tx.put(keys.over(cid), new Uint8Array())
  tx.put(keys.piece(cid), PieceRecord.encode({ ...piece, short, over }))
}

/** The record goes, and with it its row. */
export function deletePiece(tx: Transaction, cid: string, piece: PieceRecord): void {
  if (piece.short > 0) tx.delete(keys.short(piece.short - 1, cid))
  if (piece.over) tx.delete(keys.over(cid))
  tx.delete(keys.piece(cid))
}

async function listingOf(tx: Transaction, piece: PieceRecord): Promise<{ short: number; over: boolean }> {
  if (piece.condemned) return { short: 0, over: false }
  const { good, draining } = await copiesOf(tx, piece)
  const missing = good.length < piece.copies
  return { short: missing ? good.length + 1 : 0, over: !missing && good.length + draining.length > piece.copies }
}

export interface CopiesOf {
  /** In stores that are neither lost nor away, and are not being emptied. */
  readonly good: string[]
  /** In stores that are there and are being emptied. */
  readonly draining: string[]
}

/** Store ids of those that hold a piece. */
export async function copiesOf(tx: Transaction, { holders }: Pick<PieceRecord, 'holders'>): Promise<CopiesOf> {
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
