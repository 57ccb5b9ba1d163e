import type { Clock } from '../../shared/clock/clock.ts'
import type { Log } from '../../shared/log.ts'
import type { Random } from '../../shared/random/random.ts'
import type { Coordinator } from '../control/coordinator.ts'
import type { Namespace } from '../namespace/namespace.ts'
import type { VersionMemory } from '../seal/version-memory/version-memory.ts'
import type { KnownWorkers } from '../workers/known-workers.ts'
import type { Workers } from '../workers/workers.ts'
import type { Blocks } from './blocks.ts'
import type { ReplicaChoice } from './choice-of-replica.ts'

/** What a download works with. */
export interface DownloadPorts {
  readonly coordinator: Coordinator
  readonly workers: Workers
  readonly known: KnownWorkers
  readonly choice: ReplicaChoice
  readonly blocks: Blocks
  readonly namespace: Namespace
  readonly versions: VersionMemory
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}
