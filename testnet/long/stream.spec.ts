import { streamSuite } from '../specs/stream-suite.ts'

streamSuite(2 ** 30, 600_000)
