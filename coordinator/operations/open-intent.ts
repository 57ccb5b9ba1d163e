import { HiroError } from '../../shared/errors.ts'
import { fromHex } from '../../shared/ids.ts'
import { INTENT_LEASE_MS, PIECE_SIZE_BYTES_MAX } from '../../shared/limits.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { type Fence, fenceOfRecord, fenceRecord, requireFence } from '../locks/fence.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { IntentRecord, UploadRecord } from '../metadata/records.js'
import { readChildInode, requireFolder } from '../namespace/tree.ts'
import { requireQuota } from '../quotas/require-quota.ts'
import { policyAt } from '../shards/policy.ts'
import type { Policy } from '../shards/shape.ts'
import { beginsSharded, spreadOf } from '../shards/spread.ts'
import { type CommitResult, resultOf, touchIntent } from './intents.ts'
import { type Placed, place } from './place.ts'

export interface OpenIntent {
  /** One per upload, whatever the number of tries. */
  readonly upload: string
  readonly parent: string
  readonly tag: string
  /** Id of the file that is replaced, else a fresh one. */
  readonly file: string
  readonly sealedName: Uint8Array
  readonly replace: boolean
  /** The client saw the file itself there. */
  readonly replaces: boolean
  readonly copies: number
  readonly copiesMin: number
  /** To place at once; 0 for an empty file. */
  readonly chunks: number
  readonly pieceBytesMax: number
  /** 0: not known. */
  readonly sizeHintBytes: number
  /** No file, but a pack of many. */
  readonly pack?: boolean
  /** Of the lock that it is made under. */
  readonly fence?: Fence | undefined
}

export interface OpenedIntent {
  readonly version: number
  readonly copies: number
  readonly copiesMin: number
  /** k and m, where large pieces are to be put as shards; 0: as copies. */
  readonly dataShards: number
  readonly parityShards: number
  readonly leaseMs: number
  readonly placed: Placed | undefined
  readonly committed: CommitResult | undefined
}

export interface OpenPack {
  readonly upload: string
  /** Id of the pack. */
  readonly pack: string
  /** Where its policy is looked up. */
  readonly folder: string
  readonly copiesMin: number
  readonly pieceBytes: number
}

/** Opens an upload of many small files in one piece, and places that; see publish-packed.ts. Throws as `openIntent`. */
export async function openPack(context: Context, client: string, wanted: OpenPack): Promise<OpenedIntent> {
  const { upload, pack: file, folder: parent, copiesMin, pieceBytes } = wanted
  if (pieceBytes === 0 || pieceBytes > PIECE_SIZE_BYTES_MAX)
    throw new HiroError('usage', `the piece of a pack has 1 to ${PIECE_SIZE_BYTES_MAX} bytes, not ${pieceBytes}`)
  const sizes = { chunks: 1, pieceBytesMax: pieceBytes, sizeHintBytes: pieceBytes }
  const none = { tag: '', sealedName: new Uint8Array(), replace: false, replaces: false, copies: 0 }
  return await openIntent(context, client, { ...none, ...sizes, upload, file, parent, copiesMin, pack: true })
}

/**
 * Opens an upload, or finds it again by its upload id, and places its first chunks. Throws `exists`, `is-a-folder`, `not-found` (the folder), `changed` (another file to replace),
 * `no-room`, `over-quota`, `too-few-workers`, `lease-lapsed` (the lock that it is made under).
 */
export async function openIntent(context: Context, client: string, wanted: OpenIntent): Promise<OpenedIntent> {
  const version = (await findUpload(context, wanted.upload)) ?? (await create(context, client, wanted))
  return await openedIntent(context, client, version, wanted)
}

/** The answer to who opens an upload, with its first chunks placed. */
export async function openedIntent(
  context: Context,
  client: string,
  version: number,
  wanted: Pick<OpenIntent, 'chunks' | 'pieceBytesMax'>,
): Promise<OpenedIntent> {
  const intent = await touchIntent(context, version, client)
  const { copies, copiesMin, sharded } = intent
  const [dataShards, parityShards] = sharded ? [intent.dataShards, intent.parityShards] : [0, 0]
  const opened = { version, copies, copiesMin, dataShards, parityShards, leaseMs: INTENT_LEASE_MS }
  const committed = resultOf(version, intent)
  if (committed || wanted.chunks === 0) return { ...opened, placed: undefined, committed }
  await requireFence(context.store, context, client, fenceOfRecord(intent.fence))
  const placed = await place(context, {
    ...wanted,
    ...spreadOf(intent, wanted.pieceBytesMax),
    version,
    client,
    avoid: [],
    again: false,
  })
  return { ...opened, placed, committed: undefined }
}

/** The intent of an upload that was opened before. */
export async function findUpload(context: Context, upload: string): Promise<number | undefined> {
  const value = await context.store.get(keys.upload(upload))
  return value && UploadRecord.decode(value).version
}

async function create(context: Context, client: string, wanted: OpenIntent): Promise<number> {
  const policy = await policyFor(context, wanted)
  const bytesMin = Math.max(wanted.sizeHintBytes, wanted.chunks > 0 ? 1 : 0)
  if (!wanted.pack) await requireQuota(context.store, { ...wanted, bytesMin })
  const { copies, dataShards, parityShards } = policy
  const copiesMin = Math.min(wanted.copiesMin || context.swarm.copiesMin, copies)
  const sharded = beginsSharded(context, policy, wanted.pieceBytesMax)
  await requireRoom(context, wanted, copiesMin, sharded ? 1 + (copiesMin - 1) / dataShards : copiesMin)
  step('intent-opening')
  const { value, revision } = await context.store.transact(async (tx) => {
    const known = await tx.get(keys.upload(wanted.upload))
    if (known) return UploadRecord.decode(known).version
    await requireFence(tx, context, client, wanted.fence)
    if (wanted.pack) await requireFolder(tx, wanted.parent)
    else await requireTarget(tx, wanted)
    const intent = IntentRecord.encode({
      client,
      upload: fromHex(wanted.upload),
      parent: fromHex(wanted.parent),
      tag: fromHex(wanted.tag),
      file: fromHex(wanted.file),
      sealedName: wanted.sealedName,
      replace: wanted.replace,
      replaces: wanted.replaces,
      copies,
      copiesMin,
      copiesReached: copies,
      dataShards,
      parityShards,
      sharded,
      pack: wanted.pack ?? false,
      ...fenceRecord(wanted.fence),
    })
    tx.put((version) => keys.intent(version), intent)
    tx.put((version) => keys.open(version), new Uint8Array())
    tx.put(keys.upload(wanted.upload), (version) => UploadRecord.encode({ version }))
    return undefined
  })
  step('intent-opened')
  return value ?? revision
}

/** That of the folder, fixed from here on, unless the client asks for copies by number. */
async function policyFor(context: Context, { parent, copies }: OpenIntent): Promise<Policy> {
  if (copies > 0) return { copies, dataShards: 0, parityShards: 0 }
  return (await policyAt(context, context.store, parent)).policy
}

/** Told before a byte is sent; the commit looks again. */
async function requireTarget(
  tx: Transaction,
  wanted: { parent: string; tag: string; file: string; replace: boolean; replaces: boolean },
): Promise<void> {
  await requireFolder(tx, wanted.parent)
  const there = await readChildInode(tx, wanted.parent, wanted.tag)
  if (there?.inode.folder) throw new HiroError('is-a-folder', 'a folder of that name is already there')
  if (there && !wanted.replace) throw new HiroError('exists', 'a file of that name is already there')
  // The id of a file that was removed must not come back: a removal that is told twice would remove it again, and clients would miss its newer versions.
  if (wanted.replaces && there?.id !== wanted.file)
    throw new HiroError('changed', 'the file to replace is not there any more')
}

/** `times`: what the least number of copies, or of shards, takes for each byte. */
async function requireRoom(context: Context, wanted: OpenIntent, copiesMin: number, times: number): Promise<void> {
  const free = context.members.alive().map(({ peer, space }) => space.freeBytes - context.reservations.at(peer))
  const total = free.reduce((sum, bytes) => sum + Math.max(0, bytes), 0)
  const needed = Math.ceil(wanted.sizeHintBytes * times)
  if (free.length >= copiesMin && needed > total) {
    throw new HiroError(
      'no-room',
      `${times === copiesMin ? `${copiesMin} copies` : 'its shards'} need ${needed} bytes, ${total} are free${await context.trashGauge.hint()}`,
    )
  }
}
