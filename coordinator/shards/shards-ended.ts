import { cidFromBytes } from '../../shared/cid.ts'
import type { TaskOutcome } from '../../shared/protocol/membership/membership.js'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { PieceRecord } from '../metadata/records.js'
import { reportBad } from '../repair/bad-copies.ts'
import type { Transfer } from '../repair/transfer.ts'
import { beginDropping, giveWay, recordShards } from './change-shape.ts'
import { shardStates } from './plan-shards.ts'
import { SHARDS_WORK, type ShardsWork } from './shards-work.ts'

/** What follows from how a worker fared with shards. That some were made says nothing by itself: the receipts of those that hold them do. */
export async function shardsEnded(
  context: Context,
  { cid, source }: Transfer,
  { work }: ShardsWork,
  { code, peer, shards }: Pick<TaskOutcome, 'code' | 'peer' | 'shards'>,
): Promise<void> {
  if (code === '' && work === SHARDS_WORK.describe) return await recordShards(context, cid, shards.map(cidFromBytes))
  if (code === '' && work === SHARDS_WORK.verify) return await giveWay(context, cid)
  if (code !== 'integrity') return
  if (peer !== '' && peer !== source.peer) return await lookAtShard(context, cid, peer)
  // Its copy here is bad, or its shards, whole as they are, do not give it back.
  context.log.error('a piece and its shards do not agree', { cid, worker: source.name, work })
  if (work === SHARDS_WORK.verify) await beginDropping(context, cid, true)
}

/** A worker sent other bytes than those of a shard, or has none: it is asked to look itself, and the shard is made anew when it says so, too. */
async function lookAtShard(context: Context, cid: string, peer: string): Promise<void> {
  const member = context.members.aliveByPeer(peer)
  const row = await context.store.get(keys.piece(cid))
  if (member === undefined || row === undefined) return
  for (const { cid, there } of await shardStates(context, PieceRecord.decode(row)))
    if (there.includes(member)) reportBad(context, cid, peer)
}
