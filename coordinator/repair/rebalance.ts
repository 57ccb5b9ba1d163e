import { toHex } from '../../shared/ids.ts'
import type { Context } from '../context.ts'
import type { Member } from '../membership/members.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import { PieceRecord } from '../metadata/records.js'
import { fillOf } from '../placement/fill.ts'
import { siblingStores } from '../shards/plan-shards.ts'
import { ListWalk } from './list-walk.ts'
import { orderTransfers } from './order.ts'
import type { Transfer } from './transfer.ts'
import { excess } from './trim.ts'

/** Workers whose shares of used space differ by less are even. */
const EVEN_WITHIN = 0.02
const ROWS_PER_ROUND = 500
/** Under way at once: a heartbeat tells what arrived and what was taken away only after a while. */
const BYTES_UNDER_WAY_SHARE_MAX = 0.25

/** Makes one more copy of what the fullest worker holds, on the emptiest that may have it; `trim.ts` then takes the fullest one's away. Lasts as long as `meta/rebalance` is there. */
export class Rebalance {
  #fullest: string | undefined
  #walk: ListWalk | undefined
  /** The walk over the fullest one's pieces found something to move. */
  #moved = false

  async some(context: Context): Promise<void> {
    if ((await context.store.get(keys.rebalance)) === undefined) return
    const workers = context.members.alive().filter(({ draining }) => !draining)
    const byFill = workers.toSorted((a, b) => fillOf(b) - fillOf(a))
    const [fullest, emptiest] = [byFill[0], byFill.at(-1)]
    if (fullest === undefined || emptiest === undefined) return
    // What is on its way counts before more is sent. Pieces that are short were looked at before, in this very round: for those that are left nobody can do anything.
    if (context.board.piecesUnderWay > 0 || (await anyIsOver(context))) return
    if (fillOf(fullest) - fillOf(emptiest) < EVEN_WITHIN) return await this.#end(context, 'the workers are even')
    if (this.#fullest !== fullest.store) {
      this.#fullest = fullest.store
      this.#walk = new ListWalk(`held/${fullest.store}/`, ROWS_PER_ROUND)
      this.#moved = false
    }
    await this.#move(context, fullest, byFill.toReversed())
  }

  async #move(context: Context, fullest: Member, emptiestFirst: readonly Member[]): Promise<void> {
    const walk = this.#walk
    if (walk === undefined) return
    const mean = emptiestFirst.reduce((sum, member) => sum + fillOf(member), 0) / emptiestFirst.length
    const { usedBytes, freeBytes } = fullest.space
    const bytesMax = BYTES_UNDER_WAY_SHARE_MAX * (fillOf(fullest) - mean) * (usedBytes + freeBytes)
    const planned: Transfer[] = []
    let bytes = 0
    for (const key of await walk.next(context)) {
      if (context.board.full || (bytes > 0 && bytes >= bytesMax)) break
      const transfer = await planMove(context, partsOf(key)[1] ?? '', fullest, emptiestFirst)
      if (transfer === undefined) continue
      planned.push(transfer)
      context.board.begin(transfer)
      bytes += transfer.sizeBytes
    }
    await orderTransfers(context, planned)
    this.#moved ||= planned.length > 0
    if (!walk.atTop) return
    if (!this.#moved) await this.#end(context, 'nothing more can be moved')
    this.#moved = false
  }

  async #end(context: Context, why: string): Promise<void> {
    this.#fullest = undefined
    await context.store.transact(async (tx) => tx.delete(keys.rebalance))
    context.log.info('evening out is over', { why })
  }
}

async function anyIsOver({ store }: Context): Promise<boolean> {
  return (await store.scan(under('over/', { limit: 1 }))).length > 0
}

/** `undefined`: it stays, for nobody emptier may have it. */
async function planMove(
  context: Context,
  cid: string,
  from: Member,
  emptiestFirst: readonly Member[],
): Promise<Transfer | undefined> {
  const { store, members, board } = context
  const row = await store.get(keys.piece(cid))
  const piece = row && PieceRecord.decode(row)
  if (piece === undefined || piece.condemned || !board.mayBegin(cid)) return undefined
  const holders = new Set(piece.holders.map(toHex))
  const siblings = await siblingStores(context.store, cid, piece)
  const there = members.alive().filter(({ store }) => holders.has(store))
  const target = emptiestFirst.find(
    (member) =>
      !holders.has(member.store) &&
      !siblings.has(member.store) &&
      fillOf(from) - fillOf(member) >= EVEN_WITHIN &&
      member.space.freeBytes - board.reservedAt(member.peer) >= piece.sizeBytes &&
      // The copy that is too many then has to be this one, and no other because of its zone.
      excess([...there, member], piece.copies) === from.store,
  )
  const source = target && board.leastBusy(there, cid)
  return source && { cid, sizeBytes: piece.sizeBytes, source, targets: [target] }
}
