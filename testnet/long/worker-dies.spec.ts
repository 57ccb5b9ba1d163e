import { workerDiesSuite } from '../specs/worker-dies-suite.ts'

workerDiesSuite(10)
