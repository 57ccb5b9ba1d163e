import { partsOf, keys as rows } from '../../../coordinator/metadata/keys.ts'
import { InodeRecord, QuotaRecord, UsedRecord } from '../../../coordinator/metadata/records.js'
import { ROOT_ID, toHex } from '../../../shared/ids.ts'

type State = ReadonlyMap<string, Uint8Array>
type Violated = (what: string) => void

/** Each file counts in the quota that holds where it is, and a quota counts these and nothing else. */
export function judgeQuotas(state: State, violated: Violated): void {
  const sums = new Map<string, { bytes: number; files: number }>()
  for (const [key, value] of state) {
    if (!key.startsWith('inode/')) continue
    const inode = InodeRecord.decode(value)
    const [is, should] = [toHex(inode.charged), inode.folder ? '' : quotaAbove(state, toHex(inode.parent))]
    if (is !== should) violated(`${key} counts in the quota of "${is}", not of "${should}"`)
    if (is === '') continue
    const { bytes, files } = sums.get(is) ?? { bytes: 0, files: 0 }
    sums.set(is, { bytes: bytes + (inode.logicalBytes ?? Number.NaN), files: files + 1 })
  }
  for (const [key, value] of state) {
    if (!key.startsWith('used/')) continue
    const [folder = ''] = partsOf(key)
    const [{ bytes, files }, sum] = [UsedRecord.decode(value), sums.get(folder) ?? { bytes: 0, files: 0 }]
    sums.delete(folder)
    if (bytes !== sum.bytes || files !== sum.files)
      violated(`${key} is ${bytes} bytes in ${files} files, and its inodes are ${sum.bytes} in ${sum.files}`)
  }
  for (const folder of sums.keys()) violated(`files count in the quota of ${folder}, which counts none`)
}

/** Empty: none holds. */
function quotaAbove(state: State, folder: string): string {
  for (let at = folder; ; ) {
    const quota = state.get(rows.quota(at))
    if (quota && !QuotaRecord.decode(quota).removed) return at
    const row = state.get(rows.inode(at))
    if (at === ROOT_ID || row === undefined) return ''
    at = toHex(InodeRecord.decode(row).parent)
  }
}
