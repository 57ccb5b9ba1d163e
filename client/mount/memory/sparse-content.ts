const PAGE_BYTES = 64 * 1024

/** The content of a file in pages; those that were never written to are holes. */
export class SparseContent {
  readonly #pages = new Map<number, Uint8Array>()
  #sizeBytes = 0

  get sizeBytes(): number {
    return this.#sizeBytes
  }

  get allocatedBytes(): number {
    return this.#pages.size * PAGE_BYTES
  }

  /** How many bytes of `into` it filled. */
  read(offset: number, into: Uint8Array): number {
    const lengthBytes = Math.max(0, Math.min(into.byteLength, this.#sizeBytes - offset))
    for (const { page, from, to, at } of partsOf(offset, lengthBytes)) {
      const bytes = this.#pages.get(page)
      if (bytes === undefined) into.fill(0, at, at + to - from)
      else into.set(bytes.subarray(from, to), at)
    }
    return lengthBytes
  }

  write(offset: number, bytes: Uint8Array): void {
    for (const { page, from, to, at } of partsOf(offset, bytes.byteLength)) {
      this.#pageAt(page).set(bytes.subarray(at, at + to - from), from)
    }
    if (bytes.byteLength > 0) this.#sizeBytes = Math.max(this.#sizeBytes, offset + bytes.byteLength)
  }

  resize(sizeBytes: number): void {
    if (sizeBytes < this.#sizeBytes) this.punch(sizeBytes, this.#sizeBytes - sizeBytes)
    this.#sizeBytes = sizeBytes
  }

  reserve(offset: number, lengthBytes: number): void {
    for (const { page } of partsOf(offset, lengthBytes)) this.#pageAt(page)
  }

  /** Zeros, and holes where whole pages become so. */
  punch(offset: number, lengthBytes: number): void {
    const end = offset + lengthBytes
    for (const [page, bytes] of this.#pages) {
      const begin = page * PAGE_BYTES
      const [from, to] = [Math.max(offset - begin, 0), Math.min(end - begin, PAGE_BYTES)]
      if (from >= to) continue
      // Behind the file's end there is nothing that would have to stay.
      if (from === 0 && (to === PAGE_BYTES || begin + to >= this.#sizeBytes)) this.#pages.delete(page)
      else bytes.fill(0, from, to)
    }
  }

  /** `undefined`: there is none behind `offset`. */
  seek(offset: number, what: 'data' | 'hole'): number | undefined {
    if (offset >= this.#sizeBytes) return undefined
    let page = Math.floor(offset / PAGE_BYTES)
    if (what === 'hole') while (this.#pages.has(page)) page++
    // The number of pages that there are, and not that of the file's.
    else page = Math.min(...this.#pages.keys().filter((there) => there >= page))
    const found = Math.max(offset, page * PAGE_BYTES)
    if (found < this.#sizeBytes) return found
    return what === 'hole' ? this.#sizeBytes : undefined
  }

  #pageAt(page: number): Uint8Array {
    const bytes = this.#pages.get(page) ?? new Uint8Array(PAGE_BYTES)
    this.#pages.set(page, bytes)
    return bytes
  }
}

interface Part {
  readonly page: number
  /** In the page. */
  readonly from: number
  readonly to: number
  /** In what is read or written. */
  readonly at: number
}

function* partsOf(offset: number, lengthBytes: number): Generator<Part> {
  for (let at = 0; at < lengthBytes; ) {
    const page = Math.floor((offset + at) / PAGE_BYTES)
    const from = offset + at - page * PAGE_BYTES
    const to = Math.min(PAGE_BYTES, from + lengthBytes - at)
    yield { page, from, to, at }
    at += to - from
  }
}
