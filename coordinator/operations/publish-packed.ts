import { cidToBytes } from '../../shared/cid.ts'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import { PACK_FILES_MAX, PACKED_FILES_PER_CALL_MAX } from '../../shared/limits.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { GroupRecord, InodeRecord, IntentRecord, type PieceRecord, ReshapeRecord } from '../metadata/records.js'
import { logChange } from '../namespace/log.ts'
import { link, readChildInode, readInode, requireFolder } from '../namespace/tree.ts'
import type { Charged } from '../quotas/charge.ts'
import { PackedCharges } from '../quotas/packed-charges.ts'
import { putPiece } from '../repair/piece-lists.ts'
import { adoptShards } from '../shards/adopt.ts'
import { readPiece } from '../shards/change-shape.ts'
import { policyAt } from '../shards/policy.ts'
import { isShard } from '../shards/shape.ts'
import { storedBytesOf } from '../shards/spread.ts'
import { storesAlive } from './commit.ts'
import { type Gathered, gather, type Shortage } from './gather.ts'
import type { PieceOfUpload } from './holders.ts'
import { INTENT_OPEN, readIntent, requireIntent, touchIntent } from './intents.ts'

export interface PackedFile {
  readonly parent: string
  readonly tag: string
  /** A fresh id. */
  readonly file: string
  readonly sealedName: Uint8Array
  readonly sealedAttributes: Uint8Array
  readonly sealedHead: Uint8Array
  /** Empty: so is the file. */
  readonly sealedGroup: Uint8Array
  /** What it takes of the piece. */
  readonly sizeBytes: number
}

export interface PublishPacked {
  readonly version: number
  readonly piece: PieceOfUpload
  /** No further worker can be reached: W copies will do. */
  readonly degraded: boolean
  readonly files: readonly PackedFile[]
}

export interface PublishedPacked {
  /** What the piece lacks: nothing was done. */
  readonly short: Shortage[]
  readonly copies: number
  readonly revision: number
  /** Of each file: `undefined`, or why it was not published. */
  readonly outcomes: (HiroError | undefined)[]
}

type Outcome = HiroError | undefined

/** What a file is refused for while the others go on. */
const OF_ONE_FILE = ['not-found', 'not-a-folder', 'exists', 'is-a-folder', 'name-invalid', 'changed'] as const

/**
 * Publishes files of a pack, each whole or not at all, in one transaction. The piece is the pack's until the pack is ended, and from here on also that of each file; it goes when the last of them does.
 * Idempotent by the files' ids, also when the pack has ended since. Throws `intent-ended`, `usage`.
 */
export async function publishPacked(context: Context, client: string, wanted: PublishPacked): Promise<PublishedPacked> {
  const { version, piece, files } = wanted
  if (files.length === 0 || files.length > PACKED_FILES_PER_CALL_MAX)
    throw new HiroError('usage', `1 to ${PACKED_FILES_PER_CALL_MAX} files are published at once, not ${files.length}`)
  const known = await readIntent(context.store, version)
  const done = known?.client === client ? doneBefore(known, files) : undefined
  if (done) return done
  const intent = await touchIntent(context, version, client)
  if (!intent.pack) throw new HiroError('usage', 'this upload is no pack')
  for (;;) {
    const gathered = await gather(context, { version, intent }, [piece], wanted.degraded)
    const { short, copies } = gathered
    if (short.length > 0) return { short, copies, revision: 0, outcomes: [] }
    await adoptShards(context, client, version, [piece])
    step('packed-publishing')
    const published = await publish(context, client, wanted, gathered)
    step('packed-published')
    if (published) return published
  }
}

/** The answer to a call whose first answer was lost: it was done if any of its files is there by it, and then for all that it could. */
function doneBefore(
  { published, revision, copiesReached }: IntentRecord,
  files: readonly PackedFile[],
): PublishedPacked | undefined {
  const before = new Set(published.map(toHex))
  if (!files.some(({ file }) => before.has(file))) return undefined
  const refused = new HiroError('changed', 'it could not be published with the others')
  const outcomes = files.map(({ file }) => (before.has(file) ? undefined : refused))
  return { short: [], copies: copiesReached, revision, outcomes }
}

/** `undefined`: what the piece counts on went away just now. */
async function publish(
  context: Context,
  client: string,
  { version, piece: { cid }, files }: PublishPacked,
  { copies, stores }: Gathered,
): Promise<PublishedPacked | undefined> {
  const { value, revision } = await context.store.transact(async (tx) => {
    const intent = await requireIntent(tx, version, client)
    const done = doneBefore(intent, files)
    if (done) return done
    if (intent.state !== INTENT_OPEN) throw new HiroError('intent-ended', 'this pack is closed')
    if (intent.published.length + files.length > PACK_FILES_MAX)
      throw new HiroError('usage', `a pack has at most ${PACK_FILES_MAX} files`)
    const piece = await readPiece(tx, cid)
    const referenced = await tx.get(keys.ref(toHex(intent.file), version, cid))
    const isThere = referenced && piece && !piece.condemned && !isShard(piece)
    if (!isThere || !(await storesAlive(context, tx, stores))) return undefined
    const pack: Pack = { context, tx, version, intent, cid, piece }
    const added: PackedFile[] = []
    const outcomes: Outcome[] = []
    const charges = new PackedCharges(tx)
    for (const file of files) {
      const charged = (await refusalOf(pack, file, added)) ?? (await charges.charge(file.parent, file.sizeBytes))
      if (charged instanceof HiroError) {
        outcomes.push(charged)
        continue
      }
      await publishOne(pack, file, charged, added.length)
      outcomes.push(undefined)
      added.push(file)
    }
    const copiesReached = Math.min(intent.copiesReached, copies)
    const published = { short: [], copies: copiesReached, outcomes }
    if (added.length === 0) return { ...published, revision: 0 }
    const refs = piece.refs + added.filter(({ sealedGroup }) => sealedGroup.byteLength > 0).length
    // Lists it where it has fewer copies than it shall have: the others are made as soon as someone can take them.
    await putPiece(tx, cid, { ...piece, refs })
    const after = [...intent.published, ...added.map(({ file }) => fromHex(file))]
    tx.put(keys.intent(version), (revision) =>
      IntentRecord.encode({ ...intent, published: after, copiesReached, revision }),
    )
    return { ...published, revision: undefined }
  })
  return value && { ...value, revision: value.revision ?? revision }
}

interface Pack {
  readonly context: Context
  readonly tx: Transaction
  readonly version: number
  readonly intent: IntentRecord
  readonly cid: string
  readonly piece: PieceRecord
}

async function refusalOf(
  { context, tx, intent, piece }: Pack,
  { parent, tag, file, sealedGroup, sizeBytes }: PackedFile,
  added: readonly PackedFile[],
): Promise<Outcome> {
  if (sizeBytes > piece.sizeBytes || (sizeBytes === 0) !== (sealedGroup.byteLength === 0))
    throw new HiroError('usage', `a file of a pack takes ${sizeBytes} of ${piece.sizeBytes} bytes`)
  try {
    for (const other of added) {
      if (other.file === parent) throw new HiroError('not-a-folder', 'a file of the pack is no folder')
      if (other.parent === parent && other.tag === tag)
        throw new HiroError('exists', 'another file of the pack has that name')
    }
    await requireFolder(tx, parent)
    const there = await readChildInode(tx, parent, tag)
    if (there?.inode.folder) throw new HiroError('is-a-folder', 'a folder of that name is already there')
    if (there) throw new HiroError('exists', 'a file of that name is already there')
    const taken = file === toHex(intent.file) || added.some((other) => other.file === file)
    if (taken || (await readInode(tx, file)))
      throw new HiroError('changed', 'the id of a file in a pack has to be a new one')
    const { policy } = await policyAt(context, tx, parent)
    const { copies, dataShards, parityShards } = intent
    if (policy.copies !== copies || policy.dataShards !== dataShards || policy.parityShards !== parityShards)
      throw new HiroError('changed', 'the folder asks for another policy than the pack has')
    return undefined
  } catch (error) {
    if (hasCode(error, ...OF_ONE_FILE)) return error
    throw error
  }
}

/** `line`: how many came before it. */
async function publishOne(
  { context, tx, version, intent, cid, piece }: Pack,
  wanted: PackedFile,
  charged: Charged,
  line: number,
): Promise<void> {
  const { file, parent, tag, sealedName, sealedAttributes, sealedHead, sealedGroup: sealed, sizeBytes } = wanted
  const atMs = context.clock.now()
  const groups = sealed.byteLength > 0 ? 1 : 0
  const storedBytes = Math.ceil(
    (storedBytesOf({ ...intent, pieceBytes: piece.sizeBytes }) * sizeBytes) / piece.sizeBytes,
  )
  await link(tx, file, {
    ...InodeRecord.decode(new Uint8Array()),
    parent: fromHex(parent),
    tag: fromHex(tag),
    sealedName,
    sealedAttributes,
    version,
    sealedHead,
    groups,
    committedAtMs: atMs,
    storedBytes: groups === 0 ? 0 : storedBytes,
    ...charged,
    contentBytes: groups === 0 ? 0 : sizeBytes,
  })
  if (groups > 0) {
    const pieces = [{ cid: cidToBytes(cid), sizeBytes: piece.sizeBytes }]
    tx.put(keys.extents(file, version, 0), GroupRecord.encode({ sealed, pieces }))
    tx.put(keys.ref(file, version, cid), new Uint8Array())
    if (intent.dataShards > 0) tx.put(keys.reshape(file), ReshapeRecord.encode({ last: '' }))
  }
  const place = { id: file, parent, sealedName, folder: false, fresh: true }
  logChange(tx, { change: 'publish', ...place, version, atMs }, line)
}
