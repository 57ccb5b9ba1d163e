import { sealPiece } from '../../../client/seal/piece-cipher.ts'
import { CHUNK_SIZE_BYTES } from '../../../shared/limits.ts'
import { systemRandom } from '../../../shared/random/system-random.ts'
import { type Step, timed } from './step.ts'

/** What the client does to each chunk. */
export function sealStep(): Step {
  const chunk = systemRandom.bytes(CHUNK_SIZE_BYTES)
  return {
    says: 'AES-256-GCM in segments of 64 KiB, under a fresh key; one process',
    turn: async (bytes) =>
      await timed(bytes, () => {
        for (let done = 0; done < bytes; done += CHUNK_SIZE_BYTES) sealPiece(chunk, systemRandom)
      }),
  }
}
