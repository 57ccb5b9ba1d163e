import { formatSize } from '../../shared/config/for-people.ts'
import type { QuotaUse } from '../index.ts'
import { withCommas } from './terminal/for-people.ts'

/** `1.2 GiB of 10 GiB, 87 of 1,000 files`. */
export function usedLine({ bytesMax, filesMax, usedBytes, usedFiles, counting }: QuotaUse): string {
  const size = formatSize(usedBytes) + (bytesMax === undefined ? '' : ` of ${formatSize(bytesMax)}`)
  const files = withCommas(usedFiles) + (filesMax === undefined ? '' : ` of ${withCommas(filesMax)}`)
  return `${size}, ${files} files${counting ? ', being counted' : ''}`
}
