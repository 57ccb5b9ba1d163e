import { CidHasher } from '../../../shared/cid.ts'
import { CHUNK_SIZE_BYTES } from '../../../shared/limits.ts'
import { systemRandom } from '../../../shared/random/system-random.ts'
import { type Step, timed } from './step.ts'

const SLICE_BYTES = 64 * 1024

/** The name of a piece, as client and worker find it: the client in one go, the worker in slices, which is what is done here. */
export function hashStep(): Step {
  const piece = systemRandom.bytes(CHUNK_SIZE_BYTES)
  return {
    says: 'BLAKE3 in slices of 64 KiB, and the CID; one process',
    turn: async (bytes) =>
      await timed(bytes, () => {
        for (let done = 0; done < bytes; done += CHUNK_SIZE_BYTES) {
          const hasher = new CidHasher()
          for (let at = 0; at < CHUNK_SIZE_BYTES; at += SLICE_BYTES) hasher.update(piece.subarray(at, at + SLICE_BYTES))
          hasher.digest()
        }
      }),
  }
}
