import { faults } from '../campaign/faults/index.ts'
import { campaignSuite } from '../specs/campaign-suite.ts'

campaignSuite(faults, { timed: true, timeoutMs: 1_200_000 })
