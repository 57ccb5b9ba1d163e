import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What one frame may leave behind on average, and what any run may: a leak of 1 KiB a frame is above both, from 1,600 frames on. */
const LEFT_PER_FRAME_BYTES_MAX = 256
const LEFT_BYTES_MAX = 1.5 * 2 ** 20

/** What this process holds, garbage taken out. */
export function heldBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return heapUsed + external + arrayBuffers
}

export function isFlat(grownBytes: number, frames: number): boolean {
  return grownBytes < Math.max(LEFT_BYTES_MAX, LEFT_PER_FRAME_BYTES_MAX * frames)
}
