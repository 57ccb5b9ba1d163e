import { HiroError } from '../../shared/errors.ts'
import type { Range } from './metadata-store.ts'

/** Larger: fewer calls. Smaller: less memory, and less time in which nothing else runs (values can have 64 KiB). */
const SCAN_LIMIT_DEFAULT = 1000

export function scanLimitOf({ limit = SCAN_LIMIT_DEFAULT }: Range): number {
  if (!Number.isInteger(limit) || limit < 1) throw new HiroError('internal', `a scan with the limit ${limit}`)
  return limit
}
