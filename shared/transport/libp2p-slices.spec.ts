import assert from 'node:assert/strict'
import { systemClock } from '../clock/system-clock.ts'
import { newIdentity } from '../identity.ts'
import { systemRandom } from '../random/system-random.ts'
import { startLibp2pTransport } from './libp2p-transport.ts'
import { SEND_SLICE_BYTES_MAX, SEND_SLICE_BYTES_MIN } from './stream-limits.ts'
import { addressOf, collect, MIB } from './suite-bytes.ts'

const PROTOCOL = '/hiro/slices/1'
const BYTES = 16 * MIB

describe('slices of a large body, over libp2p', () => {
  it('come as they were sent, and not in the records of the line: each costs, at every step of its way', async () => {
    const start = async (listen: string[]) =>
      await startLibp2pTransport({ identity: newIdentity(systemRandom), listen, clock: systemClock })
    const [server, client] = [await start(['/ip4/127.0.0.1/tcp/0']), await start([])]
    server.admit(client.self)
    client.admit(server.self)
    try {
      const arrived = Promise.withResolvers<Uint8Array[]>()
      server.handle(PROTOCOL, async ({ source }) => arrived.resolve(await collect(source)))
      const stream = await client.open(addressOf(server), PROTOCOL, {})
      const sent = systemRandom.bytes(BYTES)
      await stream.sink([sent])
      const slices = await arrived.promise
      assert.equal(Buffer.compare(Buffer.concat(slices), sent), 0)
      // Small ones until the line has shown that it is fast. The window may cut some of them.
      const most = 1.25 * ((2 * MIB) / SEND_SLICE_BYTES_MIN + (BYTES - 2 * MIB) / SEND_SLICE_BYTES_MAX)
      assert(slices.length <= most, `${slices.length} slices of ${BYTES} bytes; at most ${most} were expected`)
    } finally {
      await Promise.all([client.stop(), server.stop()])
    }
  })
})
