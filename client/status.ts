import { toHex } from '../shared/ids.ts'
import type { Peer } from '../shared/piece-map.ts'
import type { Coordinator } from './control/coordinator.ts'
import { peerOf } from './workers/places.ts'

export interface WorkerStatus extends Peer {
  readonly capacityBytes: number
  readonly usedBytes: number
  readonly freeBytes: number
  readonly pieces: number
  /** Pieces that it shall remove and has not confirmed. */
  readonly removals: number
  /** How long ago the coordinator heard of it; 0 also where it has not since its own start. */
  readonly lastSeenMs: number
}

export interface SwarmStatus {
  readonly swarm: string
  readonly epoch: number
  readonly revision: number
  readonly workers: readonly WorkerStatus[]
  readonly pieces: {
    readonly total: number
    /** Some, but not all, copies on live workers. */
    readonly under: number
    /** No copy on a live worker. */
    readonly lost: number
  }
  /** Under way. */
  readonly uploads: number
}

/** The coordinator looks at every piece for it. */
const STATUS_TIMEOUT_MS = 60_000

export async function readStatus(coordinator: Coordinator, signal?: AbortSignal): Promise<SwarmStatus> {
  const answer = await coordinator.call('status', {}, { signal, timeoutMs: STATUS_TIMEOUT_MS })
  const workers = answer.workers.flatMap(({ worker, ...own }) =>
    worker === undefined ? [] : [{ ...peerOf(worker), ...own }],
  )
  return {
    swarm: toHex(answer.swarm),
    epoch: answer.epoch,
    revision: answer.revision,
    workers: workers.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
    pieces: { total: answer.pieces, under: answer.piecesUnder, lost: answer.piecesLost },
    uploads: answer.intents,
  }
}
