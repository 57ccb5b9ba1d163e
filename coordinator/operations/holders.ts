import { shardSizeBytes } from '../../shared/erasure/shard-layout.ts'
import { HiroError } from '../../shared/errors.ts'
import { toHex } from '../../shared/ids.ts'
import type { Context } from '../context.ts'
import type { Member } from '../membership/members.ts'
import { keys } from '../metadata/keys.ts'
import { type IntentRecord, PieceRecord } from '../metadata/records.js'
import { isShardOf, SHAPE, shardCids } from '../shards/shape.ts'

/** A piece of an upload, as its client tells of it. */
export interface PieceOfUpload {
  readonly cid: string
  readonly sizeBytes: number
  /** CIDs by number, of one that was put as shards. */
  readonly shards?: readonly string[]
}

/** Who is known to hold a piece of an upload, by receipts, and is alive. */
export interface Held {
  /** Of shards: as many copies as survive as many losses. */
  readonly copies: number
  readonly stores: readonly string[]
  /** Of the piece itself. */
  readonly peers: readonly string[]
  /** By number; each in a store of its own. */
  readonly shards: readonly { readonly cid: string; readonly peers: readonly string[] }[]
}

interface Upload {
  readonly version: number
  readonly intent: IntentRecord
}

/** Read outside of any transaction: copies vanish only with their store, and the commit looks at every store again. Throws `usage` where sizes do not agree. */
export async function heldOf(context: Context, upload: Upload, piece: PieceOfUpload): Promise<Held> {
  const row = await context.store.get(keys.piece(piece.cid))
  const record = row && PieceRecord.decode(row)
  const known = record?.shape === SHAPE.shards ? shardCids(record) : []
  const shards = known.length > 0 ? known : (piece.shards ?? [])
  if (shards.length > 0) return await shardsHeld(context, upload, piece, shards)
  const alive = await aliveHolders(context, upload, piece.cid, piece.sizeBytes)
  const peers = alive.map(({ peer }) => peer)
  return { copies: peers.length, stores: alive.map(({ store }) => store), peers, shards: [] }
}

async function shardsHeld(
  context: Context,
  upload: Upload,
  piece: PieceOfUpload,
  cids: readonly string[],
): Promise<Held> {
  const { dataShards, parityShards } = upload.intent
  const sizeBytes = shardSizeBytes(piece.sizeBytes, dataShards)
  const stores = new Set<string>()
  const shards: { cid: string; peers: string[] }[] = []
  for (const cid of cids) {
    const alive = await aliveHolders(context, upload, cid, sizeBytes, piece.cid)
    // Two shards in one store would be lost together: the second does not count.
    const holder = alive.find(({ store }) => !stores.has(store))
    if (holder) stores.add(holder.store)
    shards.push({ cid, peers: holder ? [holder.peer] : [] })
  }
  const copies = Math.max(0, Math.min(parityShards + 1, stores.size - dataShards + 1))
  return { copies, stores: [...stores], peers: [], shards }
}

/** `shardOf`: its piece, once that is recorded. */
async function aliveHolders(
  context: Context,
  { version, intent }: Upload,
  cid: string,
  sizeBytes: number,
  shardOf?: string,
): Promise<Member[]> {
  const row = await context.store.get(keys.piece(cid))
  const record = row && PieceRecord.decode(row)
  if (record === undefined || record.condemned) return []
  // A piece that this version holds no reference to may vanish with the version that does.
  const referenced = await context.store.get(
    keys.ref(toHex(intent.file), version, shardOf && isShardOf(record, shardOf) ? shardOf : cid),
  )
  if (referenced === undefined) return []
  if (record.sizeBytes !== sizeBytes) {
    throw new HiroError('usage', `piece ${cid} has ${record.sizeBytes} bytes by its receipts, not ${sizeBytes}`)
  }
  return record.holders.map(toHex).flatMap((store) => context.members.aliveByStore(store) ?? [])
}
