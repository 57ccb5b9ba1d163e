import { hasCode } from '../../shared/errors.ts'
import { fetchCopy, type WantedPiece } from './fetch-copy.ts'
import { fetchFromShards } from './fetch-shards.ts'
import type { DownloadPorts } from './ports.ts'

/**
 * A piece, opened: from a copy where there is one, else out of its shards. Throws `integrity` when there is nothing good left of it, `unreachable` when nothing that may be good can be reached, what `open` and
 * `requireCurrent` throw, or the signal's reason.
 */
export async function fetchPiece(ports: DownloadPorts, wanted: WantedPiece, signal: AbortSignal): Promise<Uint8Array> {
  const { holders, shards } = wanted.piece
  if (shards === undefined) return await fetchCopy(ports, wanted, signal)
  if (!holders.some(({ alive }) => alive)) return await fetchFromShards(ports, wanted, shards, signal)
  try {
    return await fetchCopy(ports, wanted, signal)
  } catch (error) {
    if (!hasCode(error, 'integrity', 'unreachable')) throw error
    return await fetchFromShards(ports, wanted, shards, signal)
  }
}
