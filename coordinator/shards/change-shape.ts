import { cidToBytes } from '../../shared/cid.ts'
import { shardSizeBytes } from '../../shared/erasure/shard-layout.ts'
import { toHex } from '../../shared/ids.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { PieceRecord, RemovalRecord } from '../metadata/records.js'
import { copiesOf, deletePiece, isGone, putPiece } from '../repair/piece-lists.ts'
import { isUnderWay, SHAPE, shardCids } from './shape.ts'

/** The steps of a piece from copies to shards and back, each one transaction that looks again and can be repeated. */

/** Of each shard: its record, its row in the short list, its removals. */
const DROPPED_PER_TRANSACTION = 8

/** Somebody made out which shards the piece has: from now on they are missing, and repair makes them. */
export async function recordShards(context: Context, cid: string, shards: readonly string[]): Promise<void> {
  step('shards-recording')
  await context.store.transact(async (tx) => {
    const piece = await readPiece(tx, cid)
    if (piece?.shape !== SHAPE.wanted || shards.length !== piece.dataShards + piece.parityShards) return
    if (!(await areNew(tx, [...shards, cid]))) {
      // Bytes that no client seals: such a piece stays as it is.
      await putShaped(tx, cid, { ...piece, shape: SHAPE.copies, dataShards: 0, parityShards: 0 })
      return
    }
    await putShaped(tx, cid, { ...piece, shape: SHAPE.building, shards: shards.map(cidToBytes) })
    const sizeBytes = shardSizeBytes(piece.sizeBytes, piece.dataShards)
    const shard = { ...PieceRecord.decode(new Uint8Array()), sizeBytes, refs: 1, copies: 1, shardOf: cidToBytes(cid) }
    for (const shardCid of shards) await putPiece(tx, shardCid, shard)
  })
  step('shards-recorded')
}

async function areNew(tx: Transaction, [...cids]: string[]): Promise<boolean> {
  const own = cids.pop()
  if (new Set(cids).size < cids.length || cids.includes(own ?? '')) return false
  for (const cid of cids) if (await tx.get(keys.piece(cid))) return false
  return true
}

/** Another worker put the piece together from its shards: if all of them are there still, its copies go. */
export async function giveWay(context: Context, cid: string): Promise<void> {
  step('copies-giving-way')
  await context.store.transact(async (tx) => {
    const piece = await readPiece(tx, cid)
    if (piece?.shape !== SHAPE.building || piece.condemned || !(await allThere(context, tx, piece))) return
    // What is about to go counts from now on as gone.
    await putShaped(tx, cid, { ...piece, shape: SHAPE.shards, copies: 0, holders: [] })
    for (const holder of piece.holders) {
      tx.put(keys.removal(toHex(holder), cid), (revision) => RemovalRecord.encode({ revision }))
    }
  })
  step('copies-gave-way')
}

/** Every shard in a good store whose worker is there, each in another one. */
async function allThere({ members }: Context, tx: Transaction, piece: PieceRecord): Promise<boolean> {
  const stores = new Set<string>()
  for (const cid of shardCids(piece)) {
    const shard = await readPiece(tx, cid)
    if (shard === undefined || shard.condemned) return false
    const { good: there } = await copiesOf(tx, shard)
    const good = there.find((store) => members.aliveByStore(store) && !stores.has(store))
    if (good === undefined) return false
    stores.add(good)
  }
  return stores.size > 0
}

/** The shards are not what they should be, or not wanted any more: they go, where the piece has the copies that it shall have. */
export async function beginDropping(context: Context, cid: string, makeAnew: boolean): Promise<void> {
  await context.store.transact(async (tx) => {
    const piece = await readPiece(tx, cid)
    const over = makeAnew ? piece?.shape === SHAPE.building : piece?.shape === SHAPE.joining
    if (piece === undefined || piece.condemned || !over) return
    if ((await copiesOf(tx, piece)).good.length < piece.copies) return
    const next = makeAnew ? { nextDataShards: piece.dataShards, nextParityShards: piece.parityShards } : {}
    await putShaped(tx, cid, { ...piece, ...next, shape: SHAPE.dropping })
  })
}

/** Some shards of a piece that is garbage, or has copies again. Whether there are more. */
export async function dropShards(context: Context, cid: string): Promise<boolean> {
  const { value } = await context.store.transact(async (tx) => {
    const piece = await readPiece(tx, cid)
    if (piece === undefined || !(piece.condemned || piece.shape === SHAPE.dropping)) {
      if (piece === undefined) tx.delete(keys.reform(cid))
      return false
    }
    for (const shard of shardCids(piece).slice(-DROPPED_PER_TRANSACTION)) await condemnShard(tx, shard)
    const left = { ...piece, shards: piece.shards.slice(0, -DROPPED_PER_TRANSACTION) }
    if (left.shards.length > 0) {
      await putShaped(tx, cid, left)
      return true
    }
    if (piece.condemned && isGone(left)) {
      deletePiece(tx, cid, piece)
      tx.delete(keys.reform(cid))
    } else {
      const { nextDataShards: dataShards, nextParityShards: parityShards } = piece
      const next = { dataShards, parityShards, nextDataShards: 0, nextParityShards: 0 }
      const shape = dataShards > 0 && !piece.condemned ? SHAPE.wanted : SHAPE.copies
      await putShaped(tx, cid, { ...left, ...next, shape })
    }
    return false
  })
  return value
}

async function condemnShard(tx: Transaction, cid: string): Promise<void> {
  const shard = await readPiece(tx, cid)
  if (shard === undefined) return
  if (isGone(shard)) return deletePiece(tx, cid, shard)
  await putPiece(tx, cid, { ...shard, refs: 0, condemned: true })
  for (const holder of shard.holders) {
    tx.put(keys.removal(toHex(holder), cid), (revision) => RemovalRecord.encode({ revision }))
  }
}

/** The record, and the row that says whether something is still to be done with it. */
export async function putShaped(tx: Transaction, cid: string, piece: PieceRecord): Promise<void> {
  await putPiece(tx, cid, piece)
  if (isUnderWay(piece)) tx.put(keys.reform(cid), new Uint8Array())
  else tx.delete(keys.reform(cid))
}

export async function readPiece(tx: Transaction, cid: string): Promise<PieceRecord | undefined> {
  const row = await tx.get(keys.piece(cid))
  return row && PieceRecord.decode(row)
}
