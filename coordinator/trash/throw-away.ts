import { COLLECT_DELAY_MS } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { discard } from '../namespace/detach.ts'
import { type Trashed, takeFromTrash, WRITES_PER_ITEM } from '../namespace/trash.ts'
import { purgeFile } from './purge.ts'

/** Thrown away in one transaction. */
export const THROWN_PER_TRANSACTION = Math.floor(127 / (WRITES_PER_ITEM + 2))

/** What the trash held can be restored no more: the collector takes its pieces. Of a file that was removed, older content goes with it. */
export async function throwAway({ clock }: Context, tx: Transaction, item: Trashed): Promise<void> {
  const { id, record } = item
  takeFromTrash(tx, item)
  discard(tx, id, record.inode, clock.now() + COLLECT_DELAY_MS)
  // Unless older content of it was restored since, and so the file itself.
  const gone = !record.replaced && !record.inode.folder && (await tx.get(keys.inode(id))) === undefined
  if (gone) await purgeFile(tx, id)
}
