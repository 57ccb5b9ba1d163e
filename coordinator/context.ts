import type { Clock } from '../shared/clock/clock.ts'
import type { Identity } from '../shared/identity.ts'
import type { Log } from '../shared/log.ts'
import type { Random } from '../shared/random/random.ts'
import type { BackupProgress } from './backup/progress.ts'
import type { ChangeWaits } from './changes/change-waits.ts'
import type { LockState } from './locks/lock-state.ts'
import type { Members } from './membership/members.ts'
import type { MetadataStore } from './metadata/metadata-store.ts'
import type { IntentLeases } from './operations/intent-leases.ts'
import type { PieceWatch } from './operations/piece-watch.ts'
import type { Reservations } from './placement/reservations.ts'
import type { Mailbox } from './repair/mailbox.ts'
import type { TaskBoard } from './repair/task-board.ts'
import type { Reserve } from './reserve/reserve.ts'
import type { TrashGauge } from './trash/trash-gauge.ts'

/** What a swarm is set up with. */
export interface SwarmSettings {
  /** Swarm id, hex. */
  readonly id: string
  readonly epoch: number
  /** Random, hex: of two lives of one number only one is the swarm's. */
  readonly epochId: string
  /** R and W where a client asks for none. */
  readonly copies: number
  readonly copiesMin: number
  /** Whoever knows it may join. */
  readonly secret: Uint8Array
}

export interface RepairSettings {
  /** How long a worker may be away before other copies of what it holds are made. */
  readonly graceMs: number
  /** When it said that it would stop. */
  readonly graceAnnouncedMs: number
  /** Of one worker that sends. */
  readonly bytesPerSecondMax: number
}

export interface TrashSettings {
  /** How long what was removed or replaced can be restored; 0: not at all. */
  readonly keepMs: number
}

/** Everything that an operation of the coordinator may touch. */
export interface Context {
  readonly swarm: SwarmSettings
  readonly store: MetadataStore
  readonly clock: Clock
  readonly random: Random
  readonly identity: Identity
  readonly members: Members
  readonly reservations: Reservations
  readonly leases: IntentLeases
  readonly pieces: PieceWatch
  readonly locks: LockState
  readonly changes: ChangeWaits
  readonly repair: RepairSettings
  readonly board: TaskBoard
  readonly mailbox: Mailbox
  readonly reserve: Reserve
  readonly trash: TrashSettings
  readonly trashGauge: TrashGauge
  readonly backups: BackupProgress
  readonly log: Log
  readonly startedAtMs: number
}
