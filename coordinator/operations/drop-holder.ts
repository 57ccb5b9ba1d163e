import { toHex } from '../../shared/ids.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import type { PieceRecord } from '../metadata/records.js'
import { deletePiece, isGone, putPiece } from '../repair/piece-lists.ts'

/** A store does not hold this piece any more. The record of a condemned piece goes with its last holder. */
export async function dropHolder(
  tx: Transaction,
  store: string,
  cid: string,
  piece: PieceRecord | undefined,
): Promise<void> {
  tx.delete(keys.held(store, cid))
  if (piece === undefined) return
  const holders = piece.holders.filter((holder) => toHex(holder) !== store)
  const left = { ...piece, holders }
  if (piece.condemned && isGone(left)) deletePiece(tx, cid, piece)
  else await putPiece(tx, cid, left)
}
