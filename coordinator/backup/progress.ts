import type { Revision } from '../metadata/metadata-store.ts'

export type BackupCondition =
  /** This coordinator makes none. */
  | 'off'
  /** No client with a vault has been there. */
  | 'no-key'
  /** None is confirmed yet. */
  | 'none'
  | 'ok'
  /** The newest is older than it should be. */
  | 'old'

export interface BackupView {
  readonly condition: BackupCondition
  /** How old the newest confirmed one is; 0: there is none. */
  readonly ageMs: number
}

/** So many intervals without a confirmed backup, and a minute, are told as alarming. */
const OLD_INTERVALS = 3
const OLD_MORE_MS = 60_000

/**
 * How far backups are, for those who must not run ahead of them. What is removed from disks cannot come back, so a removal waits until a backup knows of it: else a restored coordinator would
 * show a file as it was before it was replaced, whose pieces are gone.
 */
export class BackupProgress {
  readonly #intervalMs: number
  readonly #waiting = new Set<() => void>()
  #hasKey = false
  #coveredTo: Revision | undefined
  #confirmedAtMs = 0
  #urgent = false

  /** 0: no backups are made. */
  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs
  }

  get on(): boolean {
    return this.#intervalMs > 0
  }

  /** A removal waits. */
  get urgent(): boolean {
    return this.#urgent
  }

  /** Whether what was committed under `revision` may have effects that cannot be taken back; if not, it is backed up soon. */
  covers(revision: Revision): boolean {
    const covered = !this.on || !this.#hasKey || (this.#coveredTo !== undefined && revision <= this.#coveredTo)
    if (!covered) this.#urgent = true
    return covered
  }

  keyKnown(): void {
    this.#hasKey = true
  }

  /** A backup that knows everything up to `revision` is confirmed. */
  confirmed(revision: Revision, atMs: number): void {
    this.#coveredTo = revision
    this.#confirmedAtMs = atMs
    this.#urgent = false
    for (const wake of this.#waiting) wake()
  }

  /** None counts any more. */
  lost(): void {
    this.#coveredTo = undefined
    this.#confirmedAtMs = 0
  }

  /** Calls `wake` whenever there is more; the result ends that. */
  watch(wake: () => void): () => void {
    this.#waiting.add(wake)
    return () => void this.#waiting.delete(wake)
  }

  view(nowMs: number): BackupView {
    if (!this.on) return { condition: 'off', ageMs: 0 }
    if (!this.#hasKey) return { condition: 'no-key', ageMs: 0 }
    if (this.#coveredTo === undefined) return { condition: 'none', ageMs: 0 }
    const ageMs = Math.max(0, nowMs - this.#confirmedAtMs)
    return { condition: ageMs > OLD_INTERVALS * this.#intervalMs + OLD_MORE_MS ? 'old' : 'ok', ageMs }
  }
}
