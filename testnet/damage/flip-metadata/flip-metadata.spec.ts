import { chance } from '../../specs/seed-fixture.ts'
import { flipMetadataSuite } from './flip-metadata-suite.ts'

describe('metadata on a bad disk', function () {
  this.timeout(600_000)
  flipMetadataSuite(chance('flip metadata'), { file: 120, withLog: 600, log: 120 })
})
