import { DATA_SHARDS_MAX, PARITY_SHARDS_MAX } from '../../shared/erasure/limits.ts'
import { HiroError } from '../../shared/errors.ts'
import { fromHex, newId } from '../../shared/ids.ts'
import { COPIES_MAX, GRANT_TTL_MS, PIECE_SIZE_BYTES_MAX, PLACEMENT_CHUNKS_MAX } from '../../shared/limits.ts'
import type { Peer, PieceMap } from '../../shared/piece-map.ts'
import { signGrant } from '../../shared/protocol/token/tokens.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import type { Member } from '../membership/members.ts'
import { chooseWorkers } from '../placement/choose-workers.ts'
import { settled } from './settle.ts'

/** A worker for each copy, or for each shard. */
const WORKERS_MAX = Math.max(COPIES_MAX, DATA_SHARDS_MAX + PARITY_SHARDS_MAX)

export interface Wanted {
  readonly version: number
  /** Who may put. */
  readonly client: string
  readonly chunks: number
  readonly pieceBytesMax: number
  readonly copies: number
  /** Fewer than this many workers with room is an error; with more than this but fewer than `copies`, the placement is short. */
  readonly copiesMin: number
  /** Peers that hold the pieces already, or failed. */
  readonly avoid: readonly string[]
  /** These chunks were placed before: room that the upload has at a worker is theirs. */
  readonly again: boolean
}

export interface Placed {
  /** By number within this placement; fewer chunks than were asked for where there is no room for more. */
  readonly pieceMap: PieceMap
  /** Signed, for all of them. */
  readonly grant: Uint8Array
}

/**
 * Chooses workers for chunks that have no CID yet, at least for the first, and signs the permission to put them. Throws `too-few-workers`, `no-room`,
 * `usage`.
 */
export async function place(context: Context, wanted: Wanted): Promise<Placed> {
  checkWanted(wanted)
  await settled(context, wanted.copies + wanted.avoid.length)
  const open = context.members.alive().filter(({ peer, draining }) => !draining && !wanted.avoid.includes(peer))
  if (open.length < wanted.copiesMin) {
    const short = `${open.length} workers can be reached, ${wanted.copiesMin} are needed`
    throw new HiroError('too-few-workers', wanted.avoid.length > 0 ? `${short} besides those tried already` : short)
  }
  const pieceMap: PieceMap = new Map()
  while (pieceMap.size < wanted.chunks) {
    const peers = placeOne(context, wanted, open)
    if (peers === undefined) break
    pieceMap.set(pieceMap.size, peers)
  }
  if (pieceMap.size === 0) {
    const hint = await context.trashGauge.hint()
    throw new HiroError('no-room', `fewer than ${wanted.copiesMin} workers have room for another piece${hint}`)
  }
  step('chunks-placed')
  return { pieceMap, grant: grantFor(context, wanted, pieceMap) }
}

/** `undefined`: too few have room for it. */
function placeOne(context: Context, wanted: Wanted, open: readonly Member[]): Peer[] | undefined {
  const { copies, copiesMin, pieceBytesMax: pieceBytes, version, again } = wanted
  const { reservations } = context
  const ownAt = (peer: string): number => (again ? reservations.of(version, peer) : 0)
  const candidates = open.map((member) => ({
    ...member,
    freeBytes: member.space.freeBytes - reservations.at(member.peer) + ownAt(member.peer),
  }))
  const chosen = chooseWorkers(candidates, { copies, pieceBytes }, context.random)
  if (chosen.length < copiesMin) return undefined
  for (const { peer } of chosen) if (ownAt(peer) < pieceBytes) reservations.reserve(version, peer, pieceBytes)
  return chosen.map(({ peer, addresses, name, zone }) => ({ id: peer, addresses, name, zone, alive: true }))
}

function grantFor(context: Context, wanted: Wanted, pieceMap: PieceMap): Uint8Array {
  const workers = new Map([...pieceMap.values()].flat().map((peer) => [peer.id, peer]))
  return signGrant(context.identity, {
    swarm: fromHex(context.swarm.id),
    epoch: context.swarm.epoch,
    peer: wanted.client,
    revision: wanted.version,
    id: fromHex(newId(context.random)),
    workers: [...workers.values()].map(({ id, addresses }) => ({ peer: id, addresses: [...addresses] })),
    pieceBytesMax: wanted.pieceBytesMax,
    // Each chunk may come twice: a push that broke is repeated.
    bytesMax: 2 * pieceMap.size * wanted.pieceBytesMax,
    ttlMs: GRANT_TTL_MS,
  })
}

function checkWanted({ chunks, pieceBytesMax, copies, copiesMin }: Wanted): void {
  if (chunks > PLACEMENT_CHUNKS_MAX)
    throw new HiroError('usage', `at most ${PLACEMENT_CHUNKS_MAX} chunks are placed at once`)
  if (pieceBytesMax > PIECE_SIZE_BYTES_MAX)
    throw new HiroError('usage', `a piece has at most ${PIECE_SIZE_BYTES_MAX} bytes`)
  if (copies < 1 || copies > WORKERS_MAX)
    throw new HiroError('usage', `a piece is placed at 1 to ${WORKERS_MAX} workers, not ${copies}`)
  if (copiesMin < 1 || copiesMin > copies)
    throw new HiroError('usage', `the least number of copies goes from 1 to ${copies}`)
}
