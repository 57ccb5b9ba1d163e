import assert from 'node:assert/strict'
import { toHex } from '../ids.ts'
import { parityRows, recoveryRows } from './code-matrix.ts'
import { inverse, multiply } from './galois.ts'
import { identity, inverted, type Matrix, product } from './matrix.ts'

describe('the matrix of the code', () => {
  it('is that of this and every later release: what was kept under it must stay readable', () => {
    assert.deepEqual(parityRows(16, 4).map(toHex), [
      '01010101010101010101010101010101',
      '01020408102040801d3a74e8cd871326',
      '01f5d2c49a71f17ffc87c1c6192f4055',
      '01bba6d7c707ce824a2fa59bb660f1ad',
    ])
  })

  it('rows do not depend on how many there are, nor on how long they are', () => {
    const whole = parityRows(16, 4)
    for (let k = 1; k <= 16; k++) {
      for (let m = 1; m <= 4; m++) {
        assert.deepEqual(
          parityRows(k, m),
          whole.slice(0, m).map((row) => row.slice(0, k)),
        )
      }
    }
  })

  it('every square part of it has an inverse, so that no pattern of losses is one too many', () => {
    const rows = parityRows(16, 4)
    let parts = 0
    for (let size = 1; size <= 4; size++) {
      for (const chosenRows of subsets(4, size)) {
        for (const columns of subsets(16, size)) {
          const part = chosenRows.map((row) => Uint8Array.from(columns, (column) => rows[row]?.[column] as number))
          assert.deepEqual(product(inverted(part), part), identity(size))
          parts++
        }
      }
    }
    // Every k of 20 shards, but for all of the data: (20 over 4) − 1.
    assert.equal(parts, 4844)
  })

  it('a matrix without an inverse is told apart', () => {
    const twice: Matrix = [Uint8Array.of(1, 2), Uint8Array.of(2, 4)]
    assert.throws(() => inverted(twice), /no inverse/)
  })

  it('one lost data shard is plain XOR as long as the first parity is there', () => {
    assert.deepEqual(recoveryRows(4, 2, [0, 2, 3, 4], [1]), [Uint8Array.of(1, 1, 1, 1)])
  })
})

describe('GF(2^8)', () => {
  it('is a field: by shifting, by inverses, by distribution', () => {
    for (let a = 0; a < 256; a++) {
      if (a > 0) assert.equal(multiply(a, inverse(a)), 1)
      for (let b = 0; b < 256; b++) {
        assert.equal(multiply(a, b), byShifting(a, b))
        assert.equal(multiply(a, b ^ 0x53), multiply(a, b) ^ multiply(a, 0x53))
      }
    }
  })
})

function byShifting(a: number, b: number): number {
  let sum = 0
  for (let bit = 7; bit >= 0; bit--) {
    sum = (sum << 1) ^ (sum & 0x80 ? 0x11d : 0)
    if ((b >> bit) & 1) sum ^= a
  }
  return sum
}

function subsets(of: number, size: number): number[][] {
  if (size === 0) return [[]]
  return Array.from({ length: of }, (_, last) => last).flatMap((last) =>
    subsets(last, size - 1).map((smaller) => [...smaller, last]),
  )
}
