import { chance } from '../../specs/seed-fixture.ts'
import { flipPieceSuite } from './flip-piece-suite.ts'

describe('pieces on a bad disk', function () {
  this.timeout(600_000)
  flipPieceSuite(chance('flip piece'), { port: 1000, disk: 2000 })
})
