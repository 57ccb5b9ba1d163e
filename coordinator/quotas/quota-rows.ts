import { ROOT_ID, toHex } from '../../shared/ids.ts'
import { PATH_DEPTH_MAX } from '../../shared/limits.ts'
import { keys } from '../metadata/keys.ts'
import type { Reader, Transaction } from '../metadata/metadata-store.ts'
import { QuotaRecord, UsedRecord } from '../metadata/records.js'
import { readInode } from '../namespace/tree.ts'

const NOTHING = new Uint8Array()

/** Whether any folder may have a quota: one row to read where none has. */
export async function quotasInUse(reader: Reader): Promise<boolean> {
  return (await reader.get(keys.quotas)) !== undefined
}

/** Also one that holds no more, and in which files are counted still. */
export async function readQuota(reader: Reader, folder: string): Promise<QuotaRecord | undefined> {
  const row = await reader.get(keys.quota(folder))
  return row && QuotaRecord.decode(row)
}

export async function readUsed(reader: Reader, folder: string): Promise<UsedRecord> {
  return UsedRecord.decode((await reader.get(keys.used(folder))) ?? NOTHING)
}

export interface FoundQuota {
  readonly folder: string
  readonly quota: QuotaRecord
  /** How many steps up that folder is. */
  readonly above: number
}

export interface Surroundings {
  readonly found: FoundQuota | undefined
  /** A folder on the way to that quota's, both included, is to be counted anew. */
  readonly recounting: boolean
}

/** The quota that holds at a file or folder: that of the nearest folder, itself included. What hangs below a folder that was removed has no other than one that was removed with it. */
export async function quotaAt(reader: Reader, id: string): Promise<FoundQuota | undefined> {
  if (!(await quotasInUse(reader))) return undefined
  for await (const { at, above } of upwards(reader, id)) {
    const quota = await readQuota(reader, at)
    if (quota && !quota.removed) return { folder: at, quota, above }
  }
  return undefined
}

/** As `quotaAt`. Whoever asks for this waits for those that count anew. */
export async function surroundings(reader: Reader, id: string): Promise<Surroundings> {
  if (!(await quotasInUse(reader))) return { found: undefined, recounting: false }
  let recounting = false
  for await (const { at, above } of upwards(reader, id)) {
    recounting ||= (await reader.get(keys.recount(at))) !== undefined
    const quota = await readQuota(reader, at)
    if (quota && !quota.removed) return { found: { folder: at, quota, above }, recounting }
  }
  return { found: undefined, recounting }
}

async function* upwards(reader: Reader, id: string): AsyncGenerator<{ at: string; above: number }> {
  let at = id
  for (let above = 0; above <= PATH_DEPTH_MAX; above++) {
    yield { at, above }
    const inode = at === ROOT_ID ? undefined : await readInode(reader, at)
    if (inode === undefined) return
    at = toHex(inode.parent)
  }
}

/** More or less bytes and files of one folder's quota. */
export interface Difference {
  readonly bytes: number
  readonly files: number
}

/** What a quota counts, by a difference. One that holds no more goes with the last file that is counted in it. Writes: one, or two. */
export async function adjust(tx: Transaction, folder: string, { bytes, files }: Difference): Promise<void> {
  if (bytes === 0 && files === 0) return
  const quota = await readQuota(tx, folder)
  if (quota === undefined) return
  const before = await readUsed(tx, folder)
  const used = { bytes: Math.max(0, before.bytes + bytes), files: Math.max(0, before.files + files) }
  if (used.files > 0 || !quota.removed) tx.put(keys.used(folder), UsedRecord.encode(used))
  else dropQuota(tx, folder)
}

/** It holds no more, from here on. Where files are counted in it still, its rows wait for them: set anew before, it goes on with what they are. */
export async function endQuota(tx: Transaction, folder: string): Promise<void> {
  const quota = await readQuota(tx, folder)
  if (quota === undefined) return
  if ((await readUsed(tx, folder)).files === 0) dropQuota(tx, folder)
  else tx.put(keys.quota(folder), QuotaRecord.encode({ ...quota, removed: true }))
}

function dropQuota(tx: Transaction, folder: string): void {
  tx.delete(keys.quota(folder))
  tx.delete(keys.used(folder))
}
