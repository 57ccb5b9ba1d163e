import { every } from '../../shared/clock/every.ts'
import { hasCode, toHiroError } from '../../shared/errors.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import { PieceRecord } from '../metadata/records.js'
import { settled } from '../operations/settle.ts'
import { orderTransfers } from '../repair/order.ts'
import type { Transfer } from '../repair/transfer.ts'
import { beginDropping, dropShards } from './change-shape.ts'
import { holdersAlive, shardStates, workOf } from './plan-shards.ts'
import { reshapeMarked } from './reshape.ts'
import { SHAPE } from './shape.ts'
import { SHARDS_WORK } from './shards-work.ts'

const ROUND_INTERVAL_MS = 500
const ROWS_PER_ROUND = 500

/**
 * Takes pieces from copies to shards and back: says who shall make out their shards, lets repair make those, has another worker put the piece together from them, and only then lets the copies go. All that it remembers is in
 * memory and can be lost.
 */
export async function runReforms(context: Context, signal: AbortSignal): Promise<void> {
  let last: string | undefined
  const round = async (): Promise<void> => {
    try {
      await reshapeMarked(context, signal)
      last = await reformRound(context, last)
    } catch (cause) {
      const error = toHiroError(cause)
      if (hasCode(error, 'aborted')) throw error
      context.log.error('changing how pieces are kept failed and is tried again', { error })
    }
  }
  await every(context.clock, ROUND_INTERVAL_MS, round, signal, () => {})
}

/** One page of what is to be done; those that wait for workers must not stand in the way of others. The result is where the next round goes on. */
async function reformRound(context: Context, last: string | undefined): Promise<string | undefined> {
  const rows = await context.store.scan(under('reform/', { last, limit: ROWS_PER_ROUND }))
  if (rows.length === 0) return undefined
  await settled(context, Number.MAX_SAFE_INTEGER)
  const planned: Transfer[] = []
  for (const { key } of rows) {
    const cid = partsOf(key)[0] ?? ''
    const transfer = await stepOf(context, cid)
    if (transfer === undefined) continue
    planned.push(transfer)
    context.board.begin(transfer)
  }
  await orderTransfers(context, planned)
  return rows.length === ROWS_PER_ROUND ? rows.at(-1)?.key : undefined
}

async function stepOf(context: Context, cid: string): Promise<Transfer | undefined> {
  const row = await context.store.get(keys.piece(cid))
  const piece = row && PieceRecord.decode(row)
  if (piece === undefined || piece.condemned || piece.shape === SHAPE.dropping) {
    while (await context.reserve.forRemoval(async () => await dropShards(context, cid)));
    return undefined
  }
  if (piece.shape === SHAPE.joining) {
    // As long as copies are missing, repair makes them.
    if (holdersAlive(context, piece).length >= piece.copies) await beginDropping(context, cid, false)
    return undefined
  }
  if (context.board.full || !context.board.mayBegin(cid)) return undefined
  if (piece.shape === SHAPE.wanted) return describe(context, cid, piece)
  return piece.shape === SHAPE.building ? await verify(context, cid, piece) : undefined
}

function describe(context: Context, cid: string, piece: PieceRecord): Transfer | undefined {
  // Each shard needs a worker of its own: until there are as many, the piece is better off as it is.
  if (context.members.alive().length < piece.dataShards + piece.parityShards) return undefined
  const source = context.board.leastBusy(holdersAlive(context, piece), cid)
  if (source === undefined) return undefined
  const shards = workOf(piece, SHARDS_WORK.describe, [], [])
  return { cid, sizeBytes: piece.sizeBytes, source, targets: [], shards }
}

/** From parity as far as it goes, by a worker that has no copy of it and so made none of them, if there is one. */
async function verify(context: Context, cid: string, piece: PieceRecord): Promise<Transfer | undefined> {
  const states = await shardStates(context, piece)
  if (states.some(({ there }) => there.length === 0)) return undefined
  const makers = new Set(holdersAlive(context, piece).map(({ store }) => store))
  const others = context.members.alive().filter(({ store }) => !makers.has(store))
  const source = context.board.leastBusy(others, cid) ?? context.board.leastBusy(context.members.alive(), cid)
  if (source === undefined) return undefined
  const used = states.slice(-piece.dataShards)
  const shards = workOf(piece, SHARDS_WORK.verify, used, [])
  return { cid, sizeBytes: piece.sizeBytes, source, targets: [], shards }
}
