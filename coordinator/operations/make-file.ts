import { HiroError } from '../../shared/errors.ts'
import { fromHex } from '../../shared/ids.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { InodeRecord, IntentRecord, UploadRecord } from '../metadata/records.js'
import { logChange } from '../namespace/log.ts'
import { link, readChildInode, readInode, requireFolder } from '../namespace/tree.ts'
import { charge } from '../quotas/charge.ts'
import { INTENT_COMMITTED } from './intents.ts'
import type { MakeFolder } from './make-folder.ts'

/**
 * An empty file that never had content, in one transaction: it has no version until an upload gives it one. Idempotent by id, which is kept as the id of an upload is, as long as a client may ask again: a file that was made, filled and
 * removed for good must not come back empty. Throws `exists`, `not-found` (the folder), `changed` (it was made, and moved or removed since), `over-quota`.
 */
export async function makeFile(context: Context, client: string, wanted: MakeFolder): Promise<InodeRecord> {
  const atMs = Math.floor(context.clock.now())
  const { id, sealedName, sealedAttributes } = wanted
  const [parent, tag, file] = [fromHex(wanted.parent), fromHex(wanted.tag), fromHex(id)]
  const empty = InodeRecord.decode(new Uint8Array())
  const inode = { ...empty, parent, tag, sealedName, sealedAttributes, committedAtMs: atMs }
  const { value, revision } = await context.store.transact(async (tx) => {
    const there = await readChildInode(tx, wanted.parent, wanted.tag)
    if (there?.id === id && !there.inode.folder) return there.inode
    if (await tx.get(keys.upload(id))) throw new HiroError('changed', 'the file was made, and moved or removed since')
    if (there) throw new HiroError('exists', 'something of that name is already there')
    if (await readInode(tx, id)) throw new HiroError('exists', 'something with this id is elsewhere')
    await requireFolder(tx, wanted.parent)
    await link(tx, id, { ...inode, ...(await charge(tx, { folder: wanted.parent, logicalBytes: 0 })) })
    const made = { client, upload: file, parent, tag, file, state: INTENT_COMMITTED, endedAtMs: atMs }
    tx.put(
      (revision) => keys.intent(revision),
      (revision) => IntentRecord.encode({ ...made, revision }),
    )
    tx.put(keys.upload(id), (version) => UploadRecord.encode({ version }))
    const place = { id, parent: wanted.parent, sealedName, folder: false, fresh: true }
    logChange(tx, { change: 'make-file', ...place, atMs })
    return undefined
  })
  return value ?? { ...inode, revision }
}
