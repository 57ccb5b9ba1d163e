import { HiroError } from '../../shared/errors.ts'
import { toHex } from '../../shared/ids.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { type Fence, fenceOfRecord, requireFence } from '../locks/fence.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { InodeRecord, IntentRecord, RelistRecord, ReshapeRecord, StoreRecord } from '../metadata/records.js'
import { type Farewell, remove, replace } from '../namespace/detach.ts'
import { logChange } from '../namespace/log.ts'
import { link, readChild, readInode, requireFolder } from '../namespace/tree.ts'
import { charge } from '../quotas/charge.ts'
import { plainBytes } from '../quotas/estimate.ts'
import { storedBytesOf } from '../shards/spread.ts'
import { farewell } from '../trash/farewell.ts'
import type { Shortage } from './gather.ts'
import { type CommitResult, INTENT_COMMITTED, requireIntent, resultOf } from './intents.ts'
import { reopenGroups } from './reopen-groups.ts'
import { type SealGroup, sealGroup } from './seal-group.ts'

export interface Commit {
  readonly version: number
  readonly groups: number
  readonly sealedHead: Uint8Array
  readonly sealedAttributes: Uint8Array
  /** May ride along, so that a small file needs one call less. */
  readonly lastGroup: SealGroup | undefined
  /** The file's size; left out by clients that do not tell it. */
  readonly logicalBytes?: number | undefined
  /** A lock that has to be held still, besides the one that the upload was opened under. */
  readonly fence?: Fence | undefined
}

/** Either published, or what is missing for it. */
export interface Committed {
  readonly result: CommitResult | undefined
  readonly short: Shortage[]
  readonly reopened: number[]
}

/**
 * Publishes an upload whose groups are all sealed: one transaction, whatever the file's size, and only then anyone sees it. Per upload there is
 * one commit; a repeated one gives the recorded result. Throws `intent-ended`, `exists`, `is-a-folder`, `not-found` (the folder), `changed`,
 * `lease-lapsed` (the lock that it is made under), `over-quota`.
 */
export async function commit(context: Context, client: string, wanted: Commit): Promise<Committed> {
  const { version } = wanted
  const intent = await requireIntent(context.store, version, client)
  if (intent.pack) throw new HiroError('usage', 'a pack is not committed')
  const done = resultOf(version, intent)
  if (done) return { result: done, short: [], reopened: [] }
  if (wanted.lastGroup) {
    const { short } = await sealGroup(context, client, wanted.lastGroup)
    if (short.length > 0) return { result: undefined, short, reopened: [] }
  }
  step('publishing')
  const result = await publish(context, client, wanted)
  if (result === undefined) {
    return { result, short: [], reopened: await reopenGroups(context, version, wanted.groups) }
  }
  step('published')
  context.leases.end(version)
  context.reservations.release(version)
  return { result, short: [], reopened: [] }
}

/** `undefined`: a group is not sealed, or a store that it counts on is not there now. */
async function publish(context: Context, client: string, wanted: Commit): Promise<CommitResult | undefined> {
  const { version } = wanted
  const goodbye = farewell(context)
  const { atMs } = goodbye
  const { value, revision } = await context.store.transact(async (tx) => {
    const intent = await requireIntent(tx, version, client)
    const done = resultOf(version, intent)
    if (done) return done
    for (const fence of [fenceOfRecord(intent.fence), wanted.fence]) await requireFence(tx, context, client, fence)
    if (intent.groupsSealed !== wanted.groups || !(await storesAlive(context, tx, intent.stores.map(toHex))))
      return undefined
    const file = toHex(intent.file)
    const { restored, fresh, gone } = await clearTarget(tx, { ...intent, version }, goodbye)
    const { logicalBytes = plainBytes(intent.pieceBytes) } = wanted
    const charged = await charge(tx, { folder: toHex(intent.parent), logicalBytes, instead: [gone] })
    await link(tx, file, {
      ...InodeRecord.decode(new Uint8Array()),
      parent: intent.parent,
      tag: intent.tag,
      sealedName: intent.sealedName,
      sealedAttributes: wanted.sealedAttributes,
      version,
      sealedHead: wanted.sealedHead,
      groups: wanted.groups,
      committedAtMs: atMs,
      restored,
      storedBytes: storedBytesOf(intent),
      ...charged,
      contentBytes: intent.pieceBytes,
    })
    const committed = { ...intent, state: INTENT_COMMITTED, endedAtMs: atMs }
    tx.put(keys.intent(version), (revision) => IntentRecord.encode({ ...committed, revision }))
    tx.delete(keys.open(version))
    // Acknowledged with fewer copies than it shall have: the others are made as soon as someone can take them.
    if (intent.copiesReached < intent.copies) {
      tx.put(keys.relistVersion(file, version), RelistRecord.encode({ last: '' }))
    }
    if (intent.dataShards > 0) tx.put(keys.reshape(file), ReshapeRecord.encode({ last: '' }))
    const place = { id: file, parent: toHex(intent.parent), sealedName: intent.sealedName, folder: false, fresh }
    logChange(tx, { change: 'publish', ...place, version, atMs })
    return { version, revision: undefined, copies: intent.copiesReached }
  })
  return value && { ...value, revision: value.revision ?? revision }
}

/** Whether all stores that an upload counts on are there now. */
export async function storesAlive(context: Context, tx: Transaction, stores: readonly string[]): Promise<boolean> {
  for (const store of stores) {
    const row = await tx.get(keys.store(store))
    const lost = row === undefined || StoreRecord.decode(row).lost
    if (lost || context.members.aliveByStore(store) === undefined) return false
  }
  return true
}

interface Cleared {
  /** The number of the file's last restore, which stays known. */
  readonly restored: number
  /** The file was not in the tree. */
  readonly fresh: boolean
  readonly gone: InodeRecord | undefined
}

/** What is at the target path gives way to the new version, in the same step. */
async function clearTarget(
  tx: Transaction,
  intent: IntentRecord & { version: number },
  goodbye: Farewell,
): Promise<Cleared> {
  const [parent, tag, file] = [toHex(intent.parent), toHex(intent.tag), toHex(intent.file)]
  await requireFolder(tx, parent)
  const there = await readChild(tx, parent, tag)
  const before = await readInode(tx, file)
  if (before && there !== file)
    throw new HiroError('changed', 'the file was moved while its new content was on the way')
  // Versions of a file only grow, or clients would take this one for an old one that is shown to them again. One that was removed may have had newer ones.
  if (before && before.version > intent.version)
    throw new HiroError('changed', 'a newer version of the file was published while this one was on the way')
  if (before === undefined && intent.replaces)
    throw new HiroError('changed', 'the file was removed while its new content was on the way')
  if (before) {
    replace(tx, file, before, goodbye)
    return { restored: before.restored, fresh: false, gone: before }
  }
  const other = there === undefined ? undefined : await readInode(tx, there)
  if (there === undefined || other === undefined) return { restored: 0, fresh: true, gone: undefined }
  if (other.folder) throw new HiroError('is-a-folder', 'a folder of that name is already there')
  if (!intent.replace) throw new HiroError('exists', 'a file of that name is already there')
  await remove(tx, there, other, goodbye)
  return { restored: 0, fresh: true, gone: other }
}
