import type { BackupRow } from '../../shared/backup/backup.js'
import type { BackupKey } from '../../shared/backup/backup-keys.ts'
import {
  type HeaderOf,
  LOG,
  type MadeObject,
  parseName,
  SNAPSHOT,
  sealObject,
} from '../../shared/backup/sealed-object.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { CHANGES, changesAfter, changesOf, JOURNAL_SWITCH } from '../metadata/journal.ts'
import { keys } from '../metadata/keys.ts'
import { currentRevision } from '../operations/status.ts'
import { BackupStateRecord, EpochRecord } from './backup-records.js'
import { BodyBuilder } from './body-builder.ts'
import type { Places } from './places.ts'

const SERIES_LENGTH_BYTES = 8
const NOTHING = new Uint8Array()
/** Rows of changes read at once: 4 MiB at most. */
const PAGE_ROWS = 64
const TRIMMED_PER_TRANSACTION = 120

export interface LogSettings {
  readonly key: BackupKey
  readonly config: string
}

/**
 * The log of what changed: one chain of objects, each of which names the one before it, from the moment the store began to keep its changes. An object counts when it is noted in the store, and
 * that is after enough workers have confirmed it.
 */
export class BackupLog {
  readonly #context: Context
  readonly #places: Places
  readonly #settings: LogSettings
  #state: BackupStateRecord
  /** Of a snapshot under way. */
  #growing = ''
  #oldEpochsUntilMs = 0

  private constructor(context: Context, places: Places, settings: LogSettings, state: BackupStateRecord) {
    this.#context = context
    this.#places = places
    this.#settings = settings
    this.#state = state
  }

  static async open(context: Context, places: Places, settings: LogSettings): Promise<BackupLog> {
    const { store, swarm, backups } = context
    const row = await store.get(keys.backupState)
    const state = BackupStateRecord.decode(row ?? NOTHING)
    const log = new BackupLog(context, places, settings, state)
    const epochRow = await store.get(keys.epoch)
    if (epochRow !== undefined) log.#oldEpochsUntilMs = EpochRecord.decode(epochRow).keptUntilMs
    const sameKey = toHex(state.recipient) === toHex(settings.key.recipient)
    if (row === undefined || state.epoch !== swarm.epoch || !sameKey) await log.beginAnew()
    else if (state.snapshotSeries.byteLength > 0) backups.confirmed(state.cutTo, state.confirmedAtMs)
    return log
  }

  get state(): BackupStateRecord {
    return this.#state
  }

  /** How many objects the newest backup has. */
  get neededCount(): number {
    const { snapshotParts, logNumber, snapshotLogNumber } = this.#state
    return snapshotParts + logNumber - snapshotLogNumber
  }

  /** Whether an object is of the newest whole backup, or of the one that is being made. */
  readonly isNeeded = (name: string): boolean => {
    const parsed = parseName(name)
    if (parsed === undefined || parsed.epoch !== this.#context.swarm.epoch) return false
    const { kind, series, number } = parsed
    const { logSeries, logNumber, snapshotSeries, snapshotLogNumber } = this.#state
    if (kind === SNAPSHOT) return series === toHex(snapshotSeries) || series === this.#growing
    return series === toHex(logSeries) && number >= snapshotLogNumber && number < logNumber
  }

  /** Changes are kept from here on, in a chain of its own; a snapshot has to come before it counts. */
  async beginAnew(): Promise<void> {
    const { store, random, swarm, backups } = this.#context
    const state = {
      ...BackupStateRecord.decode(NOTHING),
      logSeries: random.bytes(SERIES_LENGTH_BYTES),
      recipient: this.#settings.key.recipient,
      epoch: swarm.epoch,
    }
    const { revision } = await store.transact(async (tx) => {
      tx.put(JOURNAL_SWITCH, state.logSeries)
      tx.put(keys.backupState, (cutTo) => BackupStateRecord.encode({ ...state, cutTo }))
    })
    this.#state = { ...state, cutTo: revision }
    backups.lost()
    await this.#trim()
  }

  async commitsBehind(): Promise<number> {
    return (await currentRevision(this.#context)) - this.#state.cutTo
  }

  /** Backs up everything that was committed until now. Throws `too-few-workers`. */
  async cut(): Promise<void> {
    const { store, clock, backups } = this.#context
    const atMs = clock.now()
    const body = new BodyBuilder()
    let { cutTo } = this.#state
    for (let more = true; more; ) {
      const start = changesAfter(cutTo)
      const page = await store.scan({ start, end: `${CHANGES.slice(0, -1)}0`, limit: PAGE_ROWS })
      more = page.length === PAGE_ROWS
      for (const { revision, rows } of changesOf(page, more)) {
        for (const row of rows) {
          if (body.full) await this.#append(body.take(), cutTo, false)
          body.add(row)
        }
        cutTo = revision
        if (body.full) await this.#append(body.take(), cutTo, true)
      }
    }
    if (!body.empty) await this.#append(body.take(), cutTo, true)
    if (this.#state.snapshotSeries.byteLength > 0) {
      this.#state = { ...this.#state, confirmedAtMs: atMs }
      backups.confirmed(this.#state.cutTo, atMs)
    }
    await this.#trim()
  }

  /** A part of a snapshot, which begins where the log is now. */
  sealPart(
    of: Pick<HeaderOf, 'series' | 'number' | 'previous' | 'from' | 'to' | 'whole'> & LogPlace,
    rows: BackupRow[],
  ) {
    return this.#seal({ ...of, kind: SNAPSHOT }, rows)
  }

  get place(): LogPlace {
    const { logSeries, logNumber, logPrevious } = this.#state
    return { logSeries, logNumber, logPrevious }
  }

  growing(series: Uint8Array | undefined): void {
    this.#growing = series === undefined ? '' : toHex(series)
  }

  /** A snapshot counts from here on, and all before it can go. */
  async noteSnapshot(snapshot: { series: Uint8Array; parts: number; bytes: number; logNumber: number; atMs: number }) {
    await this.#note({
      ...this.#state,
      snapshotSeries: snapshot.series,
      snapshotParts: snapshot.parts,
      snapshotBytes: snapshot.bytes,
      snapshotLogNumber: snapshot.logNumber,
      logBytes: 0,
      confirmedAtMs: snapshot.atMs,
    })
    this.#context.backups.confirmed(this.#state.cutTo, snapshot.atMs)
  }

  /** What an older life left is kept as long as pieces are that only it knows. */
  readonly isSuperseded = (name: string): boolean => {
    const epoch = parseName(name)?.epoch ?? 0
    if (epoch > this.#context.swarm.epoch) return false
    if (epoch < this.#context.swarm.epoch && this.#context.clock.now() < this.#oldEpochsUntilMs) return false
    return !this.isNeeded(name)
  }

  /** `whole`: up to `to` nothing is missing. */
  async #append(rows: BackupRow[], to: number, whole: boolean): Promise<void> {
    const before = this.#state
    const made = this.#seal(
      {
        kind: LOG,
        series: before.logSeries,
        number: before.logNumber,
        previous: before.logPrevious,
        from: before.cutTo,
        to,
        whole,
        logSeries: NOTHING,
        logNumber: 0,
        logPrevious: NOTHING,
      },
      rows,
    )
    step('backup-sealed')
    await this.#places.put(made.name, made.bytes, this.isNeeded)
    step('backup-confirmed')
    const after = {
      ...before,
      logNumber: before.logNumber + 1,
      logPrevious: made.digest,
      logBytes: before.logBytes + made.bytes.byteLength,
    }
    // Within a commit nothing is noted: after a restart it is put into objects anew, from its beginning.
    if (whole) await this.#note({ ...after, cutTo: to })
    else this.#state = after
    step('backup-noted')
  }

  async #note(state: BackupStateRecord): Promise<void> {
    await this.#context.store.transact(async (tx) => tx.put(keys.backupState, BackupStateRecord.encode(state)))
    this.#state = state
  }

  #seal(of: Omit<HeaderOf, 'swarm' | 'epoch' | 'madeAtMs'>, rows: BackupRow[]): MadeObject {
    const { swarm, identity, random, clock } = this.#context
    const { key, config } = this.#settings
    const sealing = { key, coordinator: identity, random }
    const header = { ...of, swarm: fromHex(swarm.id), epoch: swarm.epoch, madeAtMs: clock.now() }
    const coordinator = { identity: identity.privateKeySeed, secret: swarm.secret, config }
    return sealObject(sealing, header, { coordinator, rows })
  }

  /** Changes that the log has are not needed here any more. */
  async #trim(): Promise<void> {
    const { store } = this.#context
    for (let more = true; more; ) {
      const end = changesAfter(this.#state.cutTo)
      const rows = await store.scan({ start: CHANGES, end, limit: TRIMMED_PER_TRANSACTION })
      more = rows.length === TRIMMED_PER_TRANSACTION
      if (rows.length === 0) return
      await store.transact(async (tx) => {
        for (const { key } of rows) tx.delete(key)
      })
    }
  }
}

/** Where a snapshot stands in the log: what comes after it has this number. */
export interface LogPlace {
  readonly logSeries: Uint8Array
  readonly logNumber: number
  readonly logPrevious: Uint8Array
}
