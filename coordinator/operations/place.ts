import { HiroError } from '../../shared/errors.ts'
import { fromHex, newId } from '../../shared/ids.ts'
import { COPIES_MAX, GRANT_TTL_MS, PIECE_SIZE_BYTES_MAX, PLACEMENT_CHUNKS_MAX } from '../../shared/limits.ts'
import { signGrant } from '../../shared/protocol/token/tokens.ts'
import type { Context } from '../context.ts'
import type { Member } from '../membership/members.ts'
import { chooseWorkers } from '../placement/choose-workers.ts'
import { settled } from './settle.ts'

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
}

export interface Placed {
  /** For every chunk its workers, in the order of the forwarding list. */
  readonly chunks: Member[][]
  /** Signed, for all of them. */
  readonly grant: Uint8Array
}

/** Chooses workers for chunks that have no CID yet, and signs the permission to put them. Throws `too-few-workers`, `no-room`, `usage`. */
export async function place(context: Context, wanted: Wanted): Promise<Placed> {
  checkWanted(wanted)
  await settled(context, wanted.copies + wanted.avoid.length)
  const open = context.members.alive().filter(({ peer }) => !wanted.avoid.includes(peer))
  if (open.length < wanted.copiesMin) {
    const short = `${open.length} workers can be reached, ${wanted.copiesMin} are needed`
    throw new HiroError('too-few-workers', wanted.avoid.length > 0 ? `${short} besides those tried already` : short)
  }
  const chunks = Array.from({ length: wanted.chunks }, () => placeOne(context, wanted, open))
  return { chunks, grant: grantFor(context, wanted, chunks) }
}

function placeOne(context: Context, wanted: Wanted, open: readonly Member[]): Member[] {
  const candidates = open.map((member) => ({
    peer: member.peer,
    zone: member.zone,
    freeBytes: member.space.freeBytes - context.reservations.at(member.peer),
    member,
  }))
  const { copies, pieceBytesMax: pieceBytes } = wanted
  const chosen = chooseWorkers(candidates, { copies, pieceBytes }, context.random)
  if (chosen.length < wanted.copiesMin) {
    throw new HiroError(
      'no-room',
      `only ${chosen.length} workers have room for another piece, ${wanted.copiesMin} are needed`,
    )
  }
  for (const { peer } of chosen) context.reservations.reserve(wanted.version, peer, pieceBytes)
  return chosen.flatMap(({ peer }) => open.filter((member) => member.peer === peer))
}

function grantFor(context: Context, wanted: Wanted, chunks: readonly Member[][]): Uint8Array {
  const workers = [...new Map(chunks.flat().map((member) => [member.peer, member])).values()]
  return signGrant(context.identity, {
    swarm: fromHex(context.swarm.id),
    epoch: context.swarm.epoch,
    peer: wanted.client,
    revision: wanted.version,
    id: fromHex(newId(context.random)),
    workers: workers.map(({ peer, addresses }) => ({ peer, addresses: [...addresses] })),
    pieceBytesMax: wanted.pieceBytesMax,
    // Each chunk may come twice: a push that broke is repeated.
    bytesMax: 2 * wanted.chunks * wanted.pieceBytesMax,
    ttlMs: GRANT_TTL_MS,
  })
}

function checkWanted({ chunks, pieceBytesMax, copies, copiesMin }: Wanted): void {
  if (chunks > PLACEMENT_CHUNKS_MAX)
    throw new HiroError('usage', `at most ${PLACEMENT_CHUNKS_MAX} chunks are placed at once`)
  if (pieceBytesMax > PIECE_SIZE_BYTES_MAX)
    throw new HiroError('usage', `a piece has at most ${PIECE_SIZE_BYTES_MAX} bytes`)
  if (copies < 1 || copies > COPIES_MAX)
    throw new HiroError('usage', `copies go from 1 to ${COPIES_MAX}, not ${copies}`)
  if (copiesMin < 1 || copiesMin > copies)
    throw new HiroError('usage', `the least number of copies goes from 1 to ${copies}`)
}
