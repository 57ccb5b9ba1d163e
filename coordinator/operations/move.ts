import { isDeepStrictEqual } from 'node:util'
import { HiroError } from '../../shared/errors.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { ReshapeRecord } from '../metadata/records.js'
import { logChange } from '../namespace/log.ts'
import { link, readChild, readInode, requireFolder } from '../namespace/tree.ts'
import { policyAt } from '../shards/policy.ts'

export interface Move {
  readonly parent: string
  readonly tag: string
  readonly id: string
  readonly newParent: string
  readonly newTag: string
  readonly sealedName: Uint8Array
  /** As of `Remove`. */
  readonly seen?: number
}

/** Idempotent by id. Throws `not-found`, `changed`, `exists` (the target), `under-itself`. The result is the revision. */
export async function move(context: Context, wanted: Move): Promise<number> {
  const atMs = context.clock.now()
  const { revision } = await context.store.transact(async (tx) => {
    const target = await readChild(tx, wanted.newParent, wanted.newTag)
    if (target === wanted.id) return // it is there already: a call that is repeated
    const there = await readChild(tx, wanted.parent, wanted.tag)
    const inode = there === undefined ? undefined : await readInode(tx, there)
    if (inode === undefined) throw new HiroError('not-found', 'no such file or folder')
    if (there !== wanted.id) throw new HiroError('changed', 'something else has that name now')
    if (inode.restored > (wanted.seen ?? Number.POSITIVE_INFINITY))
      throw new HiroError('changed', 'it was removed, and restored since')
    if (target !== undefined) throw new HiroError('exists', 'something of that name is already there')
    await requireFolder(tx, toHex(inode.parent))
    await requireFolder(tx, wanted.newParent, wanted.id)
    const before = await policyAt(context, tx, wanted.id)
    const after = await policyAt(context, tx, wanted.newParent)
    // One that asks for something itself keeps what it asks for.
    if (before.above !== 0 && !isDeepStrictEqual(before.policy, after.policy)) {
      tx.put(keys.reshape(wanted.id), ReshapeRecord.encode({ last: '' }))
    }
    tx.delete(keys.dirent(wanted.parent, wanted.tag))
    const moved = { ...inode, parent: fromHex(wanted.newParent), tag: fromHex(wanted.newTag) }
    link(tx, wanted.id, { ...moved, sealedName: wanted.sealedName })
    logChange(tx, { change: 'move', id: wanted.id, parent: wanted.newParent, atMs })
  })
  return revision
}
