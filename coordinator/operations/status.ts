import { sleep } from '../../shared/clock/sleep.ts'
import { toHex } from '../../shared/ids.ts'
import type { Peer } from '../../shared/piece-map.ts'
import type { Context } from '../context.ts'
import type { Space } from '../membership/members.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import type { Entry } from '../metadata/metadata-store.ts'
import { PieceRecord, ShortRecord, StoreRecord, WorkerRecord } from '../metadata/records.js'
import { holdersAlive, shardStates } from '../shards/plan-shards.ts'
import { hasShards, isShard, SHAPE } from '../shards/shape.ts'
import { settled } from './settle.ts'

export interface WorkerState {
  readonly worker: Peer
  readonly capacityBytes: number
  /** Zero for one that is not alive. */
  readonly space: Space
  /** Since it was last heard of; 0: not since the coordinator's start. */
  readonly silentMs: number
  /** Pieces that it shall remove and has not confirmed. */
  readonly removals: number
  /** To be emptied. */
  readonly draining: boolean
  /** Silent for longer than the grace time: other copies are made. */
  readonly away: boolean
}

export interface RepairState {
  /** With fewer copies than they shall have. */
  readonly pieces: number
  readonly missingBytes: number
  /** Pieces that are being sent. */
  readonly underWay: number
  readonly bytesPerSecond: number
  /** Pieces with more copies than they shall have. */
  readonly over: number
  readonly rebalancing: boolean
}

export interface PieceCounts {
  readonly total: number
  /** Some but not all copies on workers that are alive. */
  readonly under: number
  /** No copy on a worker that is alive. */
  readonly lost: number
}

/** Every worker that ever joined, alive or not; just after a start, once they had time to come back. */
export async function workerStates(context: Context): Promise<WorkerState[]> {
  const rows = await context.store.scan(under('worker/'))
  await settled(context, rows.length)
  return await Promise.all(
    rows.map(async ({ key, value }) => {
      const peer = partsOf(key)[0] ?? ''
      const record = WorkerRecord.decode(value)
      const storeRow = await context.store.get(keys.store(toHex(record.store)))
      const store = storeRow && StoreRecord.decode(storeRow)
      const member = context.members.aliveByPeer(peer)
      const { name, zone, addresses } = member ?? record
      return {
        worker: { id: peer, addresses, name, zone, alive: member !== undefined },
        capacityBytes: record.capacityBytes,
        space: member?.space ?? { usedBytes: 0, freeBytes: 0, pieces: 0 },
        silentMs: context.members.silentMs(peer) ?? 0,
        removals: await count(context, `removal/${toHex(record.store)}/`),
        draining: store?.draining ?? false,
        away: store?.away ?? false,
      }
    }),
  )
}

/** Reads every piece's record, page by page. */
export async function countPieces(context: Context): Promise<PieceCounts> {
  const counts = { total: 0, under: 0, lost: 0 }
  for await (const { value } of pagesOf(context, 'piece/')) {
    const piece = PieceRecord.decode(value)
    // Shards are looked at with the piece that they belong to.
    if (piece.condemned || isShard(piece)) continue
    const alive = holdersAlive(context, piece).length
    const states = hasShards(piece) ? await shardStates(context, piece) : []
    const shards = states.filter(({ there }) => there.length > 0).length
    counts.total++
    if (alive === 0 && (shards === 0 || shards < piece.dataShards)) counts.lost++
    else if (alive < piece.copies || (piece.shape === SHAPE.shards && shards < states.length)) counts.under++
  }
  return counts
}

/** Reads the lists of repair. */
export async function repairState(context: Context): Promise<RepairState> {
  let [pieces, missingBytes] = [0, 0]
  for await (const { value } of pagesOf(context, 'short/')) {
    pieces++
    missingBytes += ShortRecord.decode(value).missingBytes
  }
  const { board } = context
  return {
    pieces,
    missingBytes,
    underWay: board.piecesUnderWay,
    bytesPerSecond: Math.round(board.bytesPerSecond),
    over: await count(context, 'over/'),
    rebalancing: (await context.store.get(keys.rebalance)) !== undefined,
  }
}

async function count(context: Context, prefix: string): Promise<number> {
  let rows = 0
  for await (const _ of pagesOf(context, prefix)) rows++
  return rows
}

const PAGE_ENTRIES = 1000

/** Reads block: between two pages everybody else has a turn, or counting a million pieces would cost live workers their leases. */
export async function* pagesOf(context: Context, prefix: string): AsyncGenerator<Entry> {
  for (let last: string | undefined; ; await sleep(context.clock, 0)) {
    const rows = await context.store.scan(under(prefix, { last, limit: PAGE_ENTRIES }))
    yield* rows
    if (rows.length < PAGE_ENTRIES) return
    last = rows.at(-1)?.key
  }
}

/** The newest revision there is. */
export async function currentRevision(context: Context): Promise<number> {
  const { revision } = await context.store.transact(async (tx) => await tx.get(keys.swarm))
  return revision
}
