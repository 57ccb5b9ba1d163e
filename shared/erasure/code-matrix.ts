import { inverse, multiply, powerOfTwo } from './galois.ts'
import { identity, inverted, type Matrix, product } from './matrix.ts'

/**
 * The parity rows of k + m, of which every square part has an inverse, so that any k shards give back all others. Row 0 is all ones (plain XOR). Row p + 1 is 1 / (x_p + y_c) with
 * y_c = 2^-c, x_0 = 0 and x_p = 2^p, scaled so that it begins with 1: Cauchy's matrix, extended by the row that it tends to where x grows beyond all bounds. x_0 makes row 1 the powers of two (RAID 6), which
 * are the cheapest after ones. A row does not depend on k and m: parity of k + 2 is the beginning of that of k + 3, and a shard that is all zeros changes nothing. (As SnapRAID does; Cauchy: any square part
 * of 1 / (x + y) has an inverse where all x and y differ.)
 */
export function parityRows(k: number, m: number): Matrix {
  return Array.from({ length: m }, (_, row) => {
    if (row === 0) return new Uint8Array(k).fill(1)
    const x = row === 1 ? 0 : powerOfTwo(row - 1)
    const first = x ^ 1
    return Uint8Array.from({ length: k }, (_, column) => multiply(first, inverse(x ^ powerOfTwo(-column))))
  })
}

/** What makes each of `wanted` out of `sources`, k different ones; numbers of shards, the data first. */
export function recoveryRows(k: number, m: number, sources: readonly number[], wanted: readonly number[]): Matrix {
  const all = [...identity(k), ...parityRows(k, m)]
  const rowsOf = (shards: readonly number[]): Matrix => shards.map((shard) => all[shard] as Uint8Array)
  return product(rowsOf(wanted), inverted(rowsOf(sources)))
}
