import { systemClock } from '../clock/system-clock.ts'
import { newIdentity } from '../identity.ts'
import { systemRandom } from '../random/system-random.ts'
import { startLibp2pTransport } from './libp2p-transport.ts'
import { endless, never } from './suite-bytes.ts'

/** A process for the spec to kill or stop: says who it is on standard output, then serves until it dies. */
const transport = await startLibp2pTransport({
  identity: newIdentity(systemRandom),
  listen: ['/ip4/127.0.0.1/tcp/0'],
  clock: systemClock,
})
transport.handle('/hiro/sends/1', (stream) => stream.sink(endless(0)))
transport.handle('/hiro/reads/1', async (stream) => {
  for await (const _ of stream.source) void _
})
transport.handle('/hiro/idles/1', async (stream) => {
  await stream.sink(never())
})
process.stdout.write(`${JSON.stringify({ id: transport.self, addresses: transport.addresses() })}\n`)
