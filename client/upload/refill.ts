import { isCidOf } from '../../shared/cid.ts'
import { sleep } from '../../shared/clock/sleep.ts'
import { shardSizeBytes } from '../../shared/erasure/shard-layout.ts'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { mapOrdered } from '../../shared/work/ordered-window.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Intent } from './intent.ts'
import type { GroupPiece, OpenGroup } from './open-group.ts'
import type { UploadPorts } from './ports.ts'
import { pushPiece } from './push-piece.ts'
import { pushShard } from './push-shards.ts'

/** Pieces that are fetched and pushed again at once; each is in memory meanwhile, beside those that travel for the first time. */
const REFILLS_AT_ONCE = 2
/** Between two tries, while a worker that failed a moment ago may be back. */
const TRY_AGAIN_MS = 500

/**
 * Brings what a group lacks to further workers. Its pieces are gone from memory by now, so each is fetched, sealed as it is, from a worker that holds it. The
 * result says whether some piece has fewer than R copies because no other worker can be reached, those that failed a moment ago included: they are given some seconds to return. Throws as `pushPiece`; `unreachable` when nobody
 * holds a piece any more.
 */
export async function refillGroup(
  ports: UploadPorts,
  intent: Intent,
  group: OpenGroup,
  signal: AbortSignal,
): Promise<boolean> {
  const refill = async (piece: GroupPiece, signal: AbortSignal): Promise<boolean> => {
    if (piece.shards) return await refillShards(ports, intent, piece, signal)
    const { cid, sizeBytes } = piece
    const holders = piece.holders ?? []
    const bytes = async (signal: AbortSignal) => await fetchSealed(ports, piece, holders, signal)
    piece.holders = await pushPiece(ports, intent, { cid, sizeBytes, bytes }, { holders }, signal)
    return piece.holders.length < intent.copies
  }
  for (;;) {
    const short = group.short(intent.copies)
    const lastTry = short.length === 0 || !ports.known.forgive()
    let degraded = false
    for await (const isShort of mapOrdered(short, REFILLS_AT_ONCE, refill, signal)) degraded ||= isShort
    if (!degraded || lastTry) return degraded
    await sleep(ports.clock, TRY_AGAIN_MS, signal)
  }
}

/** The shards that nobody holds, made of those that are there. */
async function refillShards(
  ports: UploadPorts,
  intent: Intent,
  piece: GroupPiece,
  signal: AbortSignal,
): Promise<boolean> {
  const { code } = intent
  const shards = piece.shards ?? []
  if (code === undefined) return true
  const sizeBytes = shardSizeBytes(piece.sizeBytes, code.k)
  const found = new Map<number, Uint8Array>()
  for (const [number, { cid, holders }] of shards.entries()) {
    if (found.size === code.k) break
    const bytes = await fetchSealed(ports, { cid, sizeBytes }, holders, signal).catch(() => undefined)
    throwIfAborted(signal)
    if (bytes) found.set(number, bytes)
  }
  if (found.size < code.k) throw goneSince(piece.cid)
  const missing = [...shards.keys()].filter((number) => shards[number]?.holders.length === 0)
  const made = code.rebuild(found, missing)
  const siblings = new Set(shards.flatMap(({ holders }) => holders))
  const refilled = shards.map((shard) => ({ ...shard }))
  for (const [at, number] of missing.entries()) {
    const [shard, bytes] = [refilled[number], made[at]]
    if (shard && bytes) shard.holders = await pushShard(ports, intent, { cid: shard.cid, bytes }, { siblings }, signal)
  }
  piece.shards = refilled
  return refilled.some(({ holders }) => holders.length === 0)
}

/** From the first worker that gives the right bytes. */
async function fetchSealed(
  { workers, known, log }: UploadPorts,
  { cid, sizeBytes }: { readonly cid: string; readonly sizeBytes: number },
  holders: readonly string[],
  signal: AbortSignal,
): Promise<Uint8Array> {
  let last: unknown
  for (const source of holders.flatMap((peer) => known.addressOf(peer) ?? [])) {
    try {
      const bytes = await workers.get(source, { cid, sizeBytes }, { signal })
      if (isCidOf(cid, bytes)) return bytes
      last = new HiroError('integrity', `${source.id} holds other bytes`)
    } catch (error) {
      throwIfAborted(signal)
      last = error
    }
    log.info('a piece was not to be had where it was stored', { peer: source.id, cid, code: codeOf(last) })
  }
  throw goneSince(cid, last)
}

function goneSince(cid: string, cause?: unknown): HiroError {
  const message = `no worker holds a piece any more that was stored a moment ago (${cid}); nothing was changed`
  return new HiroError('unreachable', message, { cause })
}

function codeOf(error: unknown): string {
  return hasCode(error, 'not-found') ? 'not-found' : error instanceof HiroError ? error.code : 'internal'
}
