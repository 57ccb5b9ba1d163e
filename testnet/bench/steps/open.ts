import { openPiece, sealPiece } from '../../../client/seal/piece-cipher.ts'
import { CHUNK_SIZE_BYTES } from '../../../shared/limits.ts'
import { systemRandom } from '../../../shared/random/system-random.ts'
import { type Step, timed } from './step.ts'

/** What the client does to each piece that it read. */
export function openStep(): Step {
  const { bytes: piece, key } = sealPiece(systemRandom.bytes(CHUNK_SIZE_BYTES), systemRandom)
  return {
    says: 'authenticated decryption of whole pieces; one process',
    turn: async (bytes) =>
      await timed(bytes, () => {
        for (let done = 0; done < bytes; done += CHUNK_SIZE_BYTES) openPiece(piece, key)
      }),
  }
}
