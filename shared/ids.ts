/** Ids are 16 random bytes, 32 hex digits in keys and messages to people; the wire carries the bytes. */
export const ID_LENGTH_BYTES = 16

import { HiroError } from './errors.ts'
import type { Random } from './random/random.ts'

/** The folder that everything is under. */
export const ROOT_ID = '0'.repeat(ID_LENGTH_BYTES * 2)

export function newId(random: Random): string {
  return toHex(random.bytes(ID_LENGTH_BYTES))
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}

export function fromHex(hex: string): Uint8Array {
  return Buffer.from(hex, 'hex')
}

/** For ids that come from outside. Throws `bad-frame`. */
export function idFromBytes(bytes: Uint8Array): string {
  if (bytes.byteLength !== ID_LENGTH_BYTES)
    throw new HiroError('bad-frame', `an id has ${ID_LENGTH_BYTES} bytes, not ${bytes.byteLength}`)
  return toHex(bytes)
}
