import { HiroError } from '../../shared/errors.ts'
import { ROOT_ID, toHex } from '../../shared/ids.ts'
import { PATH_DEPTH_MAX } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import type { Reader } from '../metadata/metadata-store.ts'
import { type InodeRecord, QuotaRecord } from '../metadata/records.js'
import { readInode, requireFolder } from '../namespace/tree.ts'
import { markForRecount } from './hooks.ts'
import { endQuota, quotaAt, readUsed } from './quota-rows.ts'

/** 0: no limit. */
export interface Quota {
  readonly bytesMax: number
  readonly filesMax: number
}

export interface QuotaUse {
  readonly folder: string
  readonly quota: Quota
  readonly usedBytes: number
  readonly usedFiles: number
  /** Something is being counted anew, here or elsewhere. */
  readonly counting: boolean
}

const QUOTAS_PER_PAGE = 100

/**
 * What all files below the folder may be together from now on; `undefined`: as a folder above says. What is there is counted in the background, and stays also where it is too much. Idempotent. Throws `not-found`, `not-a-folder`,
 * `usage`.
 */
export async function setQuota(context: Context, folder: string, quota: Quota | undefined): Promise<void> {
  if (quota && quota.bytesMax === 0 && quota.filesMax === 0)
    throw new HiroError('usage', 'a quota limits bytes or files')
  await context.store.transact(async (tx) => {
    await requireFolder(tx, folder)
    const row = await tx.get(keys.quota(folder))
    const before = row && QuotaRecord.decode(row)
    const holds = before !== undefined && !before.removed
    if (quota) {
      tx.put(keys.quotas, new Uint8Array())
      tx.put(keys.quota(folder), QuotaRecord.encode(quota))
    } else await endQuota(tx, folder)
    if (holds !== (quota !== undefined)) markForRecount(tx, folder)
  })
}

/** The quota that holds at a file or folder, and how many steps up its folder is; `undefined`: none does. Throws `not-found`. */
export async function readQuotaUse(
  { store }: Context,
  id: string,
): Promise<{ use: QuotaUse; above: number } | undefined> {
  if (id !== ROOT_ID && (await readInode(store, id)) === undefined)
    throw new HiroError('not-found', 'no such file or folder')
  const found = await quotaAt(store, id)
  if (found === undefined) return undefined
  return { use: await useOf(store, found.folder, found.quota, await isCounting(store)), above: found.above }
}

export interface ListedQuotas {
  readonly quotas: QuotaUse[]
  /** These folders and all that stand above them. */
  readonly folders: ReadonlyMap<string, InodeRecord>
  readonly next: string | undefined
}

/** Those of folders that hang on the root: others are in the trash, and count nothing that is there. */
export async function listQuotas({ store }: Context, after: string): Promise<ListedQuotas> {
  const last = after === '' ? undefined : after
  const rows = await store.scan(under('quota/', { last, limit: QUOTAS_PER_PAGE }))
  const counting = await isCounting(store)
  const folders = new Map<string, InodeRecord>()
  const quotas: QuotaUse[] = []
  for (const { key, value } of rows) {
    const [folder = ''] = partsOf(key)
    const quota = QuotaRecord.decode(value)
    if (quota.removed || !(await addFolders(store, folder, folders))) continue
    quotas.push(await useOf(store, folder, quota, counting))
  }
  return { quotas, folders, next: rows.length < QUOTAS_PER_PAGE ? undefined : rows.at(-1)?.key }
}

async function addFolders(store: Reader, folder: string, folders: Map<string, InodeRecord>): Promise<boolean> {
  const way = new Map<string, InodeRecord>()
  let at = folder
  for (let depth = 0; at !== ROOT_ID; depth++) {
    const inode = folders.get(at) ?? (await readInode(store, at))
    if (inode === undefined || depth > PATH_DEPTH_MAX) return false
    way.set(at, inode)
    at = toHex(inode.parent)
  }
  for (const [id, inode] of way) folders.set(id, inode)
  return true
}

async function useOf(
  store: Reader,
  folder: string,
  { bytesMax, filesMax }: Quota,
  counting: boolean,
): Promise<QuotaUse> {
  const { bytes, files } = await readUsed(store, folder)
  return { folder, quota: { bytesMax, filesMax }, usedBytes: bytes, usedFiles: files, counting }
}

/** What was removed for good leaves its quota as it is taken apart. */
async function isCounting(store: Reader): Promise<boolean> {
  for (const prefix of ['recount/', 'detached/'])
    if ((await store.scan(under(prefix, { limit: 1 }))).length > 0) return true
  return false
}
