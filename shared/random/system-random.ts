import assert from 'node:assert/strict'
import { randomFillSync, randomInt } from 'node:crypto'
import type { Random } from './random.ts'

/** The operating system's generator: fit for keys. */
export const systemRandom: Random = {
  bytes(length) {
    return randomFillSync(new Uint8Array(length))
  },

  below(below) {
    assert(Number.isInteger(below) && below >= 1 && below <= 2 ** 32, `below(${below})`)
    return randomInt(below)
  },
}
