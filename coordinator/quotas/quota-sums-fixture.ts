import { toHex } from '../../shared/ids.ts'
import { partsOf, under } from '../metadata/keys.ts'
import type { Reader } from '../metadata/metadata-store.ts'
import { InodeRecord, QuotaRecord, UsedRecord } from '../metadata/records.js'
import { quotaAt } from './quota-rows.ts'

/** Where what quotas count is not the sum of the inodes that say they are charged there; empty: nowhere. Holds after every transaction. */
export async function faultsOfSums(store: Reader): Promise<string[]> {
  const sums = new Map<string, { bytes: number; files: number }>()
  for await (const { inode } of allInodes(store)) {
    const folder = toHex(inode.charged)
    if (folder === '') continue
    const { bytes, files } = sums.get(folder) ?? { bytes: 0, files: 0 }
    sums.set(folder, { bytes: bytes + (inode.logicalBytes ?? Number.NaN), files: files + 1 })
  }
  const used = new Map<string, string>()
  for await (const { key, value } of rowsUnder(store, 'used/')) {
    const { bytes, files } = UsedRecord.decode(value)
    used.set(partsOf(key)[0] ?? '', `${bytes} bytes, ${files} files`)
  }
  const faults: string[] = []
  for (const folder of new Set([...sums.keys(), ...used.keys()])) {
    const { bytes, files } = sums.get(folder) ?? { bytes: 0, files: 0 }
    const [should, is = '0 bytes, 0 files'] = [`${bytes} bytes, ${files} files`, used.get(folder)]
    if (should !== is) faults.push(`the quota of folder ${folder} counts ${is}, and its inodes are ${should}`)
  }
  return faults
}

/** Which files do not count where they shall; empty once nothing is left to be counted anew. */
export async function faultsOfCharges(store: Reader): Promise<string[]> {
  const faults: string[] = []
  for await (const { id, inode } of allInodes(store)) {
    const should = inode.folder ? '' : ((await quotaAt(store, toHex(inode.parent)))?.folder ?? '')
    const is = toHex(inode.charged)
    if (is !== should) faults.push(`${id} counts in the quota of "${is}", not of "${should}"`)
  }
  for await (const { key, value } of rowsUnder(store, 'quota/'))
    if (QuotaRecord.decode(value).removed) faults.push(`${key} holds no more, and is there still`)
  return faults
}

export async function* allInodes(store: Reader): AsyncGenerator<{ id: string; inode: InodeRecord }> {
  for await (const { key, value } of rowsUnder(store, 'inode/'))
    yield { id: partsOf(key)[0] ?? '', inode: InodeRecord.decode(value) }
}

async function* rowsUnder(store: Reader, prefix: string): AsyncGenerator<{ key: string; value: Uint8Array }> {
  let last: string | undefined
  do {
    const rows = await store.scan(under(prefix, { last }))
    yield* rows
    last = rows.at(-1)?.key
  } while (last !== undefined)
}
