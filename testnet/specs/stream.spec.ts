import { streamSuite } from './stream-suite.ts'

streamSuite(2 ** 30, 300_000)
