import assert from 'node:assert/strict'
import { SeededRandom } from '../random/seeded-random.ts'
import { parityRows } from './code-matrix.ts'
import { multiply } from './galois.ts'
import type { Matrix } from './matrix.ts'
import type { MatrixEngine } from './matrix-engine.ts'

/** Around a vector, a turn of the kernel and a tile. */
const LENGTHS = [0, 1, 2, 15, 16, 17, 31, 32, 33, 63, 100, 16_383, 16_384, 16_385, 40_001]

/** What every engine of the MatrixEngine port keeps. */
export function matrixEngineSuite(name: string, make: () => MatrixEngine): void {
  describe(`matrix engine: ${name}`, () => {
    it('multiplies every byte with every factor', () => {
      const engine = make()
      const input = Uint8Array.from({ length: 256 }, (_, value) => value)
      for (let factor = 0; factor < 256; factor++) {
        const output = new Uint8Array(256).fill(0xaa)
        engine.multiply([Uint8Array.of(factor)], [input], [output])
        assert.deepEqual(
          output,
          input.map((value) => multiply(factor, value)),
          `factor ${factor}`,
        )
      }
    })

    it('any matrix, any length, from any place in memory', () => {
      const engine = make()
      for (const length of LENGTHS) {
        const random = new SeededRandom(`length ${length}`)
        for (const matrix of matricesOf(random)) compare(engine, matrix, inputsOf(random, matrix, length), length)
      }
    })

    it('an input that is shorter goes on with zeros, whatever was worked on before', () => {
      const engine = make()
      const random = new SeededRandom('short')
      const matrix = parityRows(3, 3)
      for (const length of LENGTHS) {
        compare(engine, matrix, inputsOf(random, matrix, length), length)
        const lengths = [length, random.below(length + 1), 0]
        compare(
          engine,
          matrix,
          lengths.map((bytes) => random.bytes(bytes)),
          length,
        )
      }
    })

    it('leaves what lies beside its outputs alone, and its inputs', () => {
      const engine = make()
      const around = new Uint8Array(20_000).fill(0x55)
      const inputs = [new Uint8Array(17_001).fill(1), new Uint8Array(17_001).fill(2)]
      engine.multiply([Uint8Array.of(1, 3)], inputs, [around.subarray(777, 777 + 17_001)])
      assert(around.subarray(0, 777).every((value) => value === 0x55))
      assert(around.subarray(777 + 17_001).every((value) => value === 0x55))
      assert(around.subarray(777, 777 + 17_001).every((value) => value === (1 ^ 6)))
      assert(inputs.every((input, at) => input.every((value) => value === at + 1)))
    })

    it('is right also after more matrices than anyone keeps', () => {
      const engine = make()
      const random = new SeededRandom('many')
      const matrices = Array.from({ length: 600 }, () => [random.bytes(2)])
      for (const matrix of [...matrices, ...matrices.slice(0, 3)])
        compare(engine, matrix, inputsOf(random, matrix, 20), 20)
    })
  })
}

function compare(engine: MatrixEngine, matrix: Matrix, inputs: readonly Uint8Array[], length: number): void {
  const outputs = matrix.map(() => new Uint8Array(length + 1).fill(0xee).subarray(1))
  engine.multiply(matrix, inputs, outputs)
  outputs.forEach((output, row) => {
    const wanted = new Uint8Array(length)
    inputs.forEach((input, column) => {
      input.forEach((value, at) => {
        wanted[at] = (wanted[at] as number) ^ multiply(matrix[row]?.[column] as number, value)
      })
    })
    assert(Buffer.compare(output, wanted) === 0, `row ${row} of ${matrix.join(' / ')}, ${length} bytes`)
  })
}

/** By chance; with ones and zeros; with rows that look like others; those of codes. */
function matricesOf(random: SeededRandom): Matrix[] {
  const columns = 1 + random.below(5)
  const drawn = random.bytes(columns)
  const plain = random.bytes(columns).map((value) => value & 1)
  const near = drawn.map((value, at) => value ^ (plain[at] as number))
  return [
    Array.from({ length: 1 + random.below(4) }, () => random.bytes(columns)),
    [drawn, near, near.map((value) => value ^ 1), plain],
    parityRows(columns, 4),
    [new Uint8Array(columns), drawn, drawn],
  ]
}

function inputsOf(random: SeededRandom, matrix: Matrix, length: number): Uint8Array[] {
  return Array.from({ length: matrix[0]?.length ?? 0 }, () => {
    const skipped = random.below(16)
    return random.bytes(length + skipped).subarray(skipped)
  })
}
