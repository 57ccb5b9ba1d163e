import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import { fromHex, ID_LENGTH_BYTES } from '../../shared/ids.ts'
import type { Random } from '../../shared/random/random.ts'
import { ByteWriter } from './bytes.ts'
import { AEAD_TAG_LENGTH_BYTES, aeadKey, aeadOpen, aeadSeal, hkdf, NONCE_LENGTH_BYTES } from './primitives.ts'

/** What a record is. Never reused for another kind: it is part of the record's key. */
export type RecordLabel = 'name' | 'attributes' | 'extents' | 'head'

/** Where a record belongs. It is not in the record, but without it the record does not open: a record moved elsewhere is refused. */
export interface RecordContext {
  readonly label: RecordLabel
  /** Of files and folders, 32 hex digits each. */
  readonly ids: readonly string[]
  readonly numbers: readonly number[]
}

const VERSION = 1
const SUITE_HKDF_SHA256_AES_256_GCM = 1
const SALT_LENGTH_BYTES = 32
const HEADER_LENGTH_BYTES = 2 + SALT_LENGTH_BYTES
/** What sealing adds to the plaintext. */
export const RECORD_OVERHEAD_BYTES = HEADER_LENGTH_BYTES + AEAD_TAG_LENGTH_BYTES
const ID = /^[0-9a-f]{32}$/
/** Of each label, what a record's key and its associated data take of it. */
const LABELS: Readonly<Record<RecordLabel, { readonly bytes: Uint8Array; readonly info: Uint8Array }>> = {
  name: labelled('name'),
  attributes: labelled('attributes'),
  extents: labelled('extents'),
  head: labelled('head'),
}
// Each record has a key of its own, so the nonce need not differ.
const NONCE = new Uint8Array(NONCE_LENGTH_BYTES)

/** `plain`, sealed under a key of its own that comes from `recordsKey` and a random salt. `plain` is only read; the result belongs to the caller. */
export function sealRecord(
  recordsKey: Uint8Array,
  context: RecordContext,
  plain: Uint8Array,
  random: Random,
): Uint8Array<ArrayBuffer> {
  const salt = random.bytes(SALT_LENGTH_BYTES)
  const sealed = new Uint8Array(RECORD_OVERHEAD_BYTES + plain.byteLength)
  sealed.set([VERSION, SUITE_HKDF_SHA256_AES_256_GCM])
  sealed.set(salt, 2)
  const key = recordKey(recordsKey, salt, context.label)
  aeadSeal(aeadKey(key), NONCE, associatedData(context), plain, sealed, HEADER_LENGTH_BYTES)
  return sealed
}

/**
 * The plaintext, in a new buffer. Throws `integrity` when this is not the very record that was sealed for this context under this key, `version-unknown` for a
 * record of another format.
 */
export function openRecord(
  recordsKey: Uint8Array,
  context: RecordContext,
  sealed: Uint8Array,
): Uint8Array<ArrayBuffer> {
  if (sealed.byteLength < RECORD_OVERHEAD_BYTES) {
    throw new HiroError('integrity', `a sealed record (${context.label}) is cut short`)
  }
  const [version, suite] = sealed
  if (version !== VERSION || suite !== SUITE_HKDF_SHA256_AES_256_GCM) {
    const found = `a sealed record (${context.label}) of format version ${version}, suite ${suite}`
    throw new HiroError('version-unknown', `${found}; this Hiro knows 1, 1`)
  }
  const key = recordKey(recordsKey, sealed.subarray(2, HEADER_LENGTH_BYTES), context.label)
  const plain = new Uint8Array(sealed.byteLength - RECORD_OVERHEAD_BYTES)
  if (!aeadOpen(aeadKey(key), NONCE, associatedData(context), sealed.subarray(HEADER_LENGTH_BYTES), plain, 0)) {
    throw new HiroError('integrity', `a sealed record (${context.label}) is not what was sealed for this place`)
  }
  return plain
}

function labelled(label: RecordLabel) {
  return { bytes: Buffer.from(label, 'latin1'), info: Buffer.from(`hiro/record/${VERSION}/${label}`, 'latin1') }
}

function recordKey(recordsKey: Uint8Array, salt: Uint8Array, label: RecordLabel): Uint8Array {
  return hkdf(recordsKey, salt, LABELS[label].info)
}

/** Version, suite, and the context; every part of it is counted or of fixed length, so that two contexts never give the same bytes. */
function associatedData({ label, ids, numbers }: RecordContext): Uint8Array {
  const writer = new ByteWriter(2 + 1 + label.length + 1 + ids.length * ID_LENGTH_BYTES + 1 + numbers.length * 8)
  writer.u8(VERSION).u8(SUITE_HKDF_SHA256_AES_256_GCM)
  writer.u8(label.length).bytes(LABELS[label].bytes)
  writer.u8(ids.length)
  for (const id of ids) writer.bytes(idBytes(id))
  writer.u8(numbers.length)
  for (const number of numbers) writer.u64(number)
  return writer.finish()
}

/** The 16 bytes of an id that this process already checked. */
export function idBytes(id: string): Uint8Array {
  if (!ID.test(id)) assert.fail(`not an id: ${id}`)
  return fromHex(id)
}
