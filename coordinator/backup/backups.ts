import { every } from '../../shared/clock/every.ts'
import { HiroError, toHiroError } from '../../shared/errors.ts'
import type { Transport } from '../../shared/transport/transport.ts'
import type { Context } from '../context.ts'
import { readBackupKey } from './backup-key.ts'
import { BackupLog } from './backup-log.ts'
import { Places } from './places.ts'
import { makeSnapshot } from './snapshot.ts'
import { WorkerShelf } from './worker-shelf.ts'

export interface BackupSettings {
  /** At most so long after a change it is in a backup. 0: none are made. */
  readonly intervalMs: number
  /** What the configuration says, as JSON: a restored coordinator begins with it. */
  readonly config: string
}

const ROUND_INTERVAL_MS = 1_000
/** A removal that waits for a backup does not wait a minute. Larger: space comes back later. Smaller: more, and smaller, objects. */
const URGENT_INTERVAL_MS = 2_000
/** After a failure. */
const AGAIN_MS = 5_000
/** A snapshot is made anew when the log after it is larger than it, and than this. */
const LOG_BYTES_MIN = 32 * 2 ** 20
/** And when it has so many objects: each is read at a restore. A removal may ask for one every two seconds. */
const LOG_OBJECTS_MAX = 4_000
/** Workers may be about to come back with what is missing. */
const MISSING_PATIENCE_MS = 60_000
/** Where nothing could be backed up for so many commits, their changes are given up, and the next backup is a snapshot. */
const COMMITS_BEHIND_MAX = 500_000

/** Keeps the metadata backed up on the workers, until `signal` is aborted. All that it knows is in the store or on the workers: killed anywhere, it goes on. */
export async function runBackups(
  context: Context,
  transport: Transport,
  settings: BackupSettings,
  signal: AbortSignal,
): Promise<void> {
  if (settings.intervalMs === 0) return
  const ports = { transport, clock: context.clock }
  const dial = ({ peer, addresses, name }: { peer: string; addresses: readonly string[]; name: string }) =>
    new WorkerShelf(ports, { id: peer, addresses: [...addresses] }, name)
  const places = new Places(dial, context.log, context.swarm.copiesMin)
  const backups = new Backups(context, places, settings)
  const round = async (): Promise<void> => await backups.round(signal)
  try {
    await every(context.clock, ROUND_INTERVAL_MS, round, signal, () => {})
  } finally {
    places.close()
  }
}

class Backups {
  readonly #context: Context
  readonly #places: Places
  readonly #settings: BackupSettings
  #log: BackupLog | undefined
  #notBeforeMs = 0
  #cutAtMs = Number.NEGATIVE_INFINITY
  #missingSinceMs: number | undefined
  #failing = false

  constructor(context: Context, places: Places, settings: BackupSettings) {
    this.#context = context
    this.#places = places
    this.#settings = settings
  }

  async round(signal: AbortSignal): Promise<void> {
    const { clock, log, members } = this.#context
    if (clock.now() < this.#notBeforeMs) return
    try {
      const key = await readBackupKey(this.#context.store)
      if (key === undefined) return
      this.#context.backups.keyKnown()
      await this.#places.refresh(members.alive())
      this.#log ??= await BackupLog.open(this.#context, this.#places, { key, config: this.#settings.config })
      await this.#backUp(this.#log, signal)
      if (this.#failing) log.info('backups are made again')
      this.#failing = false
    } catch (cause) {
      const error = toHiroError(cause)
      if (error.code === 'aborted') throw error
      // Told once, and again in the status.
      if (!this.#failing) log.warn('no backup can be made now; it is tried again', { error })
      this.#failing = true
      this.#notBeforeMs = clock.now() + AGAIN_MS
      await this.#boundChanges()
    }
  }

  async #backUp(log: BackupLog, signal: AbortSignal): Promise<void> {
    const { clock } = this.#context
    const cut = async (): Promise<void> => {
      if (signal.aborted) throw new HiroError('aborted', 'the coordinator ends')
      const waitMs = this.#context.backups.urgent ? URGENT_INTERVAL_MS : this.#settings.intervalMs
      if (clock.now() - this.#cutAtMs < Math.min(waitMs, this.#settings.intervalMs)) return
      this.#cutAtMs = clock.now()
      await log.cut()
    }
    if (this.#snapshotIsDue(log)) {
      await makeSnapshot(this.#context, this.#places, log, cut)
      this.#cutAtMs = clock.now()
    }
    await cut()
    await this.#places.heal(log.isNeeded)
  }

  #snapshotIsDue(log: BackupLog): boolean {
    const { clock } = this.#context
    const { logBytes, snapshotBytes, snapshotSeries, logNumber, snapshotLogNumber } = log.state
    if (snapshotSeries.byteLength === 0 || logBytes > Math.max(LOG_BYTES_MIN, snapshotBytes)) return true
    if (logNumber - snapshotLogNumber > LOG_OBJECTS_MAX) return true
    if (this.#places.has(log.neededCount, log.isNeeded)) this.#missingSinceMs = undefined
    else this.#missingSinceMs ??= clock.now()
    return this.#missingSinceMs !== undefined && clock.now() - this.#missingSinceMs > MISSING_PATIENCE_MS
  }

  async #boundChanges(): Promise<void> {
    try {
      if (this.#log !== undefined && (await this.#log.commitsBehind()) > COMMITS_BEHIND_MAX) await this.#log.beginAnew()
    } catch (error) {
      this.#context.log.warn('changes that no backup has could not be given up', { error: toHiroError(error) })
    }
  }
}
