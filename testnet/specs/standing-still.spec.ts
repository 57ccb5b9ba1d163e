import { pause } from '../process/wait.ts'
import { randomBytes } from './bytes-fixture.ts'
import { mustRead, ok, put } from './commands-fixture.ts'
import { ownSwarm } from './swarm-fixture.ts'

const MIB = 2 ** 20
/** Longer than anyone waits for a worker that gives no sign of life. */
const STILL_MS = 7_000

describe('a worker that stands still for some seconds', function () {
  this.timeout(60_000)
  // Room for what is added, and none to set aside twice.
  const swarm = ownSwarm({ workers: 3, capacityBytes: 20 * MIB })

  it('has its copies in the end, and nothing is said', async () => {
    const { net } = swarm
    const bytes = randomBytes('still', 10 * MIB)
    net.pause('worker-2')
    const adding = put(net, '/still', bytes)
    try {
      await pause(STILL_MS)
    } finally {
      net.resume('worker-2')
    }
    await adding
    await mustRead(net, '/still', bytes)
    await ok(net, ['rm', '/still'])
  })
})
