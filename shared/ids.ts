/** Ids are 16 bytes, 32 hex digits in keys and messages to people; the wire carries the bytes. */
export const ID_LENGTH_BYTES = 16

import type { Clock } from './clock/clock.ts'
import { HiroError } from './errors.ts'
import type { Random } from './random/random.ts'

/** The folder that everything is under. */
export const ROOT_ID = '0'.repeat(ID_LENGTH_BYTES * 2)

export function newId(random: Random): string {
  return toHex(random.bytes(ID_LENGTH_BYTES))
}

/**
 * Of a file or folder: it begins with the second it was made in (4 bytes, wrapping in 2106), so that what is made together lies together in the coordinator's metadata: ids that
 * are spread over all of it cost a page of the disk each. Nothing is taken from the time; a wrong clock costs only the nearness.
 */
export function newInodeId({ random, clock }: { readonly random: Random; readonly clock: Clock }): string {
  const second = Math.floor(Math.max(0, clock.now()) / 1000) % 2 ** 32
  return second.toString(16).padStart(8, '0') + toHex(random.bytes(ID_LENGTH_BYTES - 4))
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
