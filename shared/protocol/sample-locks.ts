import { bytes, group, id, openIntent, peer, places, result, short, version } from './sample-parts.ts'

const range = { file: id, owner: bytes(16, 33), kind: 2, start: 4_096, end: 2 ** 53 - 1 }
const fence = { session: id, file: id, number: version }

/** Calls that came with locks, and those that have more in them since. */
export const locksControl = {
  openSession: [{ session: id }, { leaseMs: 20_000 }],
  renewSession: [{ session: id }, { leaseMs: 20_000 }],
  closeSession: [{ session: id }, {}],
  lock: [{ session: id, range, exclusive: true, waitMs: 10_000, request: id }, { fence: version }],
  unlock: [{ session: id, range }, {}],
  testLock: [{ session: id, range, exclusive: true }, { holder: { range, exclusive: true, own: true, client: peer } }],
  cancelLock: [{ session: id, request: id }, { fence: version }],
  openIntent: [
    { ...openIntent, fence },
    { version, copies: 3, copiesMin: 2, leaseMs: 30_000, places, committed: result, dataShards: 0, parityShards: 0 },
  ],
  commit: [
    { version, groups: 2, sealedHead: bytes(70, 7), sealedAttributes: bytes(60, 5), lastGroup: group, fence },
    { result, short, reopened: [0, 1] },
  ],
} as const
