import { KINDS } from '../flood/kinds.ts'
import { floodsSuite } from '../specs/floods-suite.ts'

floodsSuite(Object.keys(KINDS))
