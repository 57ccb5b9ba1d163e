import { MemoryEngine } from '../../../coordinator/metadata/memory-engine.ts'
import type { MetadataEngine, Writes } from '../../../coordinator/metadata/metadata-engine.ts'
import type { Entry, Revision } from '../../../coordinator/metadata/metadata-store.ts'
import { checksumOf, isWhole, type Row } from '../../../coordinator/metadata/row.ts'
import type { Clock } from '../../../shared/clock/clock.ts'
import { sleep } from '../../../shared/clock/sleep.ts'
import { HiroError } from '../../../shared/errors.ts'
import type { Random } from '../../../shared/random/random.ts'
import type { MetadataHistory } from './metadata-history.ts'

export interface RecordedEngineOptions {
  readonly clock: Clock
  /** How far the clock of those who use it is ahead. */
  readonly skewMs?: number
  readonly random: Random
  /** The longest that a commit takes; each takes a random time up to it. */
  readonly commitMs: number
  /** Called for each commit, before it begins. */
  readonly onCommit: () => void
  /** Told how many commits under way a crash takes. */
  readonly onLoss: (commits: number) => void
  /** Told of each commit that finds no room. */
  readonly onFull: () => void
}

/** What is wrong with the disk below the metadata; it outlives a crash. */
interface Faults {
  full: boolean
  /** Rows that are not what was written, as they lie there. */
  readonly rotten: Map<string, Row>
}

/** The memory engine, every commit of which goes into the history, on a disk that may be full or rot. Rows are checked as the engine on a real disk checks them. */
export class RecordedEngine implements MetadataEngine {
  readonly #options: RecordedEngineOptions
  readonly #history: MetadataHistory
  readonly #engine: MemoryEngine
  readonly #faults: Faults

  constructor(
    options: RecordedEngineOptions,
    history: MetadataHistory,
    { engine, faults }: { engine?: MemoryEngine; faults?: Faults } = {},
  ) {
    this.#options = options
    this.#history = history
    this.#faults = faults ?? { full: false, rotten: new Map() }
    this.#engine = engine ?? new MemoryEngine(() => this.#write())
  }

  /** While true no commit finds room. */
  set full(full: boolean) {
    this.#faults.full = full
  }

  /** Flips one bit of a row, in its checksum where it has no value. */
  rot(key: string): void {
    const written = this.#engine.get(key)
    if (written === undefined) return
    const { random } = this.#options
    const [revision, value] = [this.#engine.newest(), new Uint8Array(written)]
    const checksum = checksumOf(key, revision, value)
    const at = value.byteLength > 0 ? random.below(value.byteLength) : 0
    if (value.byteLength > 0) value[at] = (value[at] ?? 0) ^ (1 << random.below(8))
    this.#faults.rotten.set(key, { key, revision, value, checksum: value.byteLength > 0 ? checksum : checksum + 1 })
  }

  /** As its operator restores it: from a copy that is as new. */
  restore(): void {
    this.#faults.rotten.clear()
  }

  newest(): Revision {
    return this.#engine.newest()
  }

  get(key: string): Uint8Array | undefined {
    this.#check(key)
    return this.#engine.get(key)
  }

  scan(start: string, end: string, limit: number): Entry[] {
    const entries = this.#engine.scan(start, end, limit)
    for (const { key } of entries) this.#check(key)
    return entries
  }

  async commit(revision: Revision, writes: Writes): Promise<void> {
    this.#options.onCommit()
    const { clock, skewMs = 0 } = this.#options
    this.#history.submitted({ revision, writes, atMs: clock.now() + skewMs })
    try {
      await this.#engine.commit(revision, writes)
    } catch (error) {
      this.#history.failed(revision)
      throw error
    }
    for (const key of writes.keys()) this.#faults.rotten.delete(key)
    this.#history.durable(revision, 'under way')
  }

  close(): Promise<void> {
    return this.#engine.close()
  }

  /** Cuts the power; the result is what is found after it. */
  crash(): RecordedEngine {
    const engine = this.#engine.crash(this.#options.random, () => this.#write())
    this.#options.onLoss(this.#history.durable(engine.newest(), 'lost'))
    return new RecordedEngine(this.#options, this.#history, { engine, faults: this.#faults })
  }

  async #write(): Promise<void> {
    const { clock, random, commitMs, onFull } = this.#options
    const delayMs = random.below(commitMs + 1)
    if (delayMs > 0) await sleep(clock, delayMs)
    if (!this.#faults.full) return
    onFull()
    throw new HiroError('no-room', 'the simulated disk of the metadata is full')
  }

  #check(key: string): void {
    const row = this.#faults.rotten.get(key)
    if (row === undefined || isWhole(row)) return
    throw new HiroError('metadata-damaged', `the row of ${key} is not what was written`)
  }
}
