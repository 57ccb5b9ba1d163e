import { HiroError } from '../../shared/errors.ts'
import { COLLECT_DELAY_MS } from '../../shared/limits.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { under } from '../metadata/keys.ts'
import { detach } from '../namespace/detach.ts'
import { logChange } from '../namespace/log.ts'
import { readChildInode, requireFolder, unlink } from '../namespace/tree.ts'

export interface Remove {
  readonly parent: string
  readonly tag: string
  /** What the client believes to remove. */
  readonly id: string
  /** A folder with all that it holds; else a folder must be empty. */
  readonly recursive: boolean
}

/** One step, whatever hangs below. Throws `not-found`, `changed` (something else is there now), `not-empty`. The result is the revision. */
export async function remove(context: Context, wanted: Remove): Promise<number> {
  const atMs = context.clock.now()
  step('removing')
  const { revision } = await context.store.transact(async (tx) => {
    const there = await readChildInode(tx, wanted.parent, wanted.tag)
    if (there === undefined) throw new HiroError('not-found', 'no such file or folder')
    if (there.id !== wanted.id) throw new HiroError('changed', 'something else has that name now')
    // What hangs in a folder that was removed before is gone already, though nobody came to collect it yet.
    await requireFolder(tx, wanted.parent)
    const empty = there.inode.folder && (await tx.scan(under(`dirent/${there.id}/`, { limit: 1 }))).length === 0
    if (there.inode.folder && !empty && !wanted.recursive) throw new HiroError('not-empty', 'the folder is not empty')
    if (empty) unlink(tx, there.id, there.inode)
    else detach(tx, there.id, there.inode, atMs + COLLECT_DELAY_MS)
    logChange(tx, { change: 'remove', id: there.id, parent: wanted.parent, version: there.inode.version, atMs })
  })
  step('removed')
  return revision
}
