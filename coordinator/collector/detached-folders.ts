import { toHex } from '../../shared/ids.ts'
import { COLLECT_DELAY_MS } from '../../shared/limits.ts'
import { step } from '../../shared/steps.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { DirentRecord, type InodeRecord } from '../metadata/records.js'
import { discard } from '../namespace/detach.ts'
import { deleteDirent, keepInode } from '../namespace/past.ts'
import { readInode } from '../namespace/tree.ts'
import { Differences } from '../quotas/charge.ts'
import { endQuota } from '../quotas/quota-rows.ts'
import { dropSome } from '../snapshots/drop-snapshot.ts'
import { purgeFile } from '../trash/purge.ts'

/** Writes per child: its entry and its inode, each with what a snapshot sees of it, what follows from it, that its older content goes too, and what the quota has that it counts in. */
const CHILDREN_PER_TRANSACTION = 17
/** A transaction takes a MiB, an inode at most 64 KiB. */
const INODE_BYTES_PER_TRANSACTION = 512 * 1024

/** Takes folders apart that were removed with all they held: files become garbage, folders below are detached in turn. */
export async function collectDetachedFolders(context: Context, signal: AbortSignal): Promise<void> {
  for (;;) {
    const detached = await context.store.scan(under('detached/', { limit: 1 }))
    const [first] = detached
    if (first === undefined) return
    throwIfAborted(signal)
    step('folder-taking-apart')
    await takeApart(context, first.key)
    step('folder-taken-apart')
  }
}

/** One transaction's worth of a folder, its snapshots first: what only they see is not kept for them. Its mark goes with the last child. */
async function takeApart(context: Context, mark: string): Promise<void> {
  const notBeforeMs = context.clock.now() + COLLECT_DELAY_MS
  const [folder = ''] = partsOf(mark)
  await context.store.transact(async (tx) => {
    if (await dropSome(tx, folder)) return
    const children = await tx.scan(under(`dirent/${folder}/`, { limit: CHILDREN_PER_TRANSACTION }))
    const sum = new Differences()
    let [bytes, left] = [0, children.length]
    for (const { key, value } of children) {
      if (bytes > INODE_BYTES_PER_TRANSACTION) break
      const child = toHex(DirentRecord.decode(value).child)
      const inode = await takeOut(tx, { folder, tag: partsOf(key)[1] ?? '', child }, notBeforeMs)
      left--
      if (inode === undefined) continue
      sum.less(inode)
      bytes += inode.sealedHead.byteLength + inode.sealedAttributes.byteLength + inode.sealedName.byteLength
    }
    await sum.write(tx)
    if (left > 0 || children.length === CHILDREN_PER_TRANSACTION) return
    tx.delete(mark)
    tx.delete(keys.policy(folder))
    await endQuota(tx, folder)
  })
}

/** Its inode, as it was. */
async function takeOut(
  tx: Transaction,
  { folder, tag, child }: { readonly folder: string; readonly tag: string; readonly child: string },
  notBeforeMs: number,
): Promise<InodeRecord | undefined> {
  const inode = await readInode(tx, child)
  await deleteDirent(tx, folder, tag)
  if (inode === undefined) return undefined
  await keepInode(tx, child, inode)
  tx.delete(keys.inode(child))
  discard(tx, child, inode, notBeforeMs)
  if (!inode.folder) await purgeFile(tx, child)
  return inode
}
