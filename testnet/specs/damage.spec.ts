import { realProcessesSuite } from '../damage/real-processes-suite.ts'
import { chance } from './seed-fixture.ts'

describe('damage and hostile frames', function () {
  this.timeout(600_000)
  realProcessesSuite(chance('damage'), { even: 3, atRandom: 3, batch: 6, metadataFlips: 2, frames: 200 })
})
