import { cidFromBytes } from '../../shared/cid.ts'
import { shardSizeBytes } from '../../shared/erasure/shard-layout.ts'
import { toHex } from '../../shared/ids.ts'
import type { Context } from '../context.ts'
import type { Member } from '../membership/members.ts'
import { keys } from '../metadata/keys.ts'
import type { Reader } from '../metadata/metadata-store.ts'
import { PieceRecord } from '../metadata/records.js'
import { chooseWorkers } from '../placement/choose-workers.ts'
import type { Transfer } from '../repair/transfer.ts'
import { hasShards, SHAPE, shardCids } from './shape.ts'
import { SHARDS_WORK, type ShardsWork } from './shards-work.ts'

export interface ShardState {
  readonly shard: number
  readonly cid: string
  readonly record: PieceRecord
  /** Workers that hold it and are alive. */
  readonly there: readonly Member[]
}

export async function shardStates(context: Context, piece: PieceRecord): Promise<ShardState[]> {
  const states = await Promise.all(
    shardCids(piece).map(async (cid, shard) => {
      const row = await context.store.get(keys.piece(cid))
      const record = PieceRecord.decode(row ?? new Uint8Array())
      return { shard, cid, record, there: holdersAlive(context, record) }
    }),
  )
  return states
}

/** Stores that hold another shard of the same piece: one worker must not have two, or its loss would count twice. */
export async function siblingStores(reader: Reader, cid: string, { shardOf }: PieceRecord): Promise<Set<string>> {
  const row = shardOf.byteLength > 0 ? await reader.get(keys.piece(cidFromBytes(shardOf))) : undefined
  const stores = new Set<string>()
  for (const sibling of row ? shardCids(PieceRecord.decode(row)) : []) {
    const record = sibling === cid ? undefined : await reader.get(keys.piece(sibling))
    for (const store of record ? PieceRecord.decode(record).holders : []) stores.add(toHex(store))
  }
  return stores
}

export function holdersAlive(context: Context, { holders }: PieceRecord): Member[] {
  return holders.flatMap((store) => context.members.aliveByStore(toHex(store)) ?? [])
}

/**
 * All missing shards of a piece at once: made by a worker that has a copy of the piece, else by the first that shall hold one of them, out of k others. Each goes to a worker that holds no other shard of it. `undefined`: nothing to
 * make, nobody to make it of, or nowhere to put it.
 */
export async function planShards(context: Context, shardOf: Uint8Array): Promise<Transfer | undefined> {
  const cid = cidFromBytes(shardOf)
  const row = await context.store.get(keys.piece(cid))
  const piece = row && PieceRecord.decode(row)
  if (piece === undefined || piece.condemned || !hasShards(piece) || !context.board.mayBegin(cid)) return undefined
  const states = await shardStates(context, piece)
  const missing = states.filter(({ record, there }) => record.short > 0 && there.length === 0)
  const kept = states.filter((state) => !missing.includes(state))
  const taken = new Set(kept.flatMap(({ record }) => record.holders.map(toHex)))
  const sizeBytes = shardSizeBytes(piece.sizeBytes, piece.dataShards)
  const zonesTaken = kept.flatMap(({ there }) => there.slice(0, 1).map(({ zone }) => zone))
  if (missing.length === 0) return planMove(context, states, { sizeBytes, taken, zonesTaken })
  const open = candidates(context, taken)
  // One that was sent somewhere a moment ago goes there again, or a worker might end up with two.
  const again = new Map(missing.map(({ cid }) => [cid, open.find(({ peer }) => peer === context.board.sentTo(cid))]))
  const others = open.filter((member) => ![...again.values()].includes(member))
  const wanted = { copies: missing.filter(({ cid }) => !again.get(cid)).length, pieceBytes: sizeBytes, zonesTaken }
  const fresh = chooseWorkers(others, wanted, context.random).values()
  const outputs = missing.flatMap(({ shard, cid }) => {
    const target = again.get(cid) ?? fresh.next().value
    return target ? [{ shard, cid, target }] : []
  })
  const targets = outputs.map(({ target }) => target)
  const source = makerOf(context, cid, piece, states, targets)
  if (outputs.length === 0 || source === undefined) return undefined
  return { cid, sizeBytes, source, targets, shards: workOf(piece, SHARDS_WORK.make, states, outputs) }
}

/** A shard that is there, and shall be elsewhere: it is sent as it is, to a worker that holds no other of the same piece. */
function planMove(
  context: Context,
  states: readonly ShardState[],
  { sizeBytes, taken, zonesTaken }: { sizeBytes: number; taken: ReadonlySet<string>; zonesTaken: string[] },
): Transfer | undefined {
  const moving = states.find(({ record, cid }) => record.short > 0 && context.board.mayBegin(cid))
  const source = moving && context.board.leastBusy(moving.there, moving.cid)
  const wanted = { copies: 1, pieceBytes: sizeBytes, zonesTaken }
  const targets = chooseWorkers(candidates(context, taken), wanted, context.random)
  if (moving === undefined || source === undefined || targets.length === 0) return undefined
  return { cid: moving.cid, sizeBytes, source, targets }
}

/** A copy of a piece that has shards and no copy. */
export async function planWhole(context: Context, cid: string, piece: PieceRecord): Promise<Transfer | undefined> {
  if (!hasShards(piece)) return undefined
  const states = await shardStates(context, piece)
  const taken = new Set(piece.holders.map(toHex))
  const wanted = { copies: 1, pieceBytes: piece.sizeBytes }
  const targets = chooseWorkers(candidates(context, taken), wanted, context.random)
  const [target] = targets
  if (target === undefined || !enough(piece, states)) return undefined
  const shard = piece.dataShards + piece.parityShards
  const shards = workOf(piece, SHARDS_WORK.make, states, [{ shard, cid, target }])
  return { cid, sizeBytes: piece.sizeBytes, source: target, targets, shards }
}

export function workOf(
  { dataShards, parityShards, sizeBytes }: PieceRecord,
  work: ShardsWork['work'],
  states: readonly ShardState[],
  outputs: ShardsWork['outputs'],
): ShardsWork {
  const sources = states.flatMap(({ shard, cid, there }) => (there.length > 0 ? [{ shard, cid, workers: there }] : []))
  return { work, dataShards, parityShards, pieceSizeBytes: sizeBytes, sources, outputs }
}

function candidates(context: Context, taken: ReadonlySet<string>) {
  return context.members
    .alive()
    .filter(({ store, draining }) => !draining && !taken.has(store))
    .map((member) => ({ ...member, freeBytes: member.space.freeBytes - context.board.reservedAt(member.peer) }))
}

function makerOf(
  context: Context,
  cid: string,
  piece: PieceRecord,
  states: readonly ShardState[],
  targets: readonly Member[],
): Member | undefined {
  const copies = piece.shape === SHAPE.shards ? [] : holdersAlive(context, piece)
  if (copies.length > 0) return context.board.leastBusy(copies, cid)
  return enough(piece, states) ? context.board.leastBusy(targets.slice(0, 1), cid) : undefined
}

function enough({ dataShards }: PieceRecord, states: readonly ShardState[]): boolean {
  return states.filter(({ there }) => there.length > 0).length >= dataShards
}
