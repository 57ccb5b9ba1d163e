import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import { PieceRecord, StoreRecord } from '../metadata/records.js'
import { dropHolder } from '../operations/drop-holder.ts'

/** Writes per piece: held, removal, piece and its rows in the list of those that are short. */
const PIECES_PER_TRANSACTION = 25

/** What a lost store held counts no more, and nothing has to be removed from it. Its own record stays: a store that was given up never counts again. */
export async function collectLostStores(context: Context, signal: AbortSignal): Promise<void> {
  const rows = await context.store.scan(under('store/'))
  for (const { key, value } of rows) {
    if (!StoreRecord.decode(value).lost) continue
    const store = partsOf(key)[0] ?? ''
    while (await forgetSome(context, store)) throwIfAborted(signal)
  }
}

async function forgetSome(context: Context, store: string): Promise<boolean> {
  const { value } = await context.store.transact(async (tx) => {
    const held = await tx.scan(under(`held/${store}/`, { limit: PIECES_PER_TRANSACTION }))
    for (const { key } of held) {
      const cid = partsOf(key)[1] ?? ''
      const row = await tx.get(keys.piece(cid))
      await dropHolder(tx, store, cid, row && PieceRecord.decode(row))
      tx.delete(keys.removal(store, cid))
    }
    if (held.length > 0) return true
    const removals = await tx.scan(under(`removal/${store}/`, { limit: PIECES_PER_TRANSACTION }))
    for (const { key } of removals) tx.delete(key)
    return removals.length > 0
  })
  return value
}
