import { DATA_SHARDS_MAX, PARITY_SHARDS_MAX } from './limits.ts'
import type { MatrixEngine } from './matrix-engine.ts'
import { tableEngine } from './table-engine.ts'
import { WasmEngine } from './wasm/wasm-engine.ts'
import { webAssembly } from './wasm/web-assembly.ts'

let chosen: MatrixEngine | undefined

/** The fastest engine that this platform runs; one for each thread, made when it is first asked for. */
export function systemEngine(): MatrixEngine {
  chosen ??=
    webAssembly && WasmEngine.runsOn(webAssembly)
      ? new WasmEngine(webAssembly, DATA_SHARDS_MAX + PARITY_SHARDS_MAX)
      : tableEngine
  return chosen
}
