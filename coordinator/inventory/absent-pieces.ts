import { HiroError } from '../../shared/errors.ts'
import { INVENTORY_LISTED_MAX } from '../../shared/protocol/membership/inventory.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { PieceRecord } from '../metadata/records.js'
import { dropHolder } from '../operations/drop-holder.ts'

/** Writes per piece: held, and the piece with its rows in the list of those that are short. */
const PIECES_PER_TRANSACTION = 25

/** These are not in the store, says its worker, though they were counted on: they count no more, and are made anew from elsewhere. Idempotent. */
export async function takeAbsent(context: Context, store: string, cids: readonly string[]): Promise<void> {
  if (cids.length > INVENTORY_LISTED_MAX) throw new HiroError('bad-frame', 'too many absent pieces in one call')
  for (let at = 0; at < cids.length; at += PIECES_PER_TRANSACTION) {
    step('absence-noting')
    await context.store.transact(async (tx) => {
      for (const cid of cids.slice(at, at + PIECES_PER_TRANSACTION)) {
        if ((await tx.get(keys.held(store, cid))) === undefined) continue
        // What is being removed is gone when its removal is confirmed, and that is on its way.
        if ((await tx.get(keys.removal(store, cid))) !== undefined) continue
        const row = await tx.get(keys.piece(cid))
        await dropHolder(tx, store, cid, row && PieceRecord.decode(row))
      }
    })
    step('absence-noted')
  }
  if (cids.length > 0) context.log.warn('a store lacks pieces that were counted on', { store, pieces: cids.length })
}
