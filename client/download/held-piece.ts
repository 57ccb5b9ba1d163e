import { isDeepStrictEqual } from 'node:util'
import { cidFromBytes } from '../../shared/cid.ts'
import { DATA_SHARDS_MAX, PARITY_SHARDS_MAX } from '../../shared/erasure/limits.ts'
import { HiroError } from '../../shared/errors.ts'
import type { Peer } from '../../shared/piece-map.ts'
import type { PieceHolders, ShardMap } from '../../shared/protocol/control/control.js'
import { workersAt } from '../workers/places.ts'

/** A piece, and the workers that hold it as the coordinator says, the best to read from first. */
export interface HeldPiece {
  readonly cid: string
  readonly sizeBytes: number
  readonly holders: readonly Peer[]
  /** How many copies it shall have; 0: it is kept as shards only. Absent: nobody said. */
  readonly copies?: number
  /** It is kept as shards, or is on its way to it, besides what copies there are. */
  readonly shards?: HeldShards | undefined
}

export interface HeldShards {
  readonly dataShards: number
  readonly parityShards: number
  readonly shards: readonly HeldShard[]
}

export interface HeldShard {
  /** Its number: those of the data come first. */
  readonly shard: number
  readonly cid: string
  readonly holders: readonly Peer[]
}

/** What the coordinator says of a piece; `peers` are the workers of its message. Throws as `heldShards`. */
export function heldPiece(
  { cid, sizeBytes, copies, holders, shards }: PieceHolders,
  peers: readonly Peer[],
): HeldPiece {
  const piece = { cid: cidFromBytes(cid), sizeBytes, copies, holders: workersAt(peers, holders) }
  return { ...piece, shards: shards && heldShards(shards, peers) }
}

/** Whether two maps send a reader to the same workers for the same bytes. */
export function samePlaces(one: HeldPiece, other: HeldPiece): boolean {
  return isDeepStrictEqual(placesOf(one), placesOf(other))
}

function placesOf({ cid, holders, shards }: HeldPiece): string[] {
  const held = [{ cid, holders }, ...(shards?.shards ?? [])]
  return held.flatMap(({ cid, holders }) => holders.map(({ id }) => `${cid} ${id}`)).toSorted()
}

/** Throws `version-unknown` for a code that this Hiro does not know, `bad-frame`. */
function heldShards({ dataShards, parityShards, shards }: ShardMap, peers: readonly Peer[]): HeldShards {
  if (dataShards < 1 || dataShards > DATA_SHARDS_MAX || parityShards < 1 || parityShards > PARITY_SHARDS_MAX)
    throw new HiroError('version-unknown', `a piece is kept as ${dataShards} + ${parityShards} shards`)
  if (shards.length !== dataShards + parityShards)
    throw new HiroError('bad-frame', `a piece has ${shards.length} shards, not ${dataShards + parityShards}`)
  const held = shards.map(({ cid, holders }, shard) => ({
    shard,
    cid: cidFromBytes(cid),
    holders: workersAt(peers, holders),
  }))
  return { dataShards, parityShards, shards: held }
}
