import { HiroError } from '../../shared/errors.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { IntentRecord, UploadRecord } from '../metadata/records.js'
import { readInode, requireFolder } from '../namespace/tree.ts'
import { findUpload, type OpenedIntent, openedIntent } from '../operations/open-intent.ts'
import { requireQuotaForEdit } from '../quotas/require-quota.ts'
import { policyAt } from '../shards/policy.ts'
import { copyContent } from './copy-content.ts'

export interface OpenEdit {
  /** One per edit, whatever the number of tries. */
  readonly upload: string
  readonly file: string
  /** The version that the client knows. */
  readonly base: number
  /** To place at once. */
  readonly chunks: number
  readonly pieceBytesMax: number
  /** How large the file is going to be, as far as its client knows. */
  readonly logicalBytes?: number | undefined
}

const NOTHING = new Uint8Array()

/**
 * Opens an edit of a file, or finds it again by its upload id, copies the rows of its content, and places its first chunks. Throws `not-found`, `is-a-folder`, `changed` (the file has newer content),
 * `no-room`, `over-quota`, `too-few-workers`.
 */
export async function openEdit(context: Context, client: string, wanted: OpenEdit): Promise<OpenedIntent> {
  const version = (await findUpload(context, wanted.upload)) ?? (await create(context, client, wanted))
  await copyContent(context, client, version)
  return await openedIntent(context, client, version, wanted)
}

async function create(context: Context, client: string, wanted: OpenEdit): Promise<number> {
  const { upload, file, base } = wanted
  const { policy } = await policyAt(context, context.store, file)
  await requireQuotaForEdit(context.store, wanted)
  const { copies, dataShards, parityShards } = policy
  const intent = {
    ...IntentRecord.decode(NOTHING),
    client,
    upload: fromHex(upload),
    file: fromHex(file),
    copies,
    copiesMin: Math.min(context.swarm.copiesMin, copies),
    copiesReached: copies,
    dataShards,
    parityShards,
  }
  step('edit-opening')
  const { value, revision } = await context.store.transact(async (tx) => {
    const known = await tx.get(keys.upload(upload))
    if (known) return UploadRecord.decode(known).version
    const inode = await readInode(tx, file)
    if (inode === undefined) throw new HiroError('not-found', 'the file was removed')
    if (inode.folder) throw new HiroError('is-a-folder', 'that is a folder, not a file')
    if (inode.version !== base) throw new HiroError('changed', 'the file has newer content')
    await requireFolder(tx, toHex(inode.parent))
    const edit = { base, copied: inode.groups === 0, group: '', piece: 0, published: 0 }
    const encoded = (version: number): Uint8Array =>
      IntentRecord.encode({ ...intent, edit: { ...edit, next: version } })
    tx.put((version) => keys.intent(version), encoded)
    tx.put((version) => keys.open(version), NOTHING)
    tx.put(keys.upload(upload), (version) => UploadRecord.encode({ version }))
    return undefined
  })
  step('edit-opened')
  return value ?? revision
}
