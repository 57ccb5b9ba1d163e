import { coordinatorDiesSuite } from '../specs/coordinator-dies-suite.ts'

coordinatorDiesSuite(10)
