import { MemoryEngine } from '../../../coordinator/metadata/memory-engine.ts'
import type { MetadataEngine, Writes } from '../../../coordinator/metadata/metadata-engine.ts'
import type { Entry, Revision } from '../../../coordinator/metadata/metadata-store.ts'
import type { Clock } from '../../../shared/clock/clock.ts'
import { sleep } from '../../../shared/clock/sleep.ts'
import type { Random } from '../../../shared/random/random.ts'

/** A metadata transaction that became durable. */
export interface Commit {
  readonly revision: Revision
  readonly writes: Writes
}

/**
 * Every metadata transaction there ever was, kept beside the coordinator: what the judge holds the clients' observations against. Revisions are the order of all
 * changes, so this is the witness of who was first.
 */
export class MetadataHistory {
  /** The durable ones, in order. */
  readonly commits: Commit[] = []
  /** What they add up to. */
  readonly state = new Map<string, Uint8Array>()
  #underWay: Commit[] = []

  /** The newest durable one; 0 before the first. */
  get newest(): Revision {
    return this.commits.at(-1)?.revision ?? 0
  }

  submitted(commit: Commit): void {
    this.#underWay.push(commit)
  }

  /** All up to `newest` made it, through a crash perhaps; with `lost` the others did not. */
  durable(newest: Revision, others: 'under way' | 'lost'): void {
    for (const commit of this.#underWay) if (commit.revision <= newest) this.#add(commit)
    this.#underWay = others === 'lost' ? [] : this.#underWay.filter(({ revision }) => revision > newest)
  }

  #add(commit: Commit): void {
    this.commits.push(commit)
    for (const [key, value] of commit.writes) {
      if (value === undefined) this.state.delete(key)
      else this.state.set(key, value)
    }
  }
}

export interface RecordedEngineOptions {
  readonly clock: Clock
  readonly random: Random
  /** The longest that a commit takes; each takes a random time up to it. */
  readonly commitMs: number
  /** Called for each commit, before it begins. */
  readonly onCommit: () => void
}

/** The memory engine, every commit of which goes into the history. */
export class RecordedEngine implements MetadataEngine {
  readonly #options: RecordedEngineOptions
  readonly #history: MetadataHistory
  readonly #engine: MemoryEngine

  constructor(options: RecordedEngineOptions, history: MetadataHistory, engine?: MemoryEngine) {
    this.#options = options
    this.#history = history
    this.#engine = engine ?? new MemoryEngine(() => this.#delay())
  }

  newest(): Revision {
    return this.#engine.newest()
  }

  get(key: string): Uint8Array | undefined {
    return this.#engine.get(key)
  }

  scan(start: string, end: string, limit: number): Entry[] {
    return this.#engine.scan(start, end, limit)
  }

  async commit(revision: Revision, writes: Writes): Promise<void> {
    this.#options.onCommit()
    this.#history.submitted({ revision, writes })
    await this.#engine.commit(revision, writes)
    this.#history.durable(revision, 'under way')
  }

  close(): Promise<void> {
    return this.#engine.close()
  }

  /** Cuts the power; the result is what is found after it. */
  crash(): RecordedEngine {
    const found = this.#engine.crash(this.#options.random, () => this.#delay())
    this.#history.durable(found.newest(), 'lost')
    return new RecordedEngine(this.#options, this.#history, found)
  }

  async #delay(): Promise<void> {
    const { clock, random, commitMs } = this.#options
    const delayMs = random.below(commitMs + 1)
    if (delayMs > 0) await sleep(clock, delayMs)
  }
}
