import assert from 'node:assert/strict'
import { HiroError } from '../errors.ts'
import { parityRows, recoveryRows } from './code-matrix.ts'
import { DATA_SHARDS_MAX, PARITY_SHARDS_MAX } from './limits.ts'
import type { Matrix } from './matrix.ts'
import type { MatrixEngine } from './matrix-engine.ts'
import { shardRange, shardSizeBytes } from './shard-layout.ts'
import { systemEngine } from './system-engine.ts'

/** Shards by number: 0 … k − 1 hold the data, k … k + m − 1 the parity. */
export type Shards = ReadonlyMap<number, Uint8Array>

/** Reed–Solomon with k data and m parity shards: any k of them give back the piece. README.md has the format. */
export class ErasureCode {
  readonly k: number
  readonly m: number
  readonly #engine: MatrixEngine
  readonly #parity: Matrix

  constructor(k: number, m: number, engine: MatrixEngine = systemEngine()) {
    assert(Number.isInteger(k) && k >= 1 && k <= DATA_SHARDS_MAX, `k = ${k}`)
    assert(Number.isInteger(m) && m >= 1 && m <= PARITY_SHARDS_MAX, `m = ${m}`)
    this.k = k
    this.m = m
    this.#engine = engine
    this.#parity = parityRows(k, m)
  }

  /**
   * All k + m shards. Those of data are views of `piece` where no zeros have to follow; all others are the caller's. `parity`: m buffers of the size of a shard to write into, for who encodes many: memory that is
   * fresh from the system costs more than the code.
   */
  encode(piece: Uint8Array, parity: readonly Uint8Array[] = this.#buffersFor(piece)): Uint8Array[] {
    const sizeBytes = shardSizeBytes(piece.length, this.k)
    const data = Array.from({ length: this.k }, (_, shard) => {
      const { from, to } = shardRange(piece.length, this.k, shard)
      return padded(piece.subarray(from, to), sizeBytes)
    })
    this.#engine.multiply(this.#parity, data, parity)
    return [...data, ...parity]
  }

  /**
   * Makes the shards with the numbers `wanted` out of any k or more others; `outputs` as for `encode`. Throws `integrity` where there are too few, or of different sizes.
   */
  rebuild(shards: Shards, wanted: readonly number[], outputs?: readonly Uint8Array[]): readonly Uint8Array[] {
    const sizeBytes = this.#sizeOf(shards)
    const made = outputs ?? wanted.map(() => unwritten(sizeBytes))
    this.#rebuildInto(shards, wanted, made)
    return made
  }

  /** The piece, out of any k or more shards; a buffer of the caller's. Throws `integrity` where there are too few, or not of the size that a piece of `sizeBytes` makes them. */
  join(shards: Shards, sizeBytes: number): Uint8Array<ArrayBuffer> {
    const shardBytes = this.#sizeOf(shards)
    if (shardBytes !== shardSizeBytes(sizeBytes, this.k))
      throw new HiroError('integrity', `a piece of ${sizeBytes} bytes does not have shards of ${shardBytes}`)
    const whole = unwritten(shardBytes * this.k)
    const places = Array.from({ length: this.k }, (_, shard) =>
      whole.subarray(shard * shardBytes, (shard + 1) * shardBytes),
    )
    const missing = [...places.keys()].filter((shard) => !shards.has(shard))
    places.forEach((place, shard) => place.set(shards.get(shard) ?? []))
    this.#rebuildInto(
      shards,
      missing,
      missing.map((shard) => places[shard] as Uint8Array),
    )
    return whole.subarray(0, sizeBytes)
  }

  #buffersFor(piece: Uint8Array): Uint8Array[] {
    return Array.from({ length: this.m }, () => unwritten(shardSizeBytes(piece.length, this.k)))
  }

  #rebuildInto(shards: Shards, wanted: readonly number[], outputs: readonly Uint8Array[]): void {
    if (wanted.length === 0) return
    // Data first: a shard that is there costs nothing, and plain parity is cheaper than any other.
    const sources = [...shards.keys()].toSorted((a, b) => a - b).slice(0, this.k)
    const rows = recoveryRows(this.k, this.m, sources, wanted)
    this.#engine.multiply(
      rows,
      sources.map((shard) => shards.get(shard) as Uint8Array),
      outputs,
    )
  }

  #sizeOf(shards: Shards): number {
    const sizes = new Set(Array.from(shards.values(), ({ length }) => length))
    const [sizeBytes] = sizes
    if (shards.size < this.k || sizeBytes === undefined)
      throw new HiroError('integrity', `${shards.size} shards are there, and ${this.k} are needed`)
    if (sizes.size > 1) throw new HiroError('integrity', 'the shards are of different sizes')
    return sizeBytes
  }
}

function padded(bytes: Uint8Array, sizeBytes: number): Uint8Array {
  if (bytes.length === sizeBytes) return bytes
  const whole = new Uint8Array(sizeBytes)
  whole.set(bytes)
  return whole
}

/** Memory that is written from end to end anyway: filling it with zeros first would take as long as the code itself. */
function unwritten(sizeBytes: number): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset } = Buffer.allocUnsafeSlow(sizeBytes)
  return new Uint8Array(buffer, byteOffset, sizeBytes)
}
