import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'

/** Fills a buffer of known size, big-endian. Crossing its end, or leaving some of it empty, is a bug of the caller. */
export class ByteWriter {
  readonly #bytes: Uint8Array<ArrayBuffer>
  readonly #view: DataView
  #at = 0

  constructor(lengthBytes: number) {
    this.#bytes = new Uint8Array(lengthBytes)
    this.#view = new DataView(this.#bytes.buffer)
  }

  u8(value: number): this {
    assert(Number.isInteger(value) && value >= 0 && value < 2 ** 8, `${value} does not fit 1 byte`)
    this.#view.setUint8(this.#advance(1), value)
    return this
  }

  u16(value: number): this {
    assert(Number.isInteger(value) && value >= 0 && value < 2 ** 16, `${value} does not fit 2 bytes`)
    this.#view.setUint16(this.#advance(2), value)
    return this
  }

  u32(value: number): this {
    assert(Number.isInteger(value) && value >= 0 && value < 2 ** 32, `${value} does not fit 4 bytes`)
    this.#view.setUint32(this.#advance(4), value)
    return this
  }

  /** 8 bytes for a whole number that a double holds exactly. */
  u64(value: number): this {
    assert(Number.isSafeInteger(value) && value >= 0, `${value} is not a whole number in 0 … 2^53 - 1`)
    this.#view.setBigUint64(this.#advance(8), BigInt(value))
    return this
  }

  /** 8 bytes, two's complement, for a whole number that a double holds exactly. */
  i64(value: number): this {
    assert(Number.isSafeInteger(value), `${value} is not a whole number within 2^53 of 0`)
    this.#view.setBigInt64(this.#advance(8), BigInt(value))
    return this
  }

  bytes(bytes: Uint8Array): this {
    this.#bytes.set(bytes, this.#advance(bytes.byteLength))
    return this
  }

  /** The buffer; it belongs to the caller. */
  finish(): Uint8Array<ArrayBuffer> {
    assert.equal(this.#at, this.#bytes.byteLength)
    return this.#bytes
  }

  #advance(lengthBytes: number): number {
    const at = this.#at
    this.#at += lengthBytes
    return at
  }
}

/**
 * Takes a buffer apart, big-endian. What does not fit throws `integrity` and names `what`: these bytes have passed a checksum or an authenticated
 * opening, so they were badly made, not badly kept.
 */
export class ByteReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #what: string
  #at = 0

  constructor(bytes: Uint8Array, what: string) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#what = what
  }

  u8(): number {
    return this.#view.getUint8(this.#advance(1))
  }

  u16(): number {
    return this.#view.getUint16(this.#advance(2))
  }

  u32(): number {
    return this.#view.getUint32(this.#advance(4))
  }

  u64(): number {
    const value = Number(this.#view.getBigUint64(this.#advance(8)))
    this.check(Number.isSafeInteger(value), 'a number is too large')
    return value
  }

  i64(): number {
    const value = Number(this.#view.getBigInt64(this.#advance(8)))
    this.check(Number.isSafeInteger(value), 'a number is too large')
    return value
  }

  /** A copy: a small record must not keep the large buffer alive that it came in. */
  bytes(lengthBytes: number): Uint8Array<ArrayBuffer> {
    const at = this.#advance(lengthBytes)
    return new Uint8Array(this.#bytes.subarray(at, at + lengthBytes))
  }

  get leftBytes(): number {
    return this.#bytes.byteLength - this.#at
  }

  check(holds: boolean, what: string): void {
    if (!holds) throw new HiroError('integrity', `${this.#what} is malformed: ${what}`)
  }

  /** Throws `version-unknown` unless the next byte is `known`. */
  version(known: number): void {
    const version = this.u8()
    if (version !== known)
      throw new HiroError('version-unknown', `${this.#what} has format version ${version}, this Hiro knows ${known}`)
  }

  end(): void {
    this.check(this.leftBytes === 0, `${this.leftBytes} bytes too many`)
  }

  #advance(lengthBytes: number): number {
    this.check(lengthBytes <= this.leftBytes, 'cut short')
    const at = this.#at
    this.#at += lengthBytes
    return at
  }
}
