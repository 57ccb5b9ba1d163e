import { toHex } from '../../shared/ids.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import type { PieceRecord } from '../metadata/records.js'
import { deletePiece, putPiece } from '../repair/short-list.ts'

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
  if (piece.condemned && holders.length === 0) deletePiece(tx, cid, piece)
  else await putPiece(tx, cid, { ...piece, holders })
}
