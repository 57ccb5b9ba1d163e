import assert from 'node:assert/strict'
import { matrixEngineSuite } from './matrix-engine-suite.ts'
import { systemEngine } from './system-engine.ts'
import { tableEngine } from './table-engine.ts'
import { WasmEngine } from './wasm/wasm-engine.ts'
import { webAssembly } from './wasm/web-assembly.ts'

matrixEngineSuite('tables', () => tableEngine)
matrixEngineSuite('WASM SIMD', () => {
  assert(webAssembly)
  return new WasmEngine(webAssembly, 20)
})

describe('the engine of this platform', () => {
  it('is the one in WASM, always the same', () => {
    assert(systemEngine() instanceof WasmEngine)
    assert.equal(systemEngine(), systemEngine())
  })
})
