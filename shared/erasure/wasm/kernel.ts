import { multiply, POLYNOMIAL, powerOfTwo } from '../galois.ts'
import type { Matrix } from '../matrix.ts'
import { type Code, i8x16, i16x8, i32, local, loopWhile, moduleOf, sequence, v128 } from './assembler.ts'

const VECTOR_BYTES = 16
/** Vectors of each shard per turn of the loop: one waits for the other's table less. */
const UNROLLED = 2
export const KERNEL_STEP_BYTES = VECTOR_BYTES * UNROLLED

/** Where the kernel finds input `c` and puts output `r`: at (c) and at (inputs + r) times so many bytes. */
export interface Place {
  readonly tileBytes: number
  readonly memoryPages: number
}

const BYTES = 0
const AT = 1
const FIRST_VECTOR = 2

/**
 * A function made for one matrix, its factors in the code: ones are an XOR, a row of the powers of two is doubled from shard to shard (Horner's scheme: 4 instructions a shard), and any other factor is looked up by
 * halves of a byte, in two tables of 16 (J. Plank and others, "Screaming fast Galois field arithmetic using Intel SIMD instructions"). Each input is loaded once for all rows. Its argument is how many bytes,
 * more than 0; up to the next multiple of `KERNEL_STEP_BYTES` is read and written.
 */
export function kernelOf(matrix: Matrix, { tileBytes, memoryPages }: Place): Uint8Array<ArrayBuffer> {
  const locals = new Vectors()
  const columns = matrix[0]?.length ?? 0
  const rows = planOf(matrix).map((plan) => ({ ...plan, sum: locals.fresh() }))
  const setup: Code[] = []
  const constant = (bytes: ArrayLike<number>): number => {
    const index = locals.fresh()
    setup.push(v128.const(bytes), local.set(index))
    return index
  }
  const zero = constant(filled(0))
  const reduction = constant(filled(POLYNOMIAL & 0xff))
  const lowHalf = constant(filled(0x0f))
  const tables = rows.map(({ factors, byDoubling }) =>
    Array.from(factors, (factor) => (factor > 1 && !byDoubling ? tablesOf(factor).map(constant) : [])),
  )
  const [input, low, high] = [locals.fresh(), locals.fresh(), locals.fresh()]

  const isNegative = (vector: number): Code => sequence(local.get(zero), local.get(vector), i8x16.gtS)
  const doubled = (vector: number): Code =>
    sequence(
      sequence(local.get(vector), local.get(vector), i8x16.add),
      sequence(isNegative(vector), local.get(reduction), v128.and),
      v128.xor,
    )
  const addLookedUp = (table: number, half: number): Code =>
    sequence(local.get(table), local.get(half), i8x16.swizzle, v128.xor)
  const addProduct = (
    { factors, byDoubling, sum }: RowPlan & { sum: number },
    [lows, highs]: number[],
    at: number,
  ): Code => {
    if (byDoubling) return sequence(doubled(sum), local.get(input), v128.xor, local.set(sum))
    if (factors[at] === 0) return []
    if (lows === undefined || highs === undefined)
      return sequence(local.get(sum), local.get(input), v128.xor, local.set(sum))
    return sequence(local.get(sum), addLookedUp(lows, low), addLookedUp(highs, high), local.set(sum))
  }
  const halves = sequence(
    sequence(local.get(input), local.get(lowHalf), v128.and, local.set(low)),
    sequence(local.get(input), i32.const(4), i16x8.shrU, local.get(lowHalf), v128.and, local.set(high)),
  )
  const vector = (offset: number): Code => {
    const code = rows.map(({ sum }) => sequence(local.get(zero), local.set(sum)))
    // From the last shard to the first, as Horner's scheme has it.
    for (let column = columns - 1; column >= 0; column--) {
      code.push(local.get(AT), v128.load(column * tileBytes + offset), local.set(input))
      const tablesHere = tables.map((ofRow) => ofRow[column] ?? [])
      if (tablesHere.some(({ length }) => length > 0)) code.push(halves)
      rows.forEach((row, at) => code.push(addProduct(row, tablesHere[at] ?? [], column)))
    }
    rows.forEach(({ sum, base }, row) => {
      const other = base === undefined ? undefined : rows[base]
      if (other) code.push(local.get(sum), local.get(other.sum), v128.xor, local.set(sum))
      code.push(local.get(AT), local.get(sum), v128.store((columns + row) * tileBytes + offset))
    })
    return sequence(...code)
  }
  const turn = sequence(
    ...Array.from({ length: UNROLLED }, (_, at) => vector(at * VECTOR_BYTES)),
    sequence(local.get(AT), i32.const(KERNEL_STEP_BYTES), i32.add, local.tee(AT)),
    sequence(local.get(BYTES), i32.ltU),
  )
  return moduleOf(memoryPages, locals.count, sequence(...setup, loopWhile(turn)))
}

class Vectors {
  count = 0

  fresh(): number {
    return FIRST_VECTOR + this.count++
  }
}

interface RowPlan {
  /** What each input is multiplied with. */
  readonly factors: Uint8Array
  /** The factors are the powers of two in order. */
  readonly byDoubling: boolean
  /** Another row, above, that is to be added. */
  readonly base?: number
}

/** Two rows that differ by ones and zeros only, as those of two lost shards with plain parity do, need the tables once. */
function planOf(matrix: Matrix): RowPlan[] {
  return matrix.map((factors, row) => {
    if (isPowersOfTwo(factors)) return { factors, byDoubling: true }
    const differences = matrix.slice(0, row).map((other) => factors.map((factor, at) => factor ^ (other[at] as number)))
    const base = isPlain(factors) ? -1 : differences.findIndex(isPlain)
    return { factors: differences[base] ?? factors, byDoubling: false, ...(base >= 0 && { base }) }
  })
}

function isPlain(factors: Uint8Array): boolean {
  return factors.every((factor) => factor <= 1)
}

function isPowersOfTwo(factors: Uint8Array): boolean {
  return factors.length > 1 && factors.every((factor, column) => factor === powerOfTwo(column))
}

/** `factor` times each low half of a byte, and times each high half. */
function tablesOf(factor: number): number[][] {
  return [1, 16].map((unit) => Array.from({ length: 16 }, (_, half) => multiply(factor, half * unit)))
}

function filled(value: number): Uint8Array {
  return new Uint8Array(VECTOR_BYTES).fill(value)
}
