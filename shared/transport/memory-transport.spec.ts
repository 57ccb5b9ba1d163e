import { SimulatedClock } from '../clock/simulated-clock.ts'
import { newIdentity } from '../identity.ts'
import { SeededRandom } from '../random/seeded-random.ts'
import { MemoryNetwork } from './memory-network.ts'
import { transportSuite } from './transport-suite.ts'

transportSuite('memory', () => {
  const clock = new SimulatedClock()
  const random = new SeededRandom('memory transport')
  const network = new MemoryNetwork({ clock, random, delayMs: [0, 5] })
  let joined = 0
  return {
    clock,
    async join({ listens } = { listens: true }) {
      return network.join(newIdentity(random).peerId, listens ? `/memory/${joined++}` : undefined)
    },
    drive: (work) => clock.drive(work),
    async stop() {},
  }
})
