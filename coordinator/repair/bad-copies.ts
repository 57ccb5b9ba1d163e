import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { PieceRecord } from '../metadata/records.js'
import { dropHolder } from '../operations/drop-holder.ts'
import { copiesOf } from './piece-lists.ts'

/** A client found a copy missing or bad. It is not believed, or it could talk every copy away: the worker that holds it looks for itself, and says so. */
export function reportBad({ members, mailbox }: Context, cid: string, worker: string): void {
  const member = members.aliveByPeer(worker)
  if (member) mailbox.check(member.store, cid)
}

/** Writes per piece: its record and rows, held. */
const PIECES_PER_TRANSACTION = 25

/**
 * A worker has copies that are not the bytes their CIDs name, or are gone: they count no more, and new ones are made. It keeps what is left of them until it is told that it may go, for a piece without any
 * good copy may still be saved from it. Answers those. Idempotent.
 */
export async function takeBadCopies(context: Context, store: string, cids: readonly string[]): Promise<string[]> {
  const released: string[] = []
  for (let at = 0; at < cids.length; at += PIECES_PER_TRANSACTION) {
    const some = cids.slice(at, at + PIECES_PER_TRANSACTION)
    step('bad-copies-arrived')
    const { value } = await context.store.transact(async (tx) => {
      const free: string[] = []
      for (const cid of some) {
        const row = await tx.get(keys.piece(cid))
        const piece = row && PieceRecord.decode(row)
        if (piece === undefined) free.push(cid)
        else {
          await dropHolder(tx, store, cid, piece)
          const { good } = await copiesOf(tx, piece)
          const others = good.filter((id) => id !== store && context.members.aliveByStore(id) !== undefined)
          if (piece.condemned || others.length >= piece.copies) free.push(cid)
        }
      }
      return free
    })
    released.push(...value)
    step('bad-copies-recorded')
  }
  return released
}
