import { systemClock } from '../clock/system-clock.ts'
import { newIdentity } from '../identity.ts'
import { systemRandom } from '../random/system-random.ts'
import { startLibp2pTransport } from './libp2p-transport.ts'
import type { Transport } from './transport.ts'
import { transportSuite } from './transport-suite.ts'

transportSuite('libp2p', () => {
  const transports: Transport[] = []
  return {
    clock: systemClock,
    async join({ listens } = { listens: true }) {
      const listen = listens ? ['/ip4/127.0.0.1/tcp/0'] : []
      const transport = await startLibp2pTransport({ identity: newIdentity(systemRandom), listen, clock: systemClock })
      transports.push(transport)
      return transport
    },
    drive: (work) => work,
    async stop() {
      await Promise.all(transports.map((transport) => transport.stop()))
    },
  }
})
