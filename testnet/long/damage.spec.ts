import { flipPieceSuite } from '../damage/flip-piece/flip-piece-suite.ts'
import { fuzzSuite } from '../damage/fuzz/fuzz-suite.ts'
import { realProcessesSuite } from '../damage/real-processes-suite.ts'
import { chance } from '../specs/seed-fixture.ts'

// Every byte of what the store gives out is for the campaign; what is left out here is left to chance.
describe('damage and hostile frames, many', function () {
  this.timeout(3_600_000)
  const random = chance('damage')
  flipPieceSuite(random, { port: 16, disk: 64 })
  fuzzSuite(random, 100_000)
  realProcessesSuite(random, { even: 16, atRandom: 16, batch: 32, metadataFlips: 8, frames: 2_000 })
})
