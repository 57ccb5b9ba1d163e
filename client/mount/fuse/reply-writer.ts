import { OUT_HEADER_BYTES } from './constants.ts'

/** Puts together what is sent: room for the header, then one field after the other; what is skipped is zero. */
export class ReplyWriter {
  readonly bytes: Uint8Array
  readonly #view: DataView
  #at = OUT_HEADER_BYTES

  constructor(bodyLengthBytes: number) {
    this.bytes = new Uint8Array(OUT_HEADER_BYTES + bodyLengthBytes)
    this.#view = new DataView(this.bytes.buffer)
  }

  /** As much of `bytes` as was written. */
  get written(): Uint8Array {
    return this.bytes.subarray(0, this.#at)
  }

  get leftBytes(): number {
    return this.bytes.byteLength - this.#at
  }

  u16(value: number): this {
    this.#view.setUint16(this.#at, value, true)
    return this.skip(2)
  }

  u32(value: number): this {
    this.#view.setUint32(this.#at, value, true)
    return this.skip(4)
  }

  /** `value` is a whole number of at most 2^53 - 1. */
  u64(value: number): this {
    return this.u32(value % 2 ** 32).u32(Math.floor(value / 2 ** 32))
  }

  signed(value: bigint): this {
    this.#view.setBigInt64(this.#at, value, true)
    return this.skip(8)
  }

  skip(lengthBytes: number): this {
    this.#at += lengthBytes
    return this
  }

  raw(bytes: Uint8Array): this {
    this.bytes.set(bytes, this.#at)
    return this.skip(bytes.byteLength)
  }
}
