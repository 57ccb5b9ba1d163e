import assert from 'node:assert/strict'
import { randomFillSync, randomInt } from 'node:crypto'
import type { Random } from './random.ts'

/** Asked for at once: each asking costs as much as a hundred bytes do. */
const POOL_BYTES = 4096
/** More is asked for by itself. */
const POOLED_BYTES_MAX = 64

const pool = new Uint8Array(POOL_BYTES)
let used = POOL_BYTES

/** The operating system's generator: fit for keys. */
export const systemRandom: Random = {
  bytes(length) {
    if (length > POOLED_BYTES_MAX) return randomFillSync(new Uint8Array(length))
    if (used + length > POOL_BYTES) {
      randomFillSync(pool)
      used = 0
    }
    const bytes = pool.slice(used, used + length)
    // Given out once, and kept nowhere else: some are keys.
    pool.fill(0, used, used + length)
    used += length
    return bytes
  },

  below(below) {
    assert(Number.isInteger(below) && below >= 1 && below <= 2 ** 32, `below(${below})`)
    return randomInt(below)
  },
}
