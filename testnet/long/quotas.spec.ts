import { quotasSuite } from '../specs/quotas-suite.ts'

quotasSuite({ all: true })
