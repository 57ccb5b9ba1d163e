import { toHex } from '../../shared/ids.ts'
import { COLLECT_DELAY_MS } from '../../shared/limits.ts'
import { step } from '../../shared/steps.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import { DirentRecord } from '../metadata/records.js'
import { discard } from '../namespace/detach.ts'
import { readInode } from '../namespace/tree.ts'
import { Differences } from '../quotas/charge.ts'
import { endQuota } from '../quotas/quota-rows.ts'
import { purgeFile } from '../trash/purge.ts'

/** Writes per child: its entry, its inode, what follows from it, that its older content goes too, and what the quota has that it counts in. */
const CHILDREN_PER_TRANSACTION = 24

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

/** One transaction's worth of a folder; its mark goes with the last child. */
async function takeApart(context: Context, mark: string): Promise<void> {
  const notBeforeMs = context.clock.now() + COLLECT_DELAY_MS
  await context.store.transact(async (tx) => {
    const children = await tx.scan(under(`dirent/${partsOf(mark)[0]}/`, { limit: CHILDREN_PER_TRANSACTION }))
    const sum = new Differences()
    for (const { key, value } of children) {
      const id = toHex(DirentRecord.decode(value).child)
      const inode = await readInode(tx, id)
      tx.delete(key)
      if (inode === undefined) continue
      tx.delete(keys.inode(id))
      sum.less(inode)
      discard(tx, id, inode, notBeforeMs)
      if (!inode.folder) await purgeFile(tx, id)
    }
    await sum.write(tx)
    if (children.length === CHILDREN_PER_TRANSACTION) return
    tx.delete(mark)
    tx.delete(keys.policy(partsOf(mark)[0] ?? ''))
    await endQuota(tx, partsOf(mark)[0] ?? '')
  })
}
