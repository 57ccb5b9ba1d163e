import { cidFromBytes, isCidOf } from '../../shared/cid.ts'
import type { ErasureCode } from '../../shared/erasure/erasure-code.ts'
import { shardSizeBytes } from '../../shared/erasure/shard-layout.ts'
import { HiroError, hasCode, toHiroError } from '../../shared/errors.ts'
import type { ShardSource } from '../../shared/protocol/membership/membership.js'
import { throwIfAborted } from '../../shared/work/signal.ts'
import { type FetchPorts, fetchFrom, readHere, type WantedBytes } from './fetch-piece.ts'

/** Something is wrong with what a certain worker has. */
export class BadShard extends HiroError {
  readonly peer: string

  constructor(peer: string, cause: HiroError) {
    super('integrity', cause.message, { cause })
    this.peer = peer
  }
}

/** The piece as it lies here, else out of shards of others. Throws as `pieceOf`. */
export async function gatherPiece(
  ports: FetchPorts,
  code: ErasureCode,
  piece: WantedBytes,
  sources: readonly ShardSource[],
  signal: AbortSignal,
): Promise<Uint8Array> {
  try {
    if (await ports.store.stat(piece.cid)) return await readHere(ports.store, piece)
  } catch (error) {
    // A copy that rotted here is the scrub's to tell of.
    if (!hasCode(error, 'integrity', 'not-found', 'io') || sources.length < code.k) throw error
  }
  return await pieceOf(ports, code, piece, sources, signal)
}

/**
 * The piece out of any k of its shards, each checked against its CID, and so is what comes out: who has no key knows by that alone that it is the piece. Throws `BadShard` where too few good ones are left and one is bad, `integrity` where the shards are
 * what they should be and the piece is not, `unreachable`.
 */
export async function pieceOf(
  ports: FetchPorts,
  code: ErasureCode,
  piece: WantedBytes,
  sources: readonly ShardSource[],
  signal: AbortSignal,
): Promise<Uint8Array> {
  const sizeBytes = shardSizeBytes(piece.sizeBytes, code.k)
  const shards = new Map<number, Uint8Array>()
  const failures: HiroError[] = []
  const waiting = sources.values()
  const lane = async (): Promise<void> => {
    for (const source of waiting) {
      const found = await fetchShard(ports, source, sizeBytes, signal)
      if (found instanceof HiroError) failures.push(found)
      else shards.set(source.shard, found)
      if (shards.size >= code.k) return
    }
  }
  await Promise.all(Array.from({ length: code.k }, lane))
  throwIfAborted(signal)
  if (shards.size < code.k) {
    const bad = failures.find((failure) => failure instanceof BadShard)
    throw bad ?? new HiroError('unreachable', `${shards.size} shards can be reached, ${code.k} are needed`)
  }
  const bytes = code.join(shards, piece.sizeBytes)
  if (!isCidOf(piece.cid, bytes)) throw new HiroError('integrity', 'the shards of a piece do not give it back')
  return bytes
}

/** From the first of its workers that has it. Never throws. */
async function fetchShard(
  ports: FetchPorts,
  { cid, workers }: ShardSource,
  sizeBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array | HiroError> {
  let failure = new HiroError('unreachable', 'nobody has this shard')
  for (const { peer, addresses } of workers) {
    try {
      return await fetchFrom(ports, { id: peer, addresses }, { cid: cidFromBytes(cid), sizeBytes }, signal)
    } catch (cause) {
      const error = toHiroError(cause)
      failure = hasCode(error, 'integrity', 'not-found') ? new BadShard(peer, error) : error
    }
  }
  return failure
}
