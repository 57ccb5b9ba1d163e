import { cidOf } from '../../shared/cid.ts'
import { HiroError, hasCode } from '../../shared/errors.ts'
import type { PeerAddress } from '../../shared/transport/transport.ts'
import { mapOrdered } from '../../shared/work/ordered-window.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Intent } from './intent.ts'
import type { GroupPiece, OpenGroup } from './open-group.ts'
import type { UploadPorts } from './ports.ts'
import { pushPiece } from './push-piece.ts'

/** Pieces that are fetched and pushed again at once; each is in memory meanwhile, beside those that travel for the first time. */
const REFILLS_AT_ONCE = 2

/**
 * Brings what a group lacks to further workers. Its pieces are gone from memory by now, so each is fetched, sealed as it is, from a worker that holds it. The
 * result says whether some piece has fewer than R copies because no other worker can be reached, those that failed a moment ago included. Throws as `pushPiece`; `unreachable` when nobody
 * holds a piece any more.
 */
export async function refillGroup(
  ports: UploadPorts,
  intent: Intent,
  group: OpenGroup,
  signal: AbortSignal,
): Promise<boolean> {
  const refill = async (piece: GroupPiece, signal: AbortSignal): Promise<boolean> => {
    const { cid, sizeBytes } = piece
    const holders = piece.holders ?? []
    const sources = holders.flatMap((peer) => ports.known.addressOf(peer) ?? [])
    const bytes = async (signal: AbortSignal) => await fetchSealed(ports, piece, sources, signal)
    piece.holders = await pushPiece(ports, intent, { cid, sizeBytes, bytes }, { holders }, signal)
    return piece.holders.length < intent.copies
  }
  const short = group.short(intent.copies)
  if (short.length > 0) ports.known.forgive()
  let degraded = false
  for await (const isShort of mapOrdered(short, REFILLS_AT_ONCE, refill, signal)) degraded ||= isShort
  return degraded
}

/** From the first worker that gives the right bytes. */
async function fetchSealed(
  { workers, log }: UploadPorts,
  { cid, sizeBytes }: GroupPiece,
  sources: readonly PeerAddress[],
  signal: AbortSignal,
): Promise<Uint8Array> {
  let last: unknown
  for (const source of sources) {
    try {
      const bytes = await workers.get(source, { cid, sizeBytes }, { signal })
      if (cidOf(bytes) === cid) return bytes
      last = new HiroError('integrity', `${source.id} holds other bytes`)
    } catch (error) {
      throwIfAborted(signal)
      last = error
    }
    log.info('a piece was not to be had where it was stored', { peer: source.id, cid, code: codeOf(last) })
  }
  const message = `no worker holds a piece any more that was stored a moment ago (${cid}); nothing was changed`
  throw new HiroError('unreachable', message, { cause: last })
}

function codeOf(error: unknown): string {
  return hasCode(error, 'not-found') ? 'not-found' : error instanceof HiroError ? error.code : 'internal'
}
