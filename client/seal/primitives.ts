import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto'
import { free } from '../free.ts'

/**
 * The primitives that everything sealed is made of, and the only place that calls node:crypto. All of it is synchronous: a simulated swarm must
 * not wait on a thread pool. Keys are handed to it as key objects: bytes in their place cost it 9 µs a call, most of what sealing a small record takes.
 */
export const KEY_LENGTH_BYTES = 32
export const NONCE_LENGTH_BYTES = 12
export const AEAD_TAG_LENGTH_BYTES = 16

const AEAD = 'aes-256-gcm'
// Without it node:crypto takes shortened tags too.
const AEAD_OPTIONS = { authTagLength: AEAD_TAG_LENGTH_BYTES }

/** A key for `aeadSeal` and `aeadOpen`: made once for whatever is sealed under it, as making it costs as much as sealing a KiB. */
export type AeadKey = KeyObject

export function aeadKey(key: Uint8Array): AeadKey {
  return createSecretKey(key)
}

/** AES-256-GCM: writes the ciphertext and then the tag, `plain.byteLength + AEAD_TAG_LENGTH_BYTES` in all, to `out` from `at` on. */
export function aeadSeal(
  key: AeadKey,
  nonce: Uint8Array,
  aad: Uint8Array,
  plain: Uint8Array,
  out: Uint8Array,
  at: number,
): void {
  const cipher = createCipheriv(AEAD, key, nonce, AEAD_OPTIONS)
  cipher.setAAD(aad)
  moveInto(out, at, cipher.update(plain))
  cipher.final()
  out.set(cipher.getAuthTag(), at + plain.byteLength)
}

/**
 * Opens what `aeadSeal` wrote, to `out` from `at` on. `false`: these are not the bytes that were sealed under this key, nonce and associated data;
 * `out` then holds bytes that nobody may see.
 */
export function aeadOpen(
  key: AeadKey,
  nonce: Uint8Array,
  aad: Uint8Array,
  sealed: Uint8Array,
  out: Uint8Array,
  at: number,
): boolean {
  const length = sealed.byteLength - AEAD_TAG_LENGTH_BYTES
  if (length < 0) return false
  const decipher = createDecipheriv(AEAD, key, nonce, AEAD_OPTIONS)
  decipher.setAAD(aad)
  decipher.setAuthTag(sealed.subarray(length))
  moveInto(out, at, decipher.update(sealed.subarray(0, length)))
  try {
    decipher.final()
  } catch {
    return false
  }
  return true
}

/** What is worth giving back by hand: a segment is, a record is not. */
const FREE_BYTES_MIN = 16 * 1024

/** node:crypto makes a buffer for each answer. Its memory goes to the next one at once, still in the processor's cache, and not when so much lies about that the collector looks. */
function moveInto(out: Uint8Array, at: number, bytes: Buffer): void {
  out.set(bytes, at)
  const isAlone = bytes.buffer.byteLength === bytes.byteLength
  if (isAlone && bytes.byteLength >= FREE_BYTES_MIN) free(bytes)
}

/** Of keys that many others are made of, as long as anybody has them: made once, as each costs as much as the rest of a call. */
const keyObjects = new WeakMap<Uint8Array, KeyObject>()

function keyObjectOf(key: Uint8Array): KeyObject {
  const known = keyObjects.get(key)
  if (known !== undefined) return known
  const made = createSecretKey(key)
  keyObjects.set(key, made)
  return made
}

/** HKDF (RFC 5869) with SHA-256: 32 bytes. The bytes of `inputKey` do not change as long as it is used. */
export function hkdf(inputKey: Uint8Array, salt: Uint8Array, info: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdfSync('sha256', keyObjectOf(inputKey), salt, info, KEY_LENGTH_BYTES))
}

/** HMAC-SHA256 over the parts, one after the other: 32 bytes. The bytes of `key` do not change as long as it is used. */
export function hmac(key: Uint8Array, ...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const mac = createHmac('sha256', keyObjectOf(key))
  for (const part of parts) mac.update(part)
  return new Uint8Array(mac.digest())
}

export function sha256(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

/** In a time that does not tell where they differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}
