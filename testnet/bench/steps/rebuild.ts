import { ErasureCode, type Shards } from '../../../shared/erasure/erasure-code.ts'
import { CHUNK_SIZE_BYTES } from '../../../shared/limits.ts'
import { systemRandom } from '../../../shared/random/system-random.ts'
import { type Step, timed } from './step.ts'

/** Different ones one after the other, so that none is still in the caches from the last time. */
const PIECES = 16

/** What a worker does to a piece of which one shard was lost. */
export const rebuildOneStep = (): Step => rebuildStep('one lost shard of data', [1])

/** The costliest loss that 4+2 survives. */
export const rebuildTwoStep = (): Step => rebuildStep('two lost shards of data', [1, 2])

function rebuildStep(loss: string, lost: readonly number[]): Step {
  const code = new ErasureCode(4, 2)
  const pieces = Array.from({ length: PIECES }, (): Shards => {
    const shards = code.encode(systemRandom.bytes(CHUNK_SIZE_BYTES))
    return new Map(shards.entries().filter(([shard]) => !lost.includes(shard)))
  })
  const outputs = lost.map(() => new Uint8Array(CHUNK_SIZE_BYTES / 4))
  return {
    says: `${loss} at 4+2, bytes of the whole piece's data; otherwise as encode`,
    turn: async (bytes) =>
      await timed(bytes, () => {
        for (let done = 0; done < bytes; done += CHUNK_SIZE_BYTES)
          code.rebuild(pieces[(done / CHUNK_SIZE_BYTES) % PIECES] as Shards, lost, outputs)
      }),
  }
}
