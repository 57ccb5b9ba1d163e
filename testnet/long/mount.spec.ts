import { join } from 'node:path'
import { needs } from '../machine/needs-fixture.ts'
import { lackOfCompiler } from '../mount/compile.ts'
import { fsx } from '../mount/fsx/fsx.ts'
import { localFolder } from '../mount/local-folder-fixture.ts'
import { LONG } from '../mount/programs/programs-size.ts'
import { programsSuite } from '../mount/programs/programs-suite.ts'
import { chance } from '../specs/seed-fixture.ts'

const SEEDS = 5
const OPERATIONS = 50_000
const MIB = 2 ** 20

describe('a local file system, for long', function () {
  this.timeout(3_600_000)
  needs(lackOfCompiler)
  const folder = localFolder()
  const random = chance('mount')

  it(`a file worked at random, ${OPERATIONS} operations of ${SEEDS} seeds, alone and through two paths`, async () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const options = {
        folder: folder(),
        seed: random.below(2 ** 31),
        operations: OPERATIONS,
        sizeBytesMax: (seed % 4) * MIB + 100_000,
        verifyEvery: 1_000,
        local: join(folder(), 'trusted'),
      }
      await fsx(options)
      await fsx({ ...options, other: `${folder()}/.`, perTurn: 100 })
    }
  })

  programsSuite(folder, LONG)
})
