import assert from 'node:assert/strict'
import { systemClock } from '../clock/system-clock.ts'
import { newIdentity } from '../identity.ts'
import { systemRandom } from '../random/system-random.ts'
import { startLibp2pTransport } from './libp2p-transport.ts'
import { STRANGER_RECEIVED_BYTES_MAX } from './stream-limits.ts'
import { addressOf, collect } from './suite-bytes.ts'
import type { Transport } from './transport.ts'

const PROTOCOL = '/hiro/both/1'
const BYTES = STRANGER_RECEIVED_BYTES_MAX + 1024 * 1024
const ROUNDS = 6

describe('two peers that dial each other at once, over libp2p', () => {
  const listen = ['/ip4/127.0.0.1/tcp/0']
  const start = async () =>
    await startLibp2pTransport({ identity: newIdentity(systemRandom), listen, clock: systemClock })

  it('both belong here once they said so, on each of the connections: neither is held to be a stranger', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const peers = await Promise.all([start(), start()])
      const got: number[] = []
      for (const peer of peers) {
        peer.handle(PROTOCOL, async ({ source, remotePeer }) => {
          // As a service does when it has seen the pass.
          peer.admit(remotePeer)
          got.push(Buffer.concat(await collect(source)).byteLength)
        })
      }
      const send = async (from: Transport, to: Transport): Promise<void> => {
        const stream = await from.open(addressOf(to), PROTOCOL, {})
        await stream.sink([new Uint8Array(BYTES)])
        for await (const _ of stream.source);
      }
      const [a, b] = peers
      try {
        await Promise.all([send(a, b), send(b, a)])
        assert.deepEqual(got, [BYTES, BYTES])
      } finally {
        await Promise.all(peers.map((peer) => peer.stop()))
      }
    }
  })
})
