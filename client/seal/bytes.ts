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
    if (value >>> 0 !== value || value >= 2 ** 8) misfit(value, 1)
    this.#view.setUint8(this.#advance(1), value)
    return this
  }

  u16(value: number): this {
    if (value >>> 0 !== value || value >= 2 ** 16) misfit(value, 2)
    this.#view.setUint16(this.#advance(2), value)
    return this
  }

  u32(value: number): this {
    if (value >>> 0 !== value) misfit(value, 4)
    this.#view.setUint32(this.#advance(4), value)
    return this
  }

  /** 8 bytes for a whole number that a double holds exactly. */
  u64(value: number): this {
    if (!Number.isSafeInteger(value) || value < 0) misfit(value, 8)
    return this.#halves(value)
  }

  /** 8 bytes, two's complement, for a whole number that a double holds exactly. */
  i64(value: number): this {
    if (!Number.isSafeInteger(value)) misfit(value, 8)
    return this.#halves(value)
  }

  bytes(bytes: Uint8Array): this {
    this.#bytes.set(bytes, this.#advance(bytes.byteLength))
    return this
  }

  /** The buffer; it belongs to the caller. */
  finish(): Uint8Array<ArrayBuffer> {
    assert(this.#at === this.#bytes.byteLength)
    return this.#bytes
  }

  /** Without big integers, which are objects. */
  #halves(value: number): this {
    const at = this.#advance(8)
    this.#view.setInt32(at, Math.floor(value / 2 ** 32))
    this.#view.setUint32(at + 4, value >>> 0)
    return this
  }

  #advance(lengthBytes: number): number {
    const at = this.#at
    this.#at += lengthBytes
    return at
  }
}

function misfit(value: number, lengthBytes: number): never {
  assert.fail(`${value} does not fit ${lengthBytes} bytes exactly`)
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
    const at = this.#advance(8)
    const value = this.#view.getUint32(at) * 2 ** 32 + this.#view.getUint32(at + 4)
    this.check(Number.isSafeInteger(value), 'a number is too large')
    return value
  }

  i64(): number {
    const at = this.#advance(8)
    const value = this.#view.getInt32(at) * 2 ** 32 + this.#view.getUint32(at + 4)
    this.check(Number.isSafeInteger(value), 'a number is too large')
    return value
  }

  /** A copy: a small record must not keep the large buffer alive that it came in. */
  bytes(lengthBytes: number): Uint8Array<ArrayBuffer> {
    const at = this.#advance(lengthBytes)
    return new Uint8Array(this.#bytes.subarray(at, at + lengthBytes))
  }

  /** All that is left is zeros. */
  padding(): void {
    for (; this.#at < this.#bytes.byteLength; this.#at++) this.check(this.#bytes[this.#at] === 0, 'padding')
  }

  get leftBytes(): number {
    return this.#bytes.byteLength - this.#at
  }

  check(holds: boolean, what: string): void {
    if (!holds) throw new HiroError('integrity', `${this.#what} is malformed: ${what}`)
  }

  /** The next byte. Throws `version-unknown` unless it is one of `known`. */
  version(...known: readonly number[]): number {
    const version = this.u8()
    if (!known.includes(version)) {
      const message = `${this.#what} has format version ${version}, this Hiro knows ${known.join(' and ')}`
      throw new HiroError('version-unknown', message)
    }
    return version
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
