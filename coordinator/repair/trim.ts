import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import type { Member } from '../membership/members.ts'
import { keys, partsOf } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { PieceRecord, RemovalRecord } from '../metadata/records.js'
import { dropHolder } from '../operations/drop-holder.ts'
import { fillOf } from '../placement/fill.ts'
import { siblingStores } from '../shards/plan-shards.ts'
import type { ListWalk } from './list-walk.ts'
import { copiesOf } from './piece-lists.ts'

/** Writes per piece: its record and row, held, and the removal. */
const PIECES_PER_TRANSACTION = 20

/** Takes copies away that are more than a piece shall have: those of a worker that is being emptied, then those in a store that has another shard of the same piece, then those that share a zone, then those of the fullest worker. */
export async function trimSome(context: Context, over: ListWalk): Promise<void> {
  const cids = (await over.next(context)).map((key) => partsOf(key)[0] ?? '')
  for (let at = 0; at < cids.length; at += PIECES_PER_TRANSACTION) {
    step('copies-trimming')
    await context.store.transact(async (tx) => {
      for (const cid of cids.slice(at, at + PIECES_PER_TRANSACTION)) await trimOne(context, tx, cid)
    })
    step('copies-trimmed')
  }
}

async function trimOne({ members }: Context, tx: Transaction, cid: string): Promise<void> {
  const row = await tx.get(keys.piece(cid))
  const piece = row && PieceRecord.decode(row)
  if (piece === undefined || !piece.over) return
  const copies = await copiesOf(tx, piece)
  const there = copies.good.flatMap((store) => members.aliveByStore(store) ?? [])
  // A store that has another shard of the same piece would lose both together.
  const siblings = await siblingStores(tx, cid, piece)
  const crowded = there.find(({ store }) => siblings.has(store))?.store
  // What is taken away is never needed: as many as there shall be are with workers that are there, now.
  const store =
    there.length >= piece.copies ? (copies.draining[0] ?? crowded ?? excess(there, piece.copies)) : undefined
  if (store === undefined) return
  // It counts no more from now on, and the worker is told until it confirms.
  tx.put(keys.removal(store, cid), (revision) => RemovalRecord.encode({ revision }))
  await dropHolder(tx, store, cid, piece)
}

/** The store whose copy goes first; `undefined`: none is too many. */
export function excess(there: readonly Member[], copies: number): string | undefined {
  if (there.length <= copies) return undefined
  const inZone = (zone: string): number => there.filter((member) => member.zone === zone).length
  const [worst] = there.toSorted((a, b) => inZone(b.zone) - inZone(a.zone) || fillOf(b) - fillOf(a))
  return worst?.store
}
