import { HiroError } from '../../shared/errors.ts'
import { fromHex } from '../../shared/ids.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { InodeRecord } from '../metadata/records.js'
import { logChange } from '../namespace/log.ts'
import { link, readChildInode, readInode, requireFolder } from '../namespace/tree.ts'

export interface MakeFolder {
  readonly parent: string
  readonly tag: string
  readonly id: string
  readonly sealedName: Uint8Array
  readonly sealedAttributes: Uint8Array
}

/** Idempotent by id. Throws `exists`, `not-found` (the parent), `changed` (it was made, and removed since). */
export async function makeFolder(context: Context, wanted: MakeFolder): Promise<InodeRecord> {
  const atMs = context.clock.now()
  const inode = {
    ...InodeRecord.decode(new Uint8Array()),
    parent: fromHex(wanted.parent),
    tag: fromHex(wanted.tag),
    folder: true,
    sealedName: wanted.sealedName,
    sealedAttributes: wanted.sealedAttributes,
    committedAtMs: atMs,
  }
  const { value, revision } = await context.store.transact(async (tx) => {
    const there = await readChildInode(tx, wanted.parent, wanted.tag)
    if (there?.id === wanted.id) return there.inode
    if (there) throw new HiroError('exists', 'something of that name is already there')
    if (await readInode(tx, wanted.id)) throw new HiroError('exists', 'a folder with this id is elsewhere')
    // A call that is told twice must not show again what the folder held, nor hide it from a restore.
    const gone = (await tx.get(keys.trash(wanted.id, 0))) ?? (await tx.get(keys.detached(wanted.id)))
    if (gone) throw new HiroError('changed', 'the folder was made, and removed since')
    await requireFolder(tx, wanted.parent)
    await link(tx, wanted.id, inode)
    const { id, parent, sealedName } = wanted
    logChange(tx, { change: 'make-folder', id, parent, sealedName, folder: true, fresh: true, atMs })
    return undefined
  })
  return value ?? { ...inode, revision }
}
