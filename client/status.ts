import { toHex } from '../shared/ids.ts'
import type { Peer } from '../shared/piece-map.ts'
import type { BackupStatus, RepairStatus } from '../shared/protocol/control/control.js'
import type { Coordinator } from './control/coordinator.ts'
import { peerOf } from './workers/places.ts'

export interface WorkerStatus extends Peer {
  readonly capacityBytes: number
  readonly usedBytes: number
  readonly freeBytes: number
  readonly pieces: number
  /** It is being emptied. */
  readonly draining: boolean
  /** Silent for so long that other copies of what it holds are made. */
  readonly away: boolean
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
  readonly repair: {
    /** With fewer copies than they shall have. */
    readonly pieces: number
    readonly missingBytes: number
    /** Pieces that are being sent. */
    readonly underWay: number
    /** Over the last ten seconds. */
    readonly bytesPerSecond: number
    /** Until all copies are there, at this speed; `undefined`: nothing is sent just now. */
    readonly secondsLeft: number | undefined
    /** Pieces with more copies than they shall have. */
    readonly over: number
    readonly rebalancing: boolean
  }
  readonly trash: {
    /** A removed folder is one. */
    readonly items: number
    /** On all disks, with all that removed folders hold. */
    readonly storedBytes: number
  }
  /** Of the metadata, on the workers. */
  readonly backup: BackupState
  /** Absent: the metadata were never restored. */
  readonly restored?: RestoredState
}

const NO_REPAIR: RepairStatus = {
  pieces: 0,
  missingBytes: 0,
  underWay: 0,
  bytesPerSecond: 0,
  over: 0,
  rebalancing: false,
}

export interface BackupState {
  /** `off`: this swarm makes none; `none`: not yet; `old`: older than it should be; `other-vault`: it is sealed to a vault that is not this client's. */
  readonly condition: 'off' | 'none' | 'ok' | 'old' | 'other-vault'
  /** Of the newest that is confirmed; absent: there is none. */
  readonly ageMs?: number
}

export interface RestoredState {
  readonly atMs: number
  /** Until then nothing is collected that the restored metadata do not know. */
  readonly keptUntilMs: number
  /** Copies on workers that they do not know. */
  readonly unknown: number
  readonly unknownBytes: number
}

/** The coordinator looks at every piece for it. */
const STATUS_TIMEOUT_MS = 60_000

export async function readStatus(
  coordinator: Coordinator,
  recipient: Uint8Array,
  signal?: AbortSignal,
): Promise<SwarmStatus> {
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
    repair: repairOf(answer.repair),
    trash: answer.trash ?? { items: 0, storedBytes: 0 },
    backup: backupOf(answer.backup, recipient),
    ...(answer.restored && { restored: answer.restored }),
  }
}

function repairOf(status: RepairStatus | undefined): SwarmStatus['repair'] {
  const { pieces, missingBytes, underWay, bytesPerSecond, over, rebalancing } = status ?? NO_REPAIR
  const secondsLeft = pieces > 0 && bytesPerSecond > 0 ? missingBytes / bytesPerSecond : undefined
  return { pieces, missingBytes, underWay, bytesPerSecond, secondsLeft, over, rebalancing }
}

function backupOf(status: BackupStatus | undefined, recipient: Uint8Array): BackupState {
  if (status === undefined || status.condition === 'off') return { condition: 'off' }
  const { condition, ageMs } = status
  if (condition !== 'ok' && condition !== 'old') return { condition: 'none' }
  const other = Buffer.compare(status.recipient, recipient) !== 0
  return { condition: other ? 'other-vault' : condition, ageMs }
}
