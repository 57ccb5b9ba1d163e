import { multiply } from './galois.ts'
import type { MatrixEngine } from './matrix-engine.ts'

/** One byte after the other by tables: what the WASM engine is compared with, and what stands in for it where there is no SIMD. */
export const tableEngine: MatrixEngine = {
  multiply: (matrix, inputs, outputs) => {
    outputs.forEach((output, row) => {
      output.fill(0)
      inputs.forEach((input, column) => {
        const factor = matrix[row]?.[column] as number
        if (factor !== 0) addScaled(output, input, factor)
      })
    })
  },
}

function addScaled(output: Uint8Array, input: Uint8Array, factor: number): void {
  const products = Uint8Array.from({ length: 256 }, (_, value) => multiply(value, factor))
  const length = Math.min(input.length, output.length)
  for (let at = 0; at < length; at++) output[at] = (output[at] as number) ^ (products[input[at] as number] as number)
}
