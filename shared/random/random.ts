/** Randomness as a port. The system engine is cryptographically strong; the seeded one (tests, simulator) replays from its seed. */
export interface Random {
  /** `length` fresh random bytes, owned by the caller. */
  bytes(length: number): Uint8Array<ArrayBuffer>
  /** A whole number in [0, below), every one equally likely. `below` in 1 … 2^32. */
  below(below: number): number
}
