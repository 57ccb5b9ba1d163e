import { toHex } from '../../shared/ids.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { PieceRecord } from '../metadata/records.js'
import { chooseWorkers } from '../placement/choose-workers.ts'
import { planShards, planWhole } from '../shards/plan-shards.ts'
import { hasShards, isShard } from '../shards/shape.ts'
import type { Transfer } from './transfer.ts'

/** Who sends a piece that is short, and to whom. `undefined`: nobody to send it just now, or nobody with room to take it. */
export async function planCopies(context: Context, cid: string): Promise<Transfer | undefined> {
  const { store, members, board, random } = context
  const row = await store.get(keys.piece(cid))
  const piece = row && PieceRecord.decode(row)
  if (piece === undefined || piece.short === 0) return undefined
  if (isShard(piece)) return await planShards(context, piece.shardOf)
  if (piece.short === 1 && hasShards(piece)) return await planWhole(context, cid, piece)
  // Those that are silent, and not for long enough to be taken for dead, count: they are most likely back in a moment.
  const missing = piece.copies - (piece.short - 1)
  const holders = new Set(piece.holders.map(toHex))
  const alive = members.alive()
  const there = alive.filter(({ store }) => holders.has(store))
  const source = board.leastBusy(there, cid)
  if (source === undefined) return undefined
  const candidates = alive
    .filter(({ store, draining }) => !draining && !holders.has(store))
    .map((member) => ({ ...member, freeBytes: member.space.freeBytes - board.reservedAt(member.peer) }))
  const zonesTaken = there.filter(({ draining }) => !draining).map(({ zone }) => zone)
  const targets = chooseWorkers(candidates, { copies: missing, pieceBytes: piece.sizeBytes, zonesTaken }, random)
  return targets.length === 0 ? undefined : { cid, sizeBytes: piece.sizeBytes, source, targets }
}
