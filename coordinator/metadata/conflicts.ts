import type { Revision } from './metadata-store.ts'

/** Written keys that are remembered. Larger: memory (some 100 bytes each). Smaller: transactions that stay open while many others commit have to run again. */
const WRITES_REMEMBERED_MAX = 65_536

/** What one transaction has seen: keys, there or not, and ranges, with what is not in them. */
export class ReadSet {
  readonly #keys = new Set<string>()
  readonly #ranges: { readonly start: string; readonly end: string }[] = []

  addKey(key: string): void {
    this.#keys.add(key)
  }

  /** [start, end): as far as the scan has really looked. */
  addRange(start: string, end: string): void {
    this.#ranges.push({ start, end })
  }

  holds(key: string): boolean {
    return this.#keys.has(key) || this.#ranges.some(({ start, end }) => start <= key && key < end)
  }

  get empty(): boolean {
    return this.#keys.size === 0 && this.#ranges.length === 0
  }
}

/** A commit that wrote what another transaction has read. `key` is missing when it is no longer known what was written. */
export interface Conflict {
  readonly revision: Revision
  readonly key?: string
}

/** Which keys the newest commits wrote, durable or under way. */
export class RecentWrites {
  readonly #rememberedMax: number
  /** In order of revision. */
  #writes: { readonly revision: Revision; readonly key: string }[] = []
  /** Up to this one nothing is known. */
  #forgotten: Revision = 0

  constructor(rememberedMax = WRITES_REMEMBERED_MAX) {
    this.#rememberedMax = rememberedMax
  }

  record(revision: Revision, keys: Iterable<string>): void {
    for (const key of keys) this.#writes.push({ revision, key })
    if (this.#writes.length <= this.#rememberedMax) return
    // Half at once, so that each write is moved once on average.
    const dropped = this.#writes.length - Math.floor(this.#rememberedMax / 2)
    this.#forgotten = this.#writes[dropped - 1]?.revision ?? this.#forgotten
    this.#writes = this.#writes.slice(dropped)
  }

  /** That commit failed: it wrote nothing. */
  retract(revision: Revision): void {
    this.#writes = this.#writes.filter((write) => write.revision !== revision)
  }

  /** The newest commit in (since, until] that wrote what `reads` holds. */
  conflict(reads: ReadSet, since: Revision, until: Revision): Conflict | undefined {
    if (reads.empty) return undefined
    for (let index = this.#writes.length - 1; index >= 0; index--) {
      const write = this.#writes[index]
      if (write === undefined || write.revision <= since) break
      if (write.revision <= until && reads.holds(write.key)) return write
    }
    return since < this.#forgotten ? { revision: this.#forgotten } : undefined
  }
}
