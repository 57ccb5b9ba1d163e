import { crashSuite } from './crash-suite.ts'

// With databases and random work: testnet/long/mounted.spec.ts.
crashSuite('short')
