import assert from 'node:assert/strict'
import type { Matrix } from '../matrix.ts'
import type { MatrixEngine } from '../matrix-engine.ts'
import { KERNEL_STEP_BYTES, kernelOf, type Place } from './kernel.ts'
import type { WasmInterface, WasmMemory } from './web-assembly.ts'

/** Of each shard at a time: what a core's nearest caches hold of all of them. Larger: more misses. Smaller: more calls. */
const TILE_BYTES = 16 * 1024
const PAGE_BYTES = 64 * 1024
/** Kernels that are kept, the least used dropped first: 4 + 2 knows 21 sets of one or two lost shards. Each is some KiB. */
const KERNELS_MAX = 256

type Kernel = (bytes: number) => void

assert(TILE_BYTES % KERNEL_STEP_BYTES === 0, 'the last turn of a kernel stays within its tile')

/**
 * The matrix multiplied in WASM SIMD of 128 bits, as every Node from 16 and every browser of today has it. Shards pass through a window of memory, a tile of each at a time, so that any size needs the same little
 * memory, and what is copied stays in the cache until it has been used.
 */
export class WasmEngine implements MatrixEngine {
  readonly #wasm: WasmInterface
  readonly #memory: WasmMemory
  readonly #place: Place
  readonly #kernels = new Map<string, Kernel>()
  readonly #tiles: readonly Uint8Array[]

  /** `shardsMax`: the most inputs and outputs of one call together. */
  constructor(wasm: WasmInterface, shardsMax: number) {
    this.#wasm = wasm
    const memoryPages = Math.ceil((shardsMax * TILE_BYTES) / PAGE_BYTES)
    this.#place = { tileBytes: TILE_BYTES, memoryPages }
    this.#memory = new wasm.Memory({ initial: memoryPages, maximum: memoryPages })
    const { buffer } = this.#memory
    this.#tiles = Array.from({ length: shardsMax }, (_, at) => new Uint8Array(buffer, at * TILE_BYTES, TILE_BYTES))
  }

  /** Whether this platform has SIMD. */
  static runsOn(wasm: WasmInterface): boolean {
    return wasm.validate(kernelOf([Uint8Array.of(2)], { tileBytes: TILE_BYTES, memoryPages: 1 }))
  }

  multiply(matrix: Matrix, inputs: readonly Uint8Array[], outputs: readonly Uint8Array[]): void {
    const run = this.#kernelOf(matrix)
    const lengthBytes = outputs[0]?.length ?? 0
    for (let from = 0; from < lengthBytes; from += TILE_BYTES) {
      const bytes = Math.min(TILE_BYTES, lengthBytes - from)
      inputs.forEach((input, at) => bringIn(this.#tiles[at] as Uint8Array, input, from, bytes))
      run(bytes)
      outputs.forEach((output, at) => bringOut(this.#tiles[inputs.length + at] as Uint8Array, output, from, bytes))
    }
  }

  #kernelOf(matrix: Matrix): Kernel {
    const key = matrix.join('/')
    const kernel = this.#kernels.get(key) ?? this.#compile(matrix)
    this.#kernels.delete(key)
    this.#kernels.set(key, kernel)
    for (const [oldest] of this.#kernels) if (this.#kernels.size > KERNELS_MAX) this.#kernels.delete(oldest)
    return kernel
  }

  #compile(matrix: Matrix): Kernel {
    const module = new this.#wasm.Module(kernelOf(matrix, this.#place))
    const { exports } = new this.#wasm.Instance(module, { e: { m: this.#memory } })
    return (exports as { f: Kernel }).f
  }
}

function bringIn(tile: Uint8Array, input: Uint8Array, from: number, bytes: number): void {
  const there = input.subarray(from, from + bytes)
  tile.set(there)
  if (there.length < bytes) tile.fill(0, there.length, bytes)
}

function bringOut(tile: Uint8Array, output: Uint8Array, from: number, bytes: number): void {
  output.set(bytes === tile.length ? tile : tile.subarray(0, bytes), from)
}
