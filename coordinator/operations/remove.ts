import { HiroError } from '../../shared/errors.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { remove as removeEntry } from '../namespace/detach.ts'
import { logChange } from '../namespace/log.ts'
import { isEmpty, readChildInode, requireFolder } from '../namespace/tree.ts'
import { dischargeRemoved } from '../quotas/hooks.ts'
import { farewell } from '../trash/farewell.ts'
import { purgeFile } from '../trash/purge.ts'

export interface Remove {
  readonly parent: string
  readonly tag: string
  /** What the client believes to remove. */
  readonly id: string
  /** A folder with all that it holds; else a folder must be empty. */
  readonly recursive: boolean
  /** It does not go to the trash, nor does older content of the file stay there. */
  readonly now?: boolean
  /** Revision of the entry as the client saw it; left out: it does not matter. */
  readonly seen?: number
}

/** One step, whatever hangs below. Throws `not-found`, `changed` (something else is there now, or it was restored since), `not-empty`. The result is the revision. */
export async function remove(context: Context, wanted: Remove): Promise<number> {
  const goodbye = farewell(context, wanted)
  step('removing')
  const { revision } = await context.store.transact(async (tx) => {
    const there = await readChildInode(tx, wanted.parent, wanted.tag)
    if (there === undefined) throw new HiroError('not-found', 'no such file or folder')
    if (there.id !== wanted.id) throw new HiroError('changed', 'something else has that name now')
    // A removal that is told twice must not remove what was restored in between.
    if (there.inode.restored > (wanted.seen ?? Number.POSITIVE_INFINITY))
      throw new HiroError('changed', 'it was removed, and restored since')
    // What hangs in a folder that was removed before is gone already, though nobody came to collect it yet.
    await requireFolder(tx, wanted.parent)
    const empty = !there.inode.folder || (await isEmpty(tx, there.id))
    if (!empty && !wanted.recursive) throw new HiroError('not-empty', 'the folder is not empty')
    await dischargeRemoved(tx, there.id, there.inode)
    await removeEntry(tx, there.id, there.inode, goodbye)
    if (wanted.now && !there.inode.folder) await purgeFile(tx, there.id)
    const { sealedName, folder, version } = there.inode
    const place = { id: there.id, parent: wanted.parent, sealedName, folder }
    logChange(tx, { change: 'remove', ...place, version, atMs: goodbye.atMs })
  })
  step('removed')
  return revision
}
