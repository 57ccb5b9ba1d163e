import { step } from '../../shared/steps.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Context } from '../context.ts'
import { keys, under } from '../metadata/keys.ts'
import { PieceRecord, RelistRecord } from '../metadata/records.js'
import { putPiece, WRITES_PER_PIECE } from './piece-lists.ts'

const PIECES_PER_TRANSACTION = Math.floor(100 / WRITES_PER_PIECE)

/** Looks at pieces whose copies count otherwise than they did, because a store went away or came back, or a version was published with fewer than it shall have. Goes on where it was when it was killed. */
export async function relistPieces(context: Context, signal: AbortSignal): Promise<void> {
  const rows = await context.store.scan(under('relist/'))
  for (const { key } of rows) while (await relistSome(context, key)) throwIfAborted(signal)
}

async function relistSome(context: Context, relistKey: string): Promise<boolean> {
  const prefix = `${relistKey.slice('relist/'.length)}/`
  step('pieces-relisting')
  const { value } = await context.store.transact(async (tx) => {
    const row = await tx.get(relistKey)
    if (row === undefined) return false
    const last = RelistRecord.decode(row).last || undefined
    const rows = await tx.scan(under(prefix, { last, limit: PIECES_PER_TRANSACTION }))
    for (const { key } of rows) {
      const cid = key.slice(key.lastIndexOf('/') + 1)
      const piece = await tx.get(keys.piece(cid))
      if (piece) await putPiece(tx, cid, PieceRecord.decode(piece))
    }
    const more = rows.length === PIECES_PER_TRANSACTION
    if (more) tx.put(relistKey, RelistRecord.encode({ last: rows.at(-1)?.key ?? '' }))
    else tx.delete(relistKey)
    return more
  })
  step('pieces-relisted')
  return value
}
