import { cidToBytes } from '../../shared/cid.ts'
import type { ShardsTask } from '../../shared/protocol/membership/membership.js'
import type { Member } from '../membership/members.ts'

/** What a worker may be told to do with a piece that is kept, or shall be, as shards. Numbers of the protocol. */
export const SHARDS_WORK = { describe: 1, make: 2, verify: 3 } as const

export interface ShardsWork {
  readonly work: (typeof SHARDS_WORK)[keyof typeof SHARDS_WORK]
  readonly dataShards: number
  readonly parityShards: number
  readonly pieceSizeBytes: number
  /** Shards that are there, and who has them. */
  readonly sources: readonly { readonly shard: number; readonly cid: string; readonly workers: readonly Member[] }[]
  /** What to make and where to bring it; shard k + m is the whole piece. */
  readonly outputs: readonly { readonly shard: number; readonly cid: string; readonly target: Member }[]
}

export function shardsTaskOf(work: ShardsWork, revision: number): ShardsTask {
  const { dataShards, parityShards, sources, outputs } = work
  return {
    work: work.work,
    dataShards,
    parityShards,
    revision,
    sources: sources.map(({ shard, cid, workers }) => ({
      shard,
      cid: cidToBytes(cid),
      workers: workers.map(addressOf),
    })),
    outputs: outputs.map(({ shard, cid, target }) => ({ shard, cid: cidToBytes(cid), target: addressOf(target) })),
  }
}

function addressOf({ peer, addresses }: Member) {
  return { peer, addresses: [...addresses] }
}
