import { workerDiesSuite } from './worker-dies-suite.ts'

// More often: testnet/long/
workerDiesSuite(1)
