import { ErasureCode } from '../../../shared/erasure/erasure-code.ts'
import { CHUNK_SIZE_BYTES } from '../../../shared/limits.ts'
import { systemRandom } from '../../../shared/random/system-random.ts'
import { type Step, timed } from './step.ts'

/** Different ones one after the other, so that no piece is still in the caches from the last time. */
const PIECES = 16

/** What the first worker does to each piece that is kept as shards. */
export function encodeStep(): Step {
  const code = new ErasureCode(4, 2)
  const pieces = Array.from({ length: PIECES }, () => systemRandom.bytes(CHUNK_SIZE_BYTES))
  const parity = [1, 2].map(() => new Uint8Array(CHUNK_SIZE_BYTES / 4))
  return {
    says: 'Reed–Solomon 4+2 of whole pieces, bytes of data, their way into the memory of WASM and out included, into the same buffers again; one process',
    turn: async (bytes) =>
      await timed(bytes, () => {
        for (let done = 0; done < bytes; done += CHUNK_SIZE_BYTES)
          code.encode(pieces[(done / CHUNK_SIZE_BYTES) % PIECES] as Uint8Array, parity)
      }),
  }
}
