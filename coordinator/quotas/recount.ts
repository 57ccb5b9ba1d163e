import { every } from '../../shared/clock/every.ts'
import { hasCode, toHiroError } from '../../shared/errors.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import { step } from '../../shared/steps.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { DirentRecord, InodeRecord, RecountRecord } from '../metadata/records.js'
import { readInode } from '../namespace/tree.ts'
import { Differences } from './charge.ts'
import { logicalSize } from './estimate.ts'
import { markForRecount } from './hooks.ts'
import { quotaAt, quotasInUse, readQuota } from './quota-rows.ts'

/** Short, for who removed a folder waits for what it gives back. */
const ROUND_INTERVAL_MS = 500
/** Writes: a child's inode, or its mark; of each quota that a child counted in, what that counts, and its end. */
const CHILDREN_PER_TRANSACTION = 40
/** Marks that are looked for at once. */
const PAGE_MARKS = 64

/** Beside the collector, and not one of its rooms: its rounds may take minutes. */
export async function runRecounts(context: Context, signal: AbortSignal): Promise<void> {
  const round = async (): Promise<void> => {
    try {
      await context.reserve.forRemoval(async () => await recountMarked(context, signal))
    } catch (cause) {
      const error = toHiroError(cause)
      if (hasCode(error, 'aborted')) throw error
      context.log.error('counting what quotas have failed and is tried again', { error })
    }
  }
  await every(context.clock, ROUND_INTERVAL_MS, round, signal, () => {})
}

/**
 * Counts files in the quota that holds where they are, from folder to folder, in bounded steps, each of which leaves marks for the next. At each moment a quota's count is that of the inodes which say that they are charged there; when no
 * mark is left, they say what is true. Killed anywhere, it goes on from there.
 */
export async function recountMarked(context: Context, signal: AbortSignal): Promise<void> {
  if (!(await quotasInUse(context.store))) return
  for (;;) {
    const rows = await context.store.scan(under('recount/', { limit: PAGE_MARKS }))
    if (rows.length === 0) break
    for (const { key } of rows) while (await recountSome(context, partsOf(key)[0] ?? '')) throwIfAborted(signal)
  }
  const any = under('quota/', { limit: 1 })
  if ((await context.store.scan(any)).length > 0) return
  await context.store.transact(async (tx) => {
    if ((await tx.scan(any)).length === 0) tx.delete(keys.quotas)
  })
}

/** Whether there is more of it. */
export async function recountSome(context: Context, folder: string): Promise<boolean> {
  step('files-recounting')
  const { value } = await context.store.transact(async (tx) => {
    const row = await tx.get(keys.recount(folder))
    if (row === undefined) return false
    const { last } = RecountRecord.decode(row)
    const options = { last: last || undefined, limit: CHILDREN_PER_TRANSACTION }
    const children = await tx.scan(under(`dirent/${folder}/`, options))
    await recountChildren(
      tx,
      folder,
      children.map(({ value }) => toHex(DirentRecord.decode(value).child)),
    )
    const next = children.length === CHILDREN_PER_TRANSACTION ? children.at(-1)?.key : undefined
    if (next === undefined) tx.delete(keys.recount(folder))
    else tx.put(keys.recount(folder), RecountRecord.encode({ last: next }))
    return next !== undefined
  })
  step('files-recounted')
  return value
}

async function recountChildren(tx: Transaction, folder: string, children: readonly string[]): Promise<void> {
  const found = await quotaAt(tx, folder)
  const charged = found ? fromHex(found.folder) : new Uint8Array()
  const sum = new Differences()
  for (const id of children) {
    const inode = await readInode(tx, id)
    if (inode === undefined) continue
    if (inode.folder) await markUnlessOwn(tx, id)
    else if (Buffer.compare(inode.charged, charged) !== 0) {
      // Its revision stays: for clients nothing changes.
      const after = { ...inode, logicalBytes: await logicalSize(tx, id, inode), charged }
      sum.less(inode)
      sum.more(after)
      tx.put(keys.inode(id), InodeRecord.encode(after))
    }
  }
  await sum.write(tx)
}

/** What is below a folder with a quota of its own counts there, whatever holds above. */
async function markUnlessOwn(tx: Transaction, folder: string): Promise<void> {
  const quota = await readQuota(tx, folder)
  if (quota === undefined || quota.removed) markForRecount(tx, folder)
}
