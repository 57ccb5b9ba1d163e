import { cidOf } from '../../shared/cid.ts'
import { SHARDED_PIECE_BYTES_MIN } from '../../shared/erasure/limits.ts'
import { step } from '../../shared/steps.ts'
import type { Place } from '../workers/places.ts'
import type { Intent } from './intent.ts'
import type { GroupShard } from './open-group.ts'
import type { UploadPorts } from './ports.ts'
import { pushPiece } from './push-piece.ts'

/** Whether a piece of this upload is put as shards: a small one, such as the last of a file, is put as copies. */
export function isSharded({ code }: Intent, sizeBytes: number): boolean {
  return code !== undefined && sizeBytes >= SHARDED_PIECE_BYTES_MIN
}

/**
 * Brings the shards of a piece to as many workers, at once, each straight from here. The result says who holds which; what no worker took is tried again with its group. Throws as `pushPiece`, but never for too few workers.
 */
export async function pushShards(
  ports: UploadPorts,
  intent: Intent,
  bytes: Uint8Array,
  { workers, grant }: Place,
  signal: AbortSignal,
): Promise<GroupShard[]> {
  const siblings = new Set(workers.map(({ id }) => id))
  const shards = intent.code?.encode(bytes) ?? []
  step('shards-pushing')
  const pushing = shards.map(async (shard, number): Promise<GroupShard> => {
    const cid = cidOf(shard)
    const worker = workers[number]
    const place = worker && { workers: [worker], grant }
    return { cid, holders: await pushShard(ports, intent, { cid, bytes: shard }, { place, siblings }, signal) }
  })
  const pushed = await Promise.all(pushing)
  step('shards-pushed')
  return pushed
}

/** One shard to one worker that has no other of the piece. Nobody, where there is none. */
export async function pushShard(
  ports: UploadPorts,
  { version }: Intent,
  { cid, bytes }: { readonly cid: string; readonly bytes: Uint8Array },
  from: { readonly place?: Place | undefined; readonly siblings: Set<string> },
  signal: AbortSignal,
): Promise<string[]> {
  const piece = { cid, sizeBytes: bytes.byteLength, bytes: async () => bytes }
  const { place, siblings } = from
  return await pushPiece(
    ports,
    { version, copies: 1, copiesMin: 0 },
    piece,
    { ...(place && { place }), siblings },
    signal,
  )
}
