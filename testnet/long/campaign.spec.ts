import { faults } from '../campaign/faults/index.ts'
import { campaignSuite } from '../specs/campaign-suite.ts'

// Those without a round here have long specs of their own.
campaignSuite(
  faults.filter(({ roundsShort }) => roundsShort > 0),
  { timed: true, timeoutMs: 1_200_000 },
)
