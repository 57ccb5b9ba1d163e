import { HiroError } from '../../shared/errors.ts'
import type { Context } from '../context.ts'
import { logChange } from '../namespace/log.ts'
import { putInode, readChildInode, requireFolder } from '../namespace/tree.ts'

export interface SetAttributes {
  readonly parent: string
  readonly tag: string
  readonly id: string
  readonly sealedAttributes: Uint8Array
  /** Revision of the entry that they were made from. */
  readonly seen: number
}

/**
 * Gives a file or folder other attributes, and nothing else. Idempotent by the sealed bytes, of which no two are the same. Throws `not-found`, `changed` (something else is there, or the
 * entry is not what they were made from).
 */
export async function setAttributes(
  context: Context,
  wanted: SetAttributes,
): Promise<{ readonly revision: number; readonly committedAtMs: number }> {
  const atMs = Math.floor(context.clock.now())
  const { id, parent, tag, sealedAttributes } = wanted
  const { value, revision } = await context.store.transact(async (tx) => {
    const there = await readChildInode(tx, parent, tag)
    if (there === undefined) throw new HiroError('not-found', 'no such file or folder')
    if (there.id !== id) throw new HiroError('changed', 'something else has that name now')
    const { inode } = there
    if (Buffer.compare(inode.sealedAttributes, sealedAttributes) === 0) {
      return { revision: inode.revision, committedAtMs: inode.committedAtMs }
    }
    if (inode.revision !== wanted.seen)
      throw new HiroError('changed', 'it was changed since these attributes were read')
    // What hangs in a folder that was removed stays as it is, for whoever restores it.
    await requireFolder(tx, parent)
    await putInode(tx, id, { ...inode, sealedAttributes, committedAtMs: atMs })
    const { sealedName, folder, version } = inode
    logChange(tx, { change: 'attributes', id, parent, sealedName, folder, version, atMs })
    return undefined
  })
  return value ?? { revision, committedAtMs: atMs }
}
