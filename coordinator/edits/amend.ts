import { HiroError } from '../../shared/errors.ts'
import { toHex } from '../../shared/ids.ts'
import { AMEND_GROUPS_MAX, AMEND_PIECES_MAX, GROUP_EXTENTS_MAX } from '../../shared/limits.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { requireFence } from '../locks/fence.ts'
import { keys } from '../metadata/keys.ts'
import type { Reader, Transaction } from '../metadata/metadata-store.ts'
import {
  type EditState,
  type InodeRecord,
  IntentRecord,
  LooseRecord,
  RelistRecord,
  ReshapeRecord,
} from '../metadata/records.js'
import { contentOf, discard, replace } from '../namespace/detach.ts'
import { logChange } from '../namespace/log.ts'
import { isInodeSeen, pastOf } from '../namespace/past.ts'
import { putInode, readInode, requireFolder } from '../namespace/tree.ts'
import { storesAlive } from '../operations/commit.ts'
import { type Gathered, gather, type Shortage } from '../operations/gather.ts'
import { INTENT_COMMITTED, INTENT_OPEN, requireIntent, touchIntent } from '../operations/intents.ts'
import { noteArrived, type Receipt } from '../operations/take-receipts.ts'
import { charge } from '../quotas/charge.ts'
import { logicalSize } from '../quotas/estimate.ts'
import { farewell } from '../trash/farewell.ts'
import { takeGroups, textOf } from './take-groups.ts'
import { takeVouched, type VouchedFor, vouchedFor } from './vouchers.ts'
import type { Amend } from './wanted.ts'

export interface Amended {
  /** Of `added`; not empty: nothing was done. */
  readonly short: Shortage[]
  /** The version of the next step. */
  readonly next: number
  readonly revision: number
  readonly copies: number
  /** What the pieces of the file take, one copy of each; absent where nobody counted, or the file has changed since. */
  readonly contentBytes?: number
  readonly committedAtMs?: number
}

/**
 * A step of an edit: publishes the file with some of its groups other than they were, in one transaction. What the edit began from goes to the trash with the first step; what one step wrote and a later one
 * overwrites is kept for nobody but who reads it just now. Idempotent by `version`. Throws `intent-ended`, `changed` (someone else published newer content), `not-found` (the file was removed), `lease-lapsed` (its lock), `over-quota`, `usage`.
 */
export async function amend(context: Context, client: string, wanted: Amend): Promise<Amended> {
  checkWanted(wanted)
  const intent = await touchIntent(context, wanted.edit, client)
  const done = await doneBefore(context.store, intent, wanted)
  if (done) return done
  let vouched = vouchedFor(context, intent, wanted)
  for (;;) {
    const upload = { version: wanted.edit, intent }
    const gathered = vouched ?? (await gather(context, upload, wanted.added, wanted.degraded))
    const { short, copies } = gathered
    if (short.length > 0) return { short, copies, next: 0, revision: 0 }
    step('amending')
    const amended = await publish(context, client, wanted, gathered)
    step('amended')
    vouched = undefined
    if (amended === undefined) continue
    if (wanted.last) context.leases.end(wanted.edit)
    // Pieces are smaller than what was placed for them, and an edit may go on for days: what it was promised beyond must not grow. Places that wait take their chance; a worker that is full says so.
    context.reservations.release(wanted.edit)
    return amended
  }
}

function checkWanted({ added, groups, dropped }: Amend): void {
  if (added.length > AMEND_PIECES_MAX || groups.length > AMEND_GROUPS_MAX || dropped.length > AMEND_GROUPS_MAX)
    throw new HiroError(
      'usage',
      `a step of an edit adds ${AMEND_PIECES_MAX} pieces and changes ${AMEND_GROUPS_MAX} groups at most`,
    )
  const numbers = [...groups.map(({ group }) => group), ...dropped]
  if (new Set(numbers).size < numbers.length) throw new HiroError('usage', 'a step names a group twice')
  for (const { pieces } of groups) {
    if (pieces.length === 0 || pieces.length > GROUP_EXTENTS_MAX || new Set(pieces.map(textOf)).size < pieces.length)
      throw new HiroError('usage', `a group has 1 to ${GROUP_EXTENTS_MAX} pieces, each once`)
  }
}

async function doneBefore(
  reader: Reader,
  { edit, revision, copiesReached, file }: IntentRecord,
  { version }: Amend,
): Promise<Amended | undefined> {
  if (edit === undefined) throw new HiroError('usage', 'this upload is no edit')
  if (edit.published !== version) return undefined
  const inode = await readInode(reader, toHex(file))
  const { contentBytes, committedAtMs } = inode?.version === version ? inode : {}
  const known = {
    ...(contentBytes !== undefined && { contentBytes }),
    ...(committedAtMs !== undefined && { committedAtMs }),
  }
  return { short: [], next: edit.next, revision, copies: copiesReached, ...known }
}

/** `undefined`: a store that its pieces count on went away just now. */
async function publish(
  context: Context,
  client: string,
  wanted: Amend,
  { copies, stores, receipts }: Gathered & Partial<VouchedFor>,
): Promise<Amended | undefined> {
  const { edit: content, version } = wanted
  const goodbye = farewell(context, { now: wanted.sameContent })
  let arrived: Receipt[] | undefined
  const { value, revision } = await context.store.transact(async (tx) => {
    const intent = await requireIntent(tx, content, client)
    const done = await doneBefore(tx, intent, wanted)
    if (done) return done
    const edit = requireNext(intent, version)
    await requireFence(tx, context, client, wanted.fence)
    const file = toHex(intent.file)
    const before = await requireNewest(tx, file, content, edit)
    if (!(await storesAlive(context, tx, stores))) return undefined
    arrived = receipts && (await takeVouched(tx, context, file, { receipts }))
    if (receipts && !arrived) return undefined
    const changed = await takeGroups(tx, { file, content, atMs: goodbye.atMs }, wanted)
    const { logicalBytes = await logicalSize(tx, file, before) } = wanted
    const charged = await charge(tx, { folder: toHex(before.parent), logicalBytes, instead: [before] })
    if (edit.published === 0) leave(tx, file, before, goodbye)
    if (edit.published > 0) await requireUnseen(tx, file, before)
    const contentBytes = contentBytesOf(before, changed.bytes)
    const inode = {
      ...before,
      version,
      content,
      sealedHead: wanted.sealedHead,
      sealedAttributes: wanted.sealedAttributes ?? before.sealedAttributes,
      groups: before.groups + changed.groups,
      storedBytes: Math.max(0, before.storedBytes + changed.bytes * intent.copies),
      ...contentBytes,
      committedAtMs: goodbye.atMs,
      ...charged,
    }
    await putInode(tx, file, inode)
    if (wanted.last) end(tx, file, content, intent, wanted.loose)
    const ending = wanted.last ? { state: INTENT_COMMITTED, endedAtMs: goodbye.atMs } : {}
    const stepped = { ...intent, ...ending, copiesReached: copies }
    tx.put(keys.intent(content), (revision) =>
      IntentRecord.encode({ ...stepped, revision, edit: { ...edit, published: version, next: revision } }),
    )
    // Acknowledged with fewer copies than it shall have: the others are made as soon as someone can take them.
    if (copies < intent.copies) tx.put(keys.relistVersion(file, content), RelistRecord.encode({ last: '' }))
    const { sealedName, folder } = before
    const place = { id: file, parent: toHex(before.parent), sealedName, folder }
    logChange(tx, { change: 'publish', ...place, version, atMs: goodbye.atMs })
    return { short: [], next: 0, revision: 0, copies, ...contentBytes, committedAtMs: goodbye.atMs }
  })
  if (value === undefined || value.next > 0) return value
  noteArrived(context, arrived ?? [])
  return { ...value, next: revision, revision }
}

function end(tx: Transaction, file: string, content: number, { dataShards }: IntentRecord, loose: boolean): void {
  tx.delete(keys.open(content))
  if (loose) tx.put(keys.loose(file, content), LooseRecord.encode({ notBeforeMs: 0, last: '' }))
  // Its large pieces were put as copies.
  if (dataShards > 0) tx.put(keys.reshape(file), ReshapeRecord.encode({ last: '' }))
}

function requireNext({ state, edit }: IntentRecord, version: number): EditState {
  if (state !== INTENT_OPEN || edit === undefined) throw new HiroError('intent-ended', 'this edit is over')
  if (!edit.copied || version !== edit.next)
    throw new HiroError('usage', `${version} is not the next step of this edit`)
  return edit
}

/** The file as this edit left it, or found it. */
async function requireNewest(
  tx: Transaction,
  file: string,
  content: number,
  { base, published }: EditState,
): Promise<InodeRecord> {
  const inode = await readInode(tx, file)
  if (inode === undefined) throw new HiroError('not-found', 'the file was removed')
  const isOurs = published === 0 ? inode.version === base : inode.version === published && contentOf(inode) === content
  if (!isOurs) throw new HiroError('changed', 'newer content of the file was published by someone else')
  await requireFolder(tx, toHex(inode.parent))
  return inode
}

/** A step writes over the groups of the one before. Once a snapshot sees these, the client begins anew, from a copy of them. */
async function requireUnseen(tx: Transaction, file: string, before: InodeRecord): Promise<void> {
  const content = contentOf(before)
  const past = (await pastOf(tx, file)).some(({ inode }) => contentOf(inode) === content)
  if (past || (await isInodeSeen(tx, file, before)))
    throw new HiroError('changed', 'a snapshot was taken of what this edit would write over')
}

/** What the edit began from. An empty file is nothing to come back to. */
function leave(tx: Transaction, file: string, before: InodeRecord, goodbye: ReturnType<typeof farewell>): void {
  if (before.groups > 0) replace(tx, file, before, goodbye)
  else if (before.version > 0) discard(tx, file, before, goodbye.collectNotBeforeMs)
}

/** Of a file whose pieces nobody counted, nobody knows. */
function contentBytesOf({ groups, contentBytes }: InodeRecord, more: number): { contentBytes?: number } {
  if (groups > 0 && contentBytes === undefined) return {}
  return { contentBytes: Math.max(0, (contentBytes ?? 0) + more) }
}
