import { streamSuite } from './stream-suite.ts'

// 1 GiB: testnet/long/
streamSuite(256 * 2 ** 20, 120_000)
