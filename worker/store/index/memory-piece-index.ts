import type { Clock } from '../../../shared/clock/clock.ts'
import { sleep } from '../../../shared/clock/sleep.ts'
import { HiroError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import type { Random } from '../../../shared/random/random.ts'
import { GroupCommit } from '../group-commit.ts'
import {
  BAD_CIDS_MAX,
  type IndexChange,
  type IndexEntry,
  type IndexRow,
  type IndexTotals,
  type PieceIndex,
} from './piece-index.ts'

export interface MemoryPieceIndexOptions {
  readonly clock: Clock
  /** Makes the store id; decides delays and what a crash leaves. */
  readonly random: Random
  /** The longest that a commit takes; each takes a random time up to it. None: no time passes. */
  readonly commitMs?: number
  /** Told how many commits under way a crash takes. */
  readonly onLoss?: (commits: number) => void
}

/** Which checksum finds the damage: that of a piece's row, or that of its bytes. */
export type IndexDamage = 'row' | 'bytes'

interface State {
  readonly storeId: string
  readonly rows: Map<string, { row: IndexRow; dueOrder: number; bytes: Uint8Array | undefined }>
  readonly damaged: Map<string, ReadonlySet<IndexDamage>>
  dueOrder: number
}

/** An index in memory that behaves, when its power is cut, like one on a disk: what was committed stays. */
export class MemoryPieceIndex implements PieceIndex {
  readonly #options: MemoryPieceIndexOptions
  readonly #state: State
  /** Commits that were asked for and have not resolved, in order. */
  readonly #underWay: (readonly IndexChange[])[] = []
  readonly #group = new GroupCommit<readonly IndexChange[]>((commits) => this.#apply(commits))
  #crashed = false
  #closed: Promise<void> | undefined

  constructor(options: MemoryPieceIndexOptions, state?: State) {
    this.#options = options
    this.#state = state ?? { storeId: newId(options.random), rows: new Map(), damaged: new Map(), dueOrder: 0 }
  }

  get storeId(): string {
    return this.#state.storeId
  }

  /** Cuts the power. What this index still does never settles; the result is the index as it is found after power-up: of the commits under way some of the first made it. */
  crash(): MemoryPieceIndex {
    this.#crashed = true
    const found = this.reopen()
    const survived = this.#options.random.below(this.#underWay.length + 1)
    this.#options.onLoss?.(this.#underWay.length - survived)
    for (const changes of this.#underWay.slice(0, survived)) applyTo(found.#state, changes)
    return found
  }

  /** The same index for the next process, after `close`. */
  reopen(): MemoryPieceIndex {
    return new MemoryPieceIndex(this.#options, {
      ...this.#state,
      rows: new Map(this.#state.rows),
      damaged: new Map(this.#state.damaged),
    })
  }

  /** All of them, damaged or not: for those who look at it from outside. */
  rows(): IndexRow[] {
    return [...this.#state.rows.values()].map(({ row }) => row)
  }

  /** Decay: from now on a checksum does not fit, until the piece is put anew. */
  damage(cid: string, damage: IndexDamage): void {
    const { rows, damaged } = this.#state
    // Neither heals the other.
    if (rows.has(cid)) damaged.set(cid, new Set([...(damaged.get(cid) ?? []), damage]))
  }

  async get(cid: string): Promise<IndexRow | undefined> {
    await this.#alive()
    if (this.#isDamaged(cid, 'row')) throw new HiroError('integrity', `the index row of piece ${cid} is damaged`)
    return this.#state.rows.get(cid)?.row
  }

  async inlineBytes(cid: string): Promise<Uint8Array | undefined> {
    await this.#alive()
    const bytes = this.#state.rows.get(cid)?.bytes
    if (bytes && this.#isDamaged(cid, 'bytes'))
      throw new HiroError('integrity', `the bytes of piece ${cid} in the index are damaged`)
    return bytes && new Uint8Array(bytes)
  }

  async commit(changes: readonly IndexChange[]): Promise<void> {
    if (this.#crashed) await new Promise<never>(() => {})
    if (this.#closed) throw new HiroError('aborted', 'the piece index is closed')
    // Copied: a commit that survives a crash must not find its buffers changed.
    await this.#enqueue(
      changes.map((change) =>
        change.kind === 'put' && change.inlineBytes
          ? { ...change, inlineBytes: new Uint8Array(change.inlineBytes) }
          : change,
      ),
    )
  }

  async receiptsDue(limit: number): Promise<IndexRow[]> {
    await this.#alive()
    const due = [...this.#state.rows.values()].filter(({ row }) => row.receiptDue && !this.#isDamaged(row.cid, 'row'))
    return due
      .toSorted((a, b) => a.dueOrder - b.dueOrder)
      .slice(0, limit)
      .map(({ row }) => row)
  }

  async list(after: string, limit: number): Promise<IndexEntry[]> {
    await this.#alive()
    const cids = [...this.#state.rows.keys()].filter((cid) => cid > after).toSorted()
    return cids.slice(0, limit).map((cid) => {
      return { cid, row: this.#isDamaged(cid, 'row') ? undefined : this.#state.rows.get(cid)?.row }
    })
  }

  async totals(): Promise<IndexTotals> {
    await this.#alive()
    const all = [...this.#state.rows.values()].map(({ row }) => row)
    const rows = all.filter(({ cid }) => !this.#isDamaged(cid, 'row'))
    const sizeBytes = rows.reduce((sum, row) => sum + row.sizeBytes, 0)
    const bad = all.filter(({ cid, bad }) => bad || this.#isDamaged(cid, 'row')).map(({ cid }) => cid)
    const badCids = bad.toSorted().slice(0, BAD_CIDS_MAX)
    return { pieces: rows.length, sizeBytes, damagedRows: all.length - rows.length, badCids }
  }

  close(): Promise<void> {
    this.#closed ??= this.#enqueue([])
    return this.#closed
  }

  #isDamaged(cid: string, damage: IndexDamage): boolean {
    return this.#state.damaged.get(cid)?.has(damage) === true
  }

  #enqueue(changes: readonly IndexChange[]): Promise<void> {
    this.#underWay.push(changes)
    return this.#group.add(changes)
  }

  async #apply(commits: readonly (readonly IndexChange[])[]): Promise<void> {
    const { clock, random, commitMs = 0 } = this.#options
    if (commitMs > 0) await sleep(clock, random.below(commitMs + 1))
    if (this.#crashed) await new Promise<never>(() => {})
    for (const changes of commits) applyTo(this.#state, changes)
    this.#underWay.splice(0, commits.length)
  }

  async #alive(): Promise<void> {
    if (this.#crashed) await new Promise<never>(() => {})
    if (this.#closed) throw new HiroError('aborted', 'the piece index is closed')
  }
}

function applyTo(state: State, changes: readonly IndexChange[]): void {
  for (const change of changes) {
    if (change.kind === 'remove') {
      state.damaged.delete(change.cid)
      state.rows.delete(change.cid)
      continue
    }
    const { row } = change
    if (change.kind === 'put') state.damaged.delete(row.cid)
    const before = state.rows.get(row.cid)
    if (change.kind === 'update' && before === undefined) continue
    const bytes = change.kind === 'put' ? change.inlineBytes : before?.bytes
    state.rows.set(row.cid, { row, dueOrder: state.dueOrder++, bytes })
  }
}
