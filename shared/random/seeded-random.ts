import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Random } from './random.ts'

/**
 * Random numbers that replay from their seed, on every machine alike; never for real keys. The generator is sfc32 (Chris
 * Doty-Humphrey, PractRand), its state the SHA-256 of the seed.
 */
export class SeededRandom implements Random {
  readonly #seed: string
  #a: number
  #b: number
  #c: number
  #counter: number

  constructor(seed: number | string) {
    this.#seed = String(seed)
    const state = createHash('sha256').update(this.#seed).digest()
    this.#a = state.readInt32LE(0)
    this.#b = state.readInt32LE(4)
    this.#c = state.readInt32LE(8)
    this.#counter = state.readInt32LE(12)
  }

  /**
   * A stream of its own. It depends on the seed and the label alone, not on what was drawn before, so that one more draw in one
   * part of a simulation does not change all the others. The same label gives the same stream.
   */
  fork(label: number | string): SeededRandom {
    return new SeededRandom(JSON.stringify([this.#seed, String(label)]))
  }

  bytes(length: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(length)
    for (let at = 0; at < length; at += 4) {
      const word = this.#word()
      for (let i = 0; i < 4 && at + i < length; i++) bytes[at + i] = word >>> (8 * i)
    }
    return bytes
  }

  below(below: number): number {
    assert(Number.isInteger(below) && below >= 1 && below <= 2 ** 32, `below(${below})`)
    // Words beyond the last whole multiple of `below` would make small results likelier.
    const limit = 2 ** 32 - (2 ** 32 % below)
    for (;;) {
      const word = this.#word()
      if (word < limit) return word % below
    }
  }

  #word(): number {
    const result = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + result) | 0
    return result >>> 0
  }
}
