import { abortable } from '../../shared/work/signal.ts'

/** Of plaintext: two segments. More: fewer transfers where neighbours are read; less: less is read in vain where they are not. */
export const BLOCK_SIZE_BYTES = 128 * 1024
/** Of files that can be kept as a whole: what is read in vain now is read later. */
export const LARGE_BLOCK_SIZE_BYTES = 512 * 1024
/** Enough for packs, which are read in order. Who reads at random, a mount, keeps more. */
const BYTES_MAX_DEFAULT = 8 * 1024 * 1024

interface Block {
  readonly lengthBytes: number
  readonly bytes: Promise<Uint8Array>
}

/**
 * Parts of pieces, opened, that were read last: a piece may be that of many small files, which are mostly read together, or of a file that is read at random. Whoever wants one that is on its way gets the same.
 * Gives out what it keeps: who needs the bytes for longer copies them.
 */
export class Blocks {
  readonly #blocks = new Map<string, Block>()
  /** What is kept at most. */
  readonly bytesMax: number
  #bytes = 0

  constructor(bytesMax = BYTES_MAX_DEFAULT) {
    this.bytesMax = bytesMax
  }

  /** Throws what `fetch` does, or the signal's reason. */
  async get(
    { cid, offset, lengthBytes }: { readonly cid: string; readonly offset: number; readonly lengthBytes: number },
    fetch: () => Promise<Uint8Array>,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    const key = `${cid} ${offset} ${lengthBytes}`
    const known = this.#blocks.get(key)
    const block = known ?? { lengthBytes, bytes: fetch() }
    this.#drop(key)
    this.#blocks.set(key, block)
    this.#bytes += lengthBytes
    for (const [oldest] of this.#blocks) {
      if (this.#bytes <= this.bytesMax) break
      this.#drop(oldest)
    }
    try {
      return await abortable(block.bytes, signal)
    } catch (error) {
      if (signal.aborted) throw error
      if (this.#blocks.get(key) === block) this.#drop(key)
      // Whoever fetched it may have been interrupted, or knew of other places.
      if (known === undefined) throw error
      return await fetch()
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#blocks.get(key)?.lengthBytes ?? 0
    this.#blocks.delete(key)
  }
}
