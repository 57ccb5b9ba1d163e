import { flipMetadataSuite } from '../damage/flip-metadata/flip-metadata-suite.ts'
import { chance } from '../specs/seed-fixture.ts'

describe('metadata on a bad disk, byte after byte', function () {
  this.timeout(3_600_000)
  flipMetadataSuite(chance('flip metadata'), { file: 4, withLog: 64, log: 4 })
})
