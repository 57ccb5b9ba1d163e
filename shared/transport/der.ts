import { HiroError } from '../errors.ts'

/** As much of ASN.1's distinguished encoding as a certificate needs. */

export const DER = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectId: 0x06,
  utf8String: 0x0c,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  boolean: 0x01,
} as const

/** `[n] { … }` */
export function context(number: number): number {
  return 0xa0 | number
}

export function encode(tag: number, ...contents: Uint8Array[]): Buffer {
  const body = Buffer.concat(contents)
  if (body.byteLength < 0x80) return Buffer.concat([Buffer.from([tag, body.byteLength]), body])
  const length = Buffer.from(body.byteLength.toString(16).padStart(4, '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | length.byteLength]), length, body])
}

/** Arcs as in `1.2.840.10045`. */
export function objectId(text: string): Buffer {
  const [first = 0, second = 0, ...arcs] = text.split('.').map(Number)
  return encode(DER.objectId, Buffer.from([40 * first + second, ...arcs.flatMap(base128)]))
}

function base128(arc: number): number[] {
  const digits = [arc & 0x7f]
  for (let left = arc >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80)
  return digits
}

export interface Element {
  readonly tag: number
  readonly contents: Buffer
}

/** The elements that follow each other in `bytes`, from end to end. Throws `bad-frame`. */
export function decode(bytes: Buffer): Element[] {
  const elements: Element[] = []
  for (let at = 0; at < bytes.byteLength; ) {
    const [tag = 0, first = 0] = bytes.subarray(at, at + 2)
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f
    const from = at + 2 + lengthBytes
    if (lengthBytes > 3 || from > bytes.byteLength) throw malformed()
    const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes)
    if (first === 0x80 || from + length > bytes.byteLength) throw malformed()
    elements.push({ tag, contents: bytes.subarray(from, from + length) })
    at = from + length
  }
  return elements
}

function malformed(): HiroError {
  return new HiroError('bad-frame', 'this is no certificate')
}
