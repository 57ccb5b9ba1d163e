import { join } from 'node:path'
import { fsx } from '../mount/fsx/fsx.ts'
import { posixSuite } from '../mount/posix/posix-suite.ts'
import { featuresOfHiro } from '../mount/posix/row.ts'
import { programsSuite } from '../mount/programs/programs-suite.ts'
import { crashSuite } from '../specs/crash-suite.ts'
import { mountedSwarm } from '../specs/mounted-fixture.ts'
import { chance } from '../specs/seed-fixture.ts'

const OPERATIONS = 5_000
const MIB = 2 ** 20

describe('a mounted swarm, for long', function () {
  this.timeout(3_600_000)
  const swarm = mountedSwarm()
  const random = chance('mounted')

  it(`a file worked at random, ${OPERATIONS} operations, alone and by two mounts in turns`, async () => {
    const seed = random.below(2 ** 31)
    const options = { seed, operations: OPERATIONS, sizeBytesMax: 2 * MIB, verifyEvery: 500 }
    await fsx({ ...options, folder: swarm.one, local: join(swarm.folder, 'trusted') })
    await fsx({ ...options, folder: swarm.one, other: swarm.other, perTurn: 50 })
  })

  posixSuite(() => swarm.one, featuresOfHiro, { other: () => swarm.other })
  programsSuite(
    () => swarm.one,
    undefined,
    () => swarm.other,
  )
})

crashSuite('long')
