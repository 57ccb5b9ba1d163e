import { HiroError } from '../../shared/errors.ts'
import { ReadSet } from './conflicts.ts'
import type { MetadataEngine } from './metadata-engine.ts'
import type { Entry, Range, Revision, Stamped, Transaction } from './metadata-store.ts'
import { scanLimitOf } from './scan-limit.ts'
import { WriteSet } from './write-set.ts'

/** One run of a body: remembers what it read and what it wants to write, and shows it its own writes. */
export class OptimisticTransaction implements Transaction {
  /** Every read sees all commits up to this one, and perhaps later ones. */
  readonly snapshot: Revision
  readonly reads = new ReadSet()
  readonly writes = new WriteSet()
  /** Many steps of one body ask for the same rows, a folder's above all. */
  readonly #got = new Map<string, Uint8Array | undefined>()
  readonly #engine: MetadataEngine
  #over = false

  constructor(engine: MetadataEngine) {
    this.#engine = engine
    this.snapshot = engine.newest()
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    this.#assertRunning()
    if (this.writes.has(key)) return this.writes.get(key)
    if (this.#got.has(key)) return this.#got.get(key)
    this.reads.addKey(key)
    const value = this.#engine.get(key)
    this.#got.set(key, value)
    return value
  }

  async scan(range: Range): Promise<Entry[]> {
    this.#assertRunning()
    const { start, end } = range
    const limit = scanLimitOf(range)
    const own = this.writes.keysIn(start, end)
    // Each own key can hide one row, so that many more are needed to fill the page.
    const stored = this.#engine.scan(start, end, limit + own.length)
    const rows = stored.filter(({ key }) => !this.writes.has(key))
    for (const key of own) {
      const value = this.writes.get(key)
      if (value !== undefined) rows.push({ key, value })
    }
    rows.sort((a, b) => (a.key < b.key ? -1 : 1))
    const page = rows.slice(0, limit)
    const last = page.length === limit ? page.at(-1) : undefined
    this.reads.addRange(start, last === undefined ? end : `${last.key}\0`)
    return page
  }

  put(key: Stamped<string>, value: Stamped<Uint8Array>): void {
    this.#assertRunning()
    this.writes.put(key, value)
  }

  delete(key: string): void {
    this.#assertRunning()
    this.writes.delete(key)
  }

  /** From here on the body may neither read nor write. */
  end(): void {
    this.#over = true
  }

  #assertRunning(): void {
    if (this.#over) throw new HiroError('internal', 'a transaction was used after its body had ended')
  }
}
