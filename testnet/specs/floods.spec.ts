import { floodsSuite } from './floods-suite.ts'

// A stranger who costs the most, and a member. All others: testnet/long/. What they cost an honest client: npm run flood.
floodsSuite(['sockets', 'member'])
