import type { WasmInterface } from '../../../shared/erasure/wasm/web-assembly.ts'
import { Limiter } from '../../../shared/work/limiter.ts'

const WASM_PAGE_BYTES = 64 * 1024
const STAGE_BYTES = 1024 * 1024
/** Writes under way at once. More: a disk with many queues is used better. Each holds its memory from its first use on. */
const STAGES = 8

/** Buffers that begin at a page of memory, as direct writes need them. Of all that JavaScript can ask for only the memory of WebAssembly is promised to begin so. */
export class Stages {
  readonly #limiter = new Limiter(STAGES)
  readonly #wasm: WasmInterface
  #free: Uint8Array[] | undefined

  constructor(wasm: WasmInterface) {
    this.#wasm = wasm
  }

  /** Waits for its turn. `work` has the stage to itself until it settles. */
  async use<T>(work: (stage: Uint8Array) => Promise<T>): Promise<T> {
    return await this.#limiter.run(async () => {
      this.#free ??= allocate(this.#wasm)
      const stage = this.#free.pop()
      if (stage === undefined) throw new Error('more stages in use than there are')
      try {
        return await work(stage)
      } finally {
        this.#free.push(stage)
      }
    })
  }
}

function allocate({ Memory }: WasmInterface): Uint8Array[] {
  const pages = (STAGES * STAGE_BYTES) / WASM_PAGE_BYTES
  const { buffer } = new Memory({ initial: pages, maximum: pages })
  return Array.from({ length: STAGES }, (_, at) => new Uint8Array(buffer, at * STAGE_BYTES, STAGE_BYTES))
}
