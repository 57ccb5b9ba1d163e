import { bytes, cid, group, id, openIntent, peer, places, result, version, worker } from './sample-parts.ts'

const target = { peer, addresses: ['/ip4/192.0.2.1/tcp/4001'] }
const shardsTask = {
  work: 2,
  dataShards: 4,
  parityShards: 2,
  revision: version,
  sources: [{ shard: 0, cid, workers: [target] }],
  outputs: [{ shard: 5, cid, target }],
}
const shardMap = {
  dataShards: 1,
  parityShards: 1,
  shards: [
    { cid, holders: [0] },
    { cid, holders: [] },
  ],
}
const shardedGroup = { ...group, pieces: [{ cid, sizeBytes: 4_195_364, shards: [cid, cid] }] }
const shortShards = [
  {
    index: 3,
    holders: [],
    shards: [
      { cid, holders: [peer] },
      { cid, holders: [] },
    ],
  },
]
const sharded = { cid, sizeBytes: 4_195_364, holders: [], copies: 2, shards: shardMap }

/** Calls that have more in them since shards came. */
export const shardsControl = {
  readMap: [
    { file: id, version, firstGroup: 4, groups: 2, numbers: [] as number[], removed: false },
    { groups: [{ group: 4, sealed: bytes(90, 11), pieces: [sharded] }], workers: [worker] },
  ],
  openIntent: [
    openIntent,
    { version, copies: 3, copiesMin: 2, leaseMs: 30_000, places, committed: result, dataShards: 4, parityShards: 2 },
  ],
  sealGroup: [shardedGroup, { short: shortShards, copies: 2 }],
} as const

export const shardsMembership = {
  tasks: [
    { outcomes: [{ cid, code: '', peer: '', shards: [cid, cid] }], waitMs: 10_000 },
    {
      tasks: [{ cid, sizeBytes: 4_195_364, targets: [], grant: bytes(40, 9), shards: shardsTask }],
      checks: [],
    },
  ],
} as const
