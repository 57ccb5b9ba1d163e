import { HiroError } from '../../shared/errors.ts'
import { epochOf, firstRevisionOf } from '../../shared/revision.ts'
import { type Conflict, RecentWrites } from './conflicts.ts'
import { JOURNAL_SWITCH, withChanges } from './journal.ts'
import type { MetadataEngine } from './metadata-engine.ts'
import type { Committed, Entry, MetadataStore, Range, Revision, Transaction } from './metadata-store.ts'
import { OptimisticTransaction } from './optimistic-transaction.ts'
import { scanLimitOf } from './scan-limit.ts'
import { Turns } from './turns.ts'
import { Watchers } from './watchers.ts'

/** After its first run, a transaction that lost waits for its turn; so more than a few are needed only where newcomers keep overtaking it. */
const RUNS_MAX = 32

export interface OptimisticOptions {
  readonly epoch: number
  /** Written keys to remember, for tests. */
  readonly rememberedMax?: number | undefined
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown }

/** Serializable transactions on an engine inside this process. See README.md for why this is right. */
export class OptimisticMetadataStore implements MetadataStore {
  readonly #engine: MetadataEngine
  readonly #epoch: number
  readonly #recent: RecentWrites
  readonly #turns = new Turns()
  readonly #watchers = new Watchers()
  /** Commits that the engine has not answered yet; these promises never reject. */
  readonly #underWay = new Map<Revision, Promise<void>>()
  /** Whether commits leave what they changed (see journal.ts); looked up at the first one. */
  #journalled: boolean | undefined
  #last: Revision
  #closed: Promise<void> | undefined

  constructor(engine: MetadataEngine, options: OptimisticOptions) {
    this.#engine = engine
    this.#epoch = options.epoch
    this.#recent = new RecentWrites(options.rememberedMax)
    this.#last = Math.max(engine.newest(), firstRevisionOf(options.epoch))
    if (epochOf(this.#last) !== options.epoch) {
      throw new HiroError('usage', `the metadata are of epoch ${epochOf(this.#last)}, newer than ${options.epoch}`)
    }
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    this.#assertOpen()
    return this.#engine.get(key)
  }

  async scan(range: Range): Promise<Entry[]> {
    this.#assertOpen()
    return this.#engine.scan(range.start, range.end, scanLimitOf(range))
  }

  async transact<T>(body: (tx: Transaction) => Promise<T>): Promise<Committed<T>> {
    let turn: { readonly key: string; readonly end: () => void } | undefined
    try {
      for (let run = 1; ; run++) {
        this.#assertOpen()
        const tx = new OptimisticTransaction(this.#engine)
        const outcome = await outcomeOf(body, tx)
        this.#assertOpen()
        // From here to the commit nothing may be awaited: what was checked must still hold when the revision is given.
        const newest = this.#engine.newest()
        const conflict = this.#conflictOf(tx, outcome, newest)
        if (conflict === undefined) return await this.#finish(tx, outcome, newest)
        if (run === RUNS_MAX)
          throw new HiroError('conflict', `${conflict.key ?? 'what it read'} was changed again and again`)
        if (conflict.key !== undefined && conflict.key !== turn?.key) {
          turn?.end()
          turn = { key: conflict.key, end: await this.#turns.take(conflict.key) }
        }
        await this.#underWay.get(conflict.revision)
      }
    } finally {
      turn?.end()
    }
  }

  watch(prefix: string, changed: (keys: readonly string[]) => void): () => void {
    return this.#watchers.add(prefix, changed)
  }

  async close(): Promise<void> {
    this.#closed ??= Promise.all(this.#underWay.values()).then(() => this.#engine.close())
    await this.#closed
  }

  /**
   * A transaction that writes takes its place behind everything that was submitted, so nothing of it may have touched what it read. One that only reads, or failed, must
   * have seen one state: that of the newest durable commit, behind which others may be under way.
   */
  #conflictOf(tx: OptimisticTransaction, outcome: Outcome<unknown>, newest: Revision): Conflict | undefined {
    const writes = 'value' in outcome && !tx.writes.empty
    return this.#recent.conflict(tx.reads, tx.snapshot, writes ? Number.POSITIVE_INFINITY : newest)
  }

  async #finish<T>(tx: OptimisticTransaction, outcome: Outcome<T>, newest: Revision): Promise<Committed<T>> {
    if ('error' in outcome) throw outcome.error
    // Not asked for again: by now there may be commits that this one has not seen. In a new epoch the newest may be of an older one, which is never given out.
    if (tx.writes.empty) return { value: outcome.value, revision: Math.max(newest, firstRevisionOf(this.#epoch)) }
    return { value: outcome.value, revision: await this.#commit(tx) }
  }

  async #commit(tx: OptimisticTransaction): Promise<Revision> {
    const revision = this.#last + 1
    if (epochOf(revision) !== this.#epoch) throw new HiroError('internal', `epoch ${this.#epoch} has no revisions left`)
    const writes = tx.writes.stamp(revision)
    this.#journalled ??= this.#engine.get(JOURNAL_SWITCH) !== undefined
    this.#last = revision
    // If this very commit fails, those behind it leave a little more than is needed, and none of them less.
    if (writes.has(JOURNAL_SWITCH)) this.#journalled = true
    this.#recent.record(revision, writes.keys())
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#underWay.set(revision, promise)
    try {
      await this.#engine.commit(revision, this.#journalled ? withChanges(revision, writes) : writes)
      this.#watchers.tell([...writes.keys()])
      return revision
    } catch (error) {
      this.#recent.retract(revision)
      throw error
    } finally {
      this.#underWay.delete(revision)
      resolve()
    }
  }

  #assertOpen(): void {
    if (this.#closed !== undefined) throw new HiroError('aborted', 'the metadata store is closed')
  }
}

async function outcomeOf<T>(body: (tx: Transaction) => Promise<T>, tx: OptimisticTransaction): Promise<Outcome<T>> {
  try {
    return { value: await body(tx) }
  } catch (error) {
    return { error }
  } finally {
    tx.end()
  }
}
