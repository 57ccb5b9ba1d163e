import { cidToBytes } from '../../shared/cid.ts'
import { shardSizeBytes } from '../../shared/erasure/shard-layout.ts'
import { HiroError } from '../../shared/errors.ts'
import { toHex } from '../../shared/ids.ts'
import { METADATA_TRANSACTION_WRITES_MAX } from '../../shared/limits.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { type IntentRecord, PieceRecord } from '../metadata/records.js'
import type { PieceOfUpload } from '../operations/holders.ts'
import { INTENT_OPEN, requireIntent } from '../operations/intents.ts'
import { putPiece, WRITES_PER_PIECE } from '../repair/piece-lists.ts'
import { putShaped, readPiece } from './change-shape.ts'
import { isShard, SHAPE, shardCids } from './shape.ts'

/**
 * Records what an upload put as shards: each piece with its shards, which belong to it from now on and not to the upload. A shard that nobody holds yet is missing like any other, and repair makes it. Idempotent. Throws `usage` for what is no
 * piece of this upload, `intent-ended`.
 */
export async function adoptShards(
  context: Context,
  client: string,
  version: number,
  pieces: readonly PieceOfUpload[],
): Promise<void> {
  const sharded = pieces.filter(({ shards = [] }) => shards.length > 0)
  const [first] = sharded
  if (first === undefined) return
  const shardsEach = first.shards?.length ?? 0
  const writesEach = (WRITES_PER_PIECE + 1) * (1 + shardsEach)
  const atOnce = Math.max(1, Math.floor(METADATA_TRANSACTION_WRITES_MAX / writesEach))
  step('shards-adopting')
  const batches = Array.from({ length: Math.ceil(sharded.length / atOnce) }, (_, at) =>
    sharded.slice(at * atOnce, (at + 1) * atOnce),
  )
  await Promise.all(
    batches.map(async (batch) => {
      await context.store.transact(async (tx) => {
        const intent = await requireIntent(tx, version, client)
        if (intent.state !== INTENT_OPEN) return
        for (const piece of batch) await adoptOne(tx, version, intent, piece)
      })
    }),
  )
  step('shards-adopted')
}

async function adoptOne(
  tx: Transaction,
  version: number,
  { file: fileId, dataShards, parityShards }: IntentRecord,
  { cid, sizeBytes, shards = [] }: PieceOfUpload,
): Promise<void> {
  const file = toHex(fileId)
  const there = await readPiece(tx, cid)
  if (there) {
    // Adopted by this upload before, and perhaps on its way to another shape since: a pack is asked about more than once.
    const same = shardCids(there).join() === shards.join() && (await tx.get(keys.ref(file, version, cid))) !== undefined
    if (same && !there.condemned) return
    throw new HiroError('usage', `piece ${cid} is there already, and not as these shards`)
  }
  if (new Set([...shards, cid]).size !== dataShards + parityShards + 1)
    throw new HiroError('usage', `piece ${cid} has ${dataShards} + ${parityShards} shards, each another one`)
  const none = PieceRecord.decode(new Uint8Array())
  const coded = { dataShards, parityShards, shards: shards.map(cidToBytes) }
  await putShaped(tx, cid, { ...none, ...coded, sizeBytes, refs: 1, shape: SHAPE.shards })
  tx.put(keys.ref(file, version, cid), new Uint8Array())
  const shardBytes = shardSizeBytes(sizeBytes, dataShards)
  for (const shard of shards) {
    const record = await readPiece(tx, shard)
    const ref = keys.ref(file, version, shard)
    const isFree = record !== undefined && !isShard(record) && !record.condemned && record.refs === 1
    const isOurs = record === undefined || (isFree && (await tx.get(ref)) !== undefined)
    if (!isOurs || (record && record.sizeBytes !== shardBytes))
      throw new HiroError('usage', `${shard} is no shard of piece ${cid} in this upload`)
    if (record) tx.delete(ref)
    const { holders } = record ?? none
    await putPiece(tx, shard, { ...none, holders, sizeBytes: shardBytes, refs: 1, copies: 1, shardOf: cidToBytes(cid) })
  }
}
