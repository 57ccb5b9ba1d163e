import { bothKilled } from '../campaign/faults/both-killed.ts'
import { coordinatorKilled } from '../campaign/faults/coordinator-killed.ts'
import { workerKilled } from '../campaign/faults/worker-killed.ts'
import { campaignSuite } from './campaign-suite.ts'

// All others, and how long they take: testnet/long/. As often as their bars ask: npm run campaign.
campaignSuite([workerKilled, coordinatorKilled, bothKilled], { timed: false, timeoutMs: 180_000 })
