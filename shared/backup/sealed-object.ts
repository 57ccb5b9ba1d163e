import { createCipheriv, createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { HiroError } from '../errors.ts'
import { type Identity, verify } from '../identity.ts'
import { toHex } from '../ids.ts'
import type { Random } from '../random/random.ts'
import { BackupBody, BackupHeader, BackupObject } from './backup.js'
import { type BackupKey, type BackupSecrets, hkdf, isX25519PublicKey, x25519Key } from './backup-keys.ts'

export const SNAPSHOT = 1
export const LOG = 2

const FORMAT = 1
const AEAD = 'aes-256-gcm'
const TAG_LENGTH_BYTES = 16
const KEY_LENGTH_BYTES = 32
// Each object has a key of its own.
const NONCE = new Uint8Array(12)
/** Level 1: a third of the time of the default, for a tenth more bytes. */
const DEFLATE = { level: 1 }
/** Rows that one object holds, before they are deflated; one value more may come in. An object then always fits a frame, also where nothing can be deflated. */
export const BODY_BYTES_TARGET = 512 * 1024
/** What a body may come to when it is inflated: what is larger was not made by Hiro. */
const BODY_BYTES_MAX = 2 * 1024 * 1024
const LABEL = Buffer.from('hiro/backup/1\0')

export type HeaderOf = Omit<BackupHeader, 'format' | 'recipient' | 'ephemeral' | 'reader' | 'sealedDigest'>

export interface MadeObject {
  readonly name: string
  readonly bytes: Uint8Array
  readonly header: BackupHeader
  /** SHA-256 of the header, for the next of its series. */
  readonly digest: Uint8Array
}

export interface Sealing {
  readonly key: BackupKey
  readonly coordinator: Identity
  readonly random: Random
}

/** Seals a body to the vault's public key and signs it: whoever makes it cannot open it any more. */
export function sealObject({ key, coordinator, random }: Sealing, of: HeaderOf, body: BackupBody): MadeObject {
  const ephemeral = x25519Key(random.bytes(KEY_LENGTH_BYTES))
  const sealKey = objectKey(ephemeral.agree(key.recipient), ephemeral.publicKey, key.recipient)
  const cipher = createCipheriv(AEAD, sealKey, NONCE, { authTagLength: TAG_LENGTH_BYTES })
  cipher.setAAD(LABEL)
  const plain = deflateRawSync(BackupBody.encode(body), DEFLATE)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  const header = {
    ...of,
    format: FORMAT,
    recipient: key.recipient,
    ephemeral: ephemeral.publicKey,
    reader: key.reader,
    sealedDigest: sha256(sealed),
  }
  const headerBytes = BackupHeader.encode(header)
  const signed = Buffer.concat([LABEL, headerBytes])
  const proof = hmac(key.proof, signed)
  const bytes = BackupObject.encode({ header: headerBytes, sealed, signature: coordinator.sign(signed), proof })
  const digest = sha256(headerBytes)
  return { name: nameOf(header, digest), bytes, header, digest }
}

export interface ReadObject {
  readonly name: string
  readonly header: BackupHeader
  readonly digest: Uint8Array
  readonly object: BackupObject
}

/** Takes an object apart, without any key. Throws `integrity` (its sealed bytes are not those of its header, or it is none), `version-unknown`. */
export function readObject(bytes: Uint8Array): ReadObject {
  const { object, header } = decode(bytes)
  if (header.format !== FORMAT) {
    throw new HiroError('version-unknown', `a backup of format ${header.format}; this Hiro knows ${FORMAT}`)
  }
  if (!same(header.sealedDigest, sha256(object.sealed))) throw new HiroError('integrity', 'a damaged backup object')
  const digest = sha256(object.header)
  return { name: nameOf(header, digest), header, digest, object }
}

/** Whether this coordinator (a peer id) made it. */
export function isSignedBy({ object }: ReadObject, coordinator: string): boolean {
  return verify(coordinator, Buffer.concat([LABEL, object.header]), object.signature)
}

/** Whether it was made for this vault, by a coordinator that one of its clients spoke to. */
export function isFor({ header, object }: ReadObject, { key }: BackupSecrets): boolean {
  return (
    same(header.recipient, key.recipient) && same(object.proof, hmac(key.proof, Buffer.concat([LABEL, object.header])))
  )
}

/** Throws `integrity` unless it is for this vault, and opens. */
export function openObject(read: ReadObject, secrets: BackupSecrets): BackupBody {
  const { header, object, name } = read
  const { key, recipient } = secrets
  const damaged = (why: string): HiroError => new HiroError('integrity', `backup object ${name}: ${why}`)
  if (!isFor(read, secrets)) throw damaged('it was not made for this vault by a coordinator that it knows')
  if (!isX25519PublicKey(header.ephemeral) || object.sealed.byteLength < TAG_LENGTH_BYTES) throw damaged('malformed')
  const at = object.sealed.byteLength - TAG_LENGTH_BYTES
  try {
    const sealKey = objectKey(recipient.agree(header.ephemeral), header.ephemeral, key.recipient)
    const decipher = createDecipheriv(AEAD, sealKey, NONCE, { authTagLength: TAG_LENGTH_BYTES })
    decipher.setAAD(LABEL)
    decipher.setAuthTag(object.sealed.subarray(at))
    const plain = Buffer.concat([decipher.update(object.sealed.subarray(0, at)), decipher.final()])
    return BackupBody.decode(inflateRawSync(plain, { maxOutputLength: BODY_BYTES_MAX }))
  } catch (cause) {
    throw new HiroError('integrity', `backup object ${name}: it does not open`, { cause })
  }
}

const KINDS: Readonly<Record<number, string>> = { [SNAPSHOT]: 'snapshot', [LOG]: 'log' }
const NAME = /^(snapshot|log)-([0-9a-f]{4})-([0-9a-f]{16})-([0-9a-f]{8})-([0-9a-f]{16})$/

/** What a name says: enough to know what is there without reading it. */
export interface ObjectName {
  readonly kind: number
  readonly epoch: number
  readonly series: string
  readonly number: number
}

/** `undefined`: not the name of a backup object. */
export function parseName(name: string): ObjectName | undefined {
  const [, kind, epoch = '', series = '', number = ''] = NAME.exec(name) ?? []
  if (kind === undefined) return undefined
  return {
    kind: kind === 'log' ? LOG : SNAPSHOT,
    epoch: Number.parseInt(epoch, 16),
    series,
    number: Number.parseInt(number, 16),
  }
}

function nameOf({ kind, epoch, series, number }: BackupHeader, digest: Uint8Array): string {
  const parts = [KINDS[kind] ?? 'unknown', hex(epoch, 4), toHex(series), hex(number, 8), toHex(digest).slice(0, 16)]
  const name = parts.join('-')
  if (parseName(name) === undefined) throw new HiroError('integrity', 'a backup object of an unknown kind')
  return name
}

function decode(bytes: Uint8Array): { object: BackupObject; header: BackupHeader } {
  try {
    const object = BackupObject.decode(bytes)
    return { object, header: BackupHeader.decode(object.header) }
  } catch (cause) {
    throw new HiroError('integrity', 'not a backup object, or a damaged one', { cause })
  }
}

function objectKey(shared: Uint8Array, ephemeral: Uint8Array, recipient: Uint8Array): Uint8Array {
  return hkdf(shared, Buffer.concat([ephemeral, recipient]), 'hiro/backup/1/object')
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0')
}

function hmac(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac('sha256', key).update(bytes).digest())
}

function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}
