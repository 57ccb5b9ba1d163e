import type { SwarmStatus } from '../index.ts'

export const PEERS = ['worker-1', 'worker-2', 'worker-3'].map((name) => ({
  id: `12D3KooW-${name}`,
  name,
  zone: '',
  alive: true,
  addresses: ['/ip4/127.0.0.1/tcp/4001'],
}))

const NO_REPAIR: SwarmStatus['repair'] = {
  pieces: 0,
  missingBytes: 0,
  underWay: 0,
  bytesPerSecond: 0,
  secondsLeft: undefined,
  over: 0,
  rebalancing: false,
}

const FACTS = {
  capacityBytes: 1000,
  usedBytes: 10,
  freeBytes: 990,
  pieces: 1,
  removals: 0,
  lastSeenMs: 0,
  draining: false,
  away: false,
}

/** The state of a swarm that is played. */
export function testStatus(repair: Partial<SwarmStatus['repair']>): SwarmStatus {
  return {
    swarm: '00',
    epoch: 1,
    revision: 2 ** 40 + 7,
    workers: PEERS.map((peer) => ({ ...peer, ...FACTS })),
    pieces: { total: 3, under: 1, lost: 1 },
    uploads: 0,
    repair: { ...NO_REPAIR, ...repair },
    trash: { items: 2, storedBytes: 3_000_000 },
    backup: { condition: 'ok', ageMs: 12_000 },
  }
}
