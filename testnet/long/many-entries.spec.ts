import { manyEntriesSuite } from '../specs/many-entries-suite.ts'

manyEntriesSuite(100_000, 900_000)
