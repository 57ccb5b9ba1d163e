import { quotasSuite } from './quotas-suite.ts'

quotasSuite({ all: false })
