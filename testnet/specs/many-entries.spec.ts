import { manyEntriesSuite } from './many-entries-suite.ts'

// 100,000: testnet/long/
manyEntriesSuite(10_000, 90_000)
