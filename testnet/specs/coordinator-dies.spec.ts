import { coordinatorDiesSuite } from './coordinator-dies-suite.ts'

// More often: testnet/long/
coordinatorDiesSuite(1)
