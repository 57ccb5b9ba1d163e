import { SHARDED_PIECE_BYTES_MIN } from '../../shared/erasure/limits.ts'
import { shardSizeBytes } from '../../shared/erasure/shard-layout.ts'
import type { Context } from '../context.ts'
import type { IntentRecord } from '../metadata/records.js'
import type { Policy } from './shape.ts'

/** At how many workers the pieces of an upload are placed, how many will do, and what each of them may have to take. */
export interface Spread {
  readonly copies: number
  readonly copiesMin: number
  readonly pieceBytesMax: number
}

/** Whether the large pieces of an upload are put as shards from the start. Where there are fewer workers than shards they are put as copies, and wait as such. */
export function beginsSharded(context: Context, { dataShards, parityShards }: Policy, pieceBytesMax: number): boolean {
  if (dataShards === 0 || pieceBytesMax < SHARDED_PIECE_BYTES_MIN) return false
  const open = context.members.alive().filter(({ draining }) => !draining)
  return open.length >= dataShards + parityShards
}

/** k + m shards survive as many losses as m + 1 copies, and k + W − 1 as many as W. */
export function spreadOf(
  { sharded, dataShards, parityShards, copies, copiesMin }: IntentRecord,
  pieceBytesMax: number,
): Spread {
  if (!sharded) return { copies, copiesMin, pieceBytesMax }
  return {
    copies: dataShards + parityShards,
    copiesMin: dataShards + copiesMin - 1,
    // The last piece of a file may be too small for shards: its copies go to the same workers.
    pieceBytesMax: Math.max(shardSizeBytes(pieceBytesMax, dataShards), SHARDED_PIECE_BYTES_MIN),
  }
}

/** What the pieces of an upload take on all disks, once they are as they shall be. */
export function storedBytesOf({ pieceBytes, copies, dataShards, parityShards }: IntentRecord): number {
  if (dataShards === 0 || pieceBytes < SHARDED_PIECE_BYTES_MIN) return pieceBytes * copies
  return Math.ceil((pieceBytes * (dataShards + parityShards)) / dataShards)
}
