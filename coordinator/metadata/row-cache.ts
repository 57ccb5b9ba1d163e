/** More: fewer rows are read and checked anew. Less: less memory; rows have some hundred bytes. */
const ROWS_MAX = 512
/** What is known of a key; without a value: it has no row. */
export interface Known {
  readonly value: Uint8Array | undefined
}

/** Of a row that is kept. */
const VALUE_BYTES_MAX = 16 * 1024

/**
 * Rows that were read or written last, as they are durable, and keys that have none: an operation looks at the same few, its intent, its file, the folders above, the stores, again and again. A key that is about to be written is not known here
 * from when its commit is handed in until that is over, so that what is given out is never older than what the file would tell.
 */
export class RowCache {
  readonly #rows = new Map<string, Known>()
  /** How many commits under way write a key. */
  readonly #underWay = new Map<string, number>()

  get(key: string): Known | undefined {
    const known = this.#rows.get(key)
    if (known === undefined) return undefined
    // The one that was asked for last goes last.
    this.#rows.delete(key)
    this.#rows.set(key, known)
    return known
  }

  /** It was read. */
  keep(key: string, value: Uint8Array | undefined): void {
    if (this.#underWay.has(key)) return
    if (value && value.byteLength > VALUE_BYTES_MAX) return
    this.#rows.set(key, { value })
    if (this.#rows.size <= ROWS_MAX) return
    const [oldest = ''] = this.#rows.keys()
    this.#rows.delete(oldest)
  }

  /** A commit of these begins. */
  begin(keys: Iterable<string>): void {
    for (const key of keys) {
      this.#rows.delete(key)
      this.#underWay.set(key, (this.#underWay.get(key) ?? 0) + 1)
    }
  }

  /** It is over, well or not. */
  end(keys: Iterable<string>): void {
    for (const key of keys) {
      const left = (this.#underWay.get(key) ?? 0) - 1
      if (left > 0) this.#underWay.set(key, left)
      else this.#underWay.delete(key)
    }
  }
}
