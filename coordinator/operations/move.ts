import { isDeepStrictEqual } from 'node:util'
import { HiroError } from '../../shared/errors.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { type InodeRecord, ReshapeRecord } from '../metadata/records.js'
import { remove as removeEntry } from '../namespace/detach.ts'
import { logChange } from '../namespace/log.ts'
import { deleteDirent } from '../namespace/past.ts'
import { isEmpty, link, readChild, readInode, requireFolder } from '../namespace/tree.ts'
import { chargeMoved } from '../quotas/hooks.ts'
import { policyAt } from '../shards/policy.ts'
import { farewell } from '../trash/farewell.ts'

export interface Move {
  readonly parent: string
  readonly tag: string
  readonly id: string
  readonly newParent: string
  readonly newTag: string
  readonly sealedName: Uint8Array
  /** As of `Remove`. */
  readonly seen?: number
  /** What is at the target is removed in the same step, as rename(2) has it. */
  readonly replace?: boolean
}

/**
 * Idempotent by id. Throws `not-found`, `changed`, `under-itself`; of the target `exists`, or with `replace` what stands in the way of that: `is-a-folder`, `not-a-folder`,
 * `not-empty`; `over-quota` (a file does not fit there). The result is the revision.
 */
export async function move(context: Context, wanted: Move): Promise<number> {
  const goodbye = farewell(context)
  const { atMs } = goodbye
  const { revision } = await context.store.transact(async (tx) => {
    const target = await readChild(tx, wanted.newParent, wanted.newTag)
    if (target === wanted.id) return // it is there already: a call that is repeated
    const there = await readChild(tx, wanted.parent, wanted.tag)
    const inode = there === undefined ? undefined : await readInode(tx, there)
    if (inode === undefined) throw new HiroError('not-found', 'no such file or folder')
    if (there !== wanted.id) throw new HiroError('changed', 'something else has that name now')
    if (inode.restored > (wanted.seen ?? Number.POSITIVE_INFINITY))
      throw new HiroError('changed', 'it was removed, and restored since')
    if (target !== undefined && !wanted.replace)
      throw new HiroError('exists', 'something of that name is already there')
    await requireFolder(tx, toHex(inode.parent))
    await requireFolder(tx, wanted.newParent, wanted.id)
    const over = target === undefined ? undefined : await requireReplaceable(tx, target, inode)
    const before = await policyAt(context, tx, wanted.id)
    const after = await policyAt(context, tx, wanted.newParent)
    // One that asks for something itself keeps what it asks for.
    if (before.above !== 0 && !isDeepStrictEqual(before.policy, after.policy)) {
      tx.put(keys.reshape(wanted.id), ReshapeRecord.encode({ last: '' }))
    }
    const charged = await chargeMoved(tx, { id: wanted.id, inode, to: wanted.newParent, over: over?.inode })
    await deleteDirent(tx, wanted.parent, wanted.tag)
    if (over) await removeEntry(tx, over.id, over.inode, goodbye)
    const moved = { ...inode, parent: fromHex(wanted.newParent), tag: fromHex(wanted.newTag) }
    await link(tx, wanted.id, { ...moved, ...charged, sealedName: wanted.sealedName })
    const { id, newParent, sealedName } = wanted
    const from = { parent: wanted.parent, sealedName: inode.sealedName }
    logChange(tx, { change: 'move', id, parent: newParent, sealedName, folder: inode.folder, from, atMs })
    if (over) {
      const { sealedName, folder, version } = over.inode
      logChange(tx, { change: 'remove', id: over.id, parent: newParent, sealedName, folder, version, atMs }, 1)
    }
  })
  return revision
}

/** `undefined`: there is nothing at the target after all. */
async function requireReplaceable(
  tx: Transaction,
  id: string,
  by: InodeRecord,
): Promise<{ id: string; inode: InodeRecord } | undefined> {
  const inode = await readInode(tx, id)
  if (inode === undefined) return undefined
  if (by.folder && !inode.folder) throw new HiroError('not-a-folder', 'a folder does not take the place of a file')
  if (!by.folder && inode.folder) throw new HiroError('is-a-folder', 'a file does not take the place of a folder')
  if (inode.folder && !(await isEmpty(tx, id))) throw new HiroError('not-empty', 'the folder there is not empty')
  return { id, inode }
}
