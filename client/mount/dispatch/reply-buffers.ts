import { OUT_HEADER_BYTES, TRANSFER_BYTES_MAX } from '../fuse/constants.ts'

const SMALL_BYTES = 64 * 1024
/** Kept of each size for the next reads. More: a burst finds warm memory; fewer: less is kept by a mount that idles. */
const SMALL_SPARE_MAX = 16
const LARGE_SPARE_MAX = 4

/** Memory for what READ answers, used again: fresh memory from the kernel costs more than what is copied into it. */
export class ReplyBuffers {
  readonly #small: Uint8Array[] = []
  readonly #large: Uint8Array[] = []

  /** Of at least `bodyBytes` behind the header, at most `TRANSFER_BYTES_MAX`. It holds what was read before: only what was filled may be sent. */
  take(bodyBytes: number): Uint8Array {
    const [spare, sizeBytes] = this.#of(bodyBytes)
    return spare.pop() ?? new Uint8Array(OUT_HEADER_BYTES + sizeBytes)
  }

  give(buffer: Uint8Array): void {
    const [spare, , spareMax] = this.#of(buffer.byteLength - OUT_HEADER_BYTES)
    if (spare.length < spareMax) spare.push(buffer)
  }

  #of(bodyBytes: number): [spare: Uint8Array[], sizeBytes: number, spareMax: number] {
    return bodyBytes <= SMALL_BYTES
      ? [this.#small, SMALL_BYTES, SMALL_SPARE_MAX]
      : [this.#large, TRANSFER_BYTES_MAX, LARGE_SPARE_MAX]
  }
}
