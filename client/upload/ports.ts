import type { Clock } from '../../shared/clock/clock.ts'
import type { Log } from '../../shared/log.ts'
import type { Random } from '../../shared/random/random.ts'
import type { Coordinator } from '../control/coordinator.ts'
import type { Namespace } from '../namespace/namespace.ts'
import type { KnownWorkers } from '../workers/known-workers.ts'
import type { Workers } from '../workers/workers.ts'

/** What an upload works with. */
export interface UploadPorts {
  readonly coordinator: Coordinator
  readonly workers: Workers
  readonly known: KnownWorkers
  readonly namespace: Namespace
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** How long an upload goes on without any step forward. */
  readonly patienceMs: number
}
