import { streamSuite } from '../specs/stream-suite.ts'

// Memory must not grow with the file, so what holds for 1 GiB has to for more.
streamSuite(8 * 2 ** 30, 3_600_000)
