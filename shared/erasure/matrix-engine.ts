import type { Matrix } from './matrix.ts'

/** Multiplies a matrix of GF(2^8) with shards, place by place: what encoding and rebuilding both are. */
export interface MatrixEngine {
  /**
   * Writes into `outputs[r]` the sum of `matrix[r][c]` × `inputs[c]`. All outputs have one length; an input may be shorter, and goes on with zeros. Buffers stay the caller's, are read and written within
   * the call only, and no output may share memory with another array. Idempotent. Throws nothing but on a bug of the caller.
   */
  multiply(matrix: Matrix, inputs: readonly Uint8Array[], outputs: readonly Uint8Array[]): void
}
