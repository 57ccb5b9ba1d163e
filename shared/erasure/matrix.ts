import assert from 'node:assert/strict'
import { inverse, multiply } from './galois.ts'

/** Rows of bytes, all of one length. */
export type Matrix = readonly Uint8Array[]

export function identity(size: number): Matrix {
  return Array.from({ length: size }, (_, row) => Uint8Array.from({ length: size }, (_, column) => +(row === column)))
}

export function product(left: Matrix, right: Matrix): Matrix {
  const width = right[0]?.length ?? 0
  return left.map((row) => {
    const sums = new Uint8Array(width)
    right.forEach((other, at) => addScaled(sums, other, row[at] as number))
    return sums
  })
}

/** By Gauss and Jordan. Throws where there is none, which for matrices of this code only a bug can bring about. */
export function inverted(matrix: Matrix): Matrix {
  const left = matrix.map((row) => row.slice())
  const right = identity(matrix.length).map((row) => row.slice())
  left.forEach((_, at) => {
    const pivot = left.findIndex((row, below) => below >= at && row[at] !== 0)
    assert(pivot >= 0, 'the matrix has no inverse')
    swap(left, at, pivot)
    swap(right, at, pivot)
    const factor = inverse(left[at]?.[at] as number)
    for (const side of [left, right]) side[at] = (side[at] as Uint8Array).map((value) => multiply(value, factor))
    left.forEach((row, other) => {
      const taken = row[at] as number
      if (other === at || taken === 0) return
      addScaled(row, left[at] as Uint8Array, taken)
      addScaled(right[other] as Uint8Array, right[at] as Uint8Array, taken)
    })
  })
  return right
}

function addScaled(sums: Uint8Array, row: Uint8Array, factor: number): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) ^ multiply(row[at] as number, factor)
}

function swap(rows: Uint8Array[], one: number, other: number): void {
  const moved = rows[one] as Uint8Array
  rows[one] = rows[other] as Uint8Array
  rows[other] = moved
}
