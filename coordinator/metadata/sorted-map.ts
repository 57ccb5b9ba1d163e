import type { Entry } from './metadata-store.ts'

/** A chunk is halved above this. Larger: inserting moves more. Smaller: more chunks to search and, now and then, to move. */
const CHUNK_ENTRIES_MAX = 1024

/** An ordered map as a sorted list of sorted lists: two binary searches and one short move for each change, at any size a test has. */
export class SortedMap {
  readonly #chunks: Entry[][] = [[]]
  #size = 0

  get size(): number {
    return this.#size
  }

  get(key: string): Uint8Array | undefined {
    const chunk = this.#chunks[this.#chunkOf(key)]
    const entry = chunk?.[lowerBound(chunk, key)]
    return entry?.key === key ? entry.value : undefined
  }

  set(key: string, value: Uint8Array): void {
    const at = this.#chunkOf(key)
    const chunk = this.#chunks[at]
    if (chunk === undefined) return
    const index = lowerBound(chunk, key)
    const present = chunk[index]?.key === key
    chunk.splice(index, present ? 1 : 0, { key, value })
    if (!present) this.#size += 1
    if (chunk.length > CHUNK_ENTRIES_MAX) this.#chunks.splice(at + 1, 0, chunk.splice(CHUNK_ENTRIES_MAX / 2))
  }

  delete(key: string): void {
    const at = this.#chunkOf(key)
    const chunk = this.#chunks[at]
    if (chunk === undefined) return
    const index = lowerBound(chunk, key)
    if (chunk[index]?.key !== key) return
    chunk.splice(index, 1)
    this.#size -= 1
    if (chunk.length === 0 && this.#chunks.length > 1) this.#chunks.splice(at, 1)
  }

  scan(start: string, end: string, limit: number): Entry[] {
    const entries: Entry[] = []
    for (let at = this.#chunkOf(start); at < this.#chunks.length; at++) {
      const chunk = this.#chunks[at] ?? []
      for (let index = lowerBound(chunk, start); index < chunk.length; index++) {
        const entry = chunk[index]
        if (entry === undefined || entry.key >= end || entries.length === limit) return entries
        entries.push(entry)
      }
    }
    return entries
  }

  /** The last chunk that begins at or before `key`, else the first. */
  #chunkOf(key: string): number {
    let low = 1
    let high = this.#chunks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#chunks[middle]?.[0]?.key ?? '') <= key) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

/** Where the first key at or after `key` is, or would be. */
function lowerBound(chunk: readonly Entry[], key: string): number {
  let low = 0
  let high = chunk.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((chunk[middle]?.key ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}
