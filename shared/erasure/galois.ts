/**
 * GF(2^8) as bytes, by the polynomial x^8 + x^4 + x^3 + x^2 + 1 (0x11d), in which 2 generates every element but 0: the field of RAID 6, of SnapRAID and of ISA-L
 * (H. P. Anvin, "The mathematics of RAID-6"). Adding and subtracting are both XOR.
 */
export const POLYNOMIAL = 0x11d

const ORDER = 255
/** 2^n for n in 0 … 509, so that the sum of two logarithms needs no remainder. */
const powers = new Uint8Array(2 * ORDER)
const logarithms = new Uint8Array(ORDER + 1)

let power = 1
for (let exponent = 0; exponent < ORDER; exponent++) {
  powers[exponent] = power
  powers[exponent + ORDER] = power
  logarithms[power] = exponent
  power = power < 128 ? power << 1 : (power << 1) ^ POLYNOMIAL
}

export function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (powers[(logarithms[a] as number) + (logarithms[b] as number)] as number)
}

/** `a` must not be 0. */
export function inverse(a: number): number {
  return powers[ORDER - (logarithms[a] as number)] as number
}

/** 2^exponent, for any whole exponent. */
export function powerOfTwo(exponent: number): number {
  return powers[((exponent % ORDER) + ORDER) % ORDER] as number
}
