import type { SwarmStatus } from '../index.ts'

export const PEERS = ['worker-1', 'worker-2', 'worker-3'].map((name) => ({
  id: `12D3KooW-${name}`,
  name,
  zone: '',
  alive: true,
  addresses: ['/ip4/127.0.0.1/tcp/4001'],
}))

export const NO_REPAIR: SwarmStatus['repair'] = {
  pieces: 0,
  missingBytes: 0,
  underWay: 0,
  bytesPerSecond: 0,
  secondsLeft: undefined,
  over: 0,
  rebalancing: false,
}
