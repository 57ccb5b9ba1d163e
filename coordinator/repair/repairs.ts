import { every } from '../../shared/clock/every.ts'
import { toHiroError } from '../../shared/errors.ts'
import type { Context } from '../context.ts'
import { partsOf } from '../metadata/keys.ts'
import { settled } from '../operations/settle.ts'
import { ListWalk } from './list-walk.ts'
import { orderTransfers } from './order.ts'
import { planCopies } from './plan-copies.ts'
import { Rebalance } from './rebalance.ts'
import { trimSome } from './trim.ts'

/** How long a piece that became short may wait to be seen. */
const ROUND_INTERVAL_MS = 500
/** Rows looked at in a round. */
const ROWS_PER_ROUND = 1_000
/** When all that is short was looked at, and nothing can be done for any of it, it is looked at again after so long, or when a worker comes or goes. */
const HELPLESS_MS = 5_000

/**
 * Makes the copies that are missing, from worker to worker, those pieces first that have the fewest; takes away those that are too many; and evens the workers out when asked to. All that it remembers is in
 * memory and can be lost: what is short and what is over stands in the metadata, a piece is off the list only by a receipt, and one that is sent twice is the same piece.
 */
export async function runRepairs(context: Context, signal: AbortSignal): Promise<void> {
  const short = new ListWalk('short/', ROWS_PER_ROUND)
  const over = new ListWalk('over/', ROWS_PER_ROUND)
  const rebalance = new Rebalance()
  let helpless = { untilMs: 0, changes: -1 }
  const rooms = {
    repair: async (): Promise<void> => {
      if (context.clock.now() < helpless.untilMs && context.members.changes === helpless.changes) return
      const planned = await repairSome(context, short)
      if (planned === undefined) return
      if (planned > 0) short.fromTop()
      else if (short.atTop && context.board.piecesUnderWay === 0)
        helpless = { untilMs: context.clock.now() + HELPLESS_MS, changes: context.members.changes }
    },
    trim: async (): Promise<void> => await trimSome(context, over),
    rebalance: async (): Promise<void> => await rebalance.some(context),
  }
  const round = async (): Promise<void> => {
    context.board.forgetOverdue()
    for (const [name, room] of Object.entries(rooms)) {
      try {
        await room()
      } catch (cause) {
        const error = toHiroError(cause)
        if (error.code === 'aborted') throw error
        context.log.error('repairing failed and is tried again', { room: name, error })
      }
    }
  }
  await every(context.clock, ROUND_INTERVAL_MS, round, signal, () => {})
}

/** How many were ordered; `undefined`: nothing is short. */
async function repairSome(context: Context, short: ListWalk): Promise<number | undefined> {
  const { board } = context
  if (board.full) return 0
  const rows = await short.next(context)
  if (rows.length === 0) return undefined
  // What has just started does not know yet who is there.
  await settled(context, Number.MAX_SAFE_INTEGER)
  const planned = []
  for (const key of rows) {
    if (board.full) break
    const cid = partsOf(key)[1] ?? ''
    if (!board.mayBegin(cid)) continue
    const transfer = await planCopies(context, cid)
    if (transfer === undefined) continue
    planned.push(transfer)
    board.begin(transfer)
  }
  await orderTransfers(context, planned)
  return planned.length
}
