import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import type { Random } from '../../shared/random/random.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import type { Keys } from './keys.ts'
import { openRecord, type RecordContext, sealRecord } from './records.ts'

/** What is kept of a file or folder beside its name and contents. */
export interface Attributes {
  /** Permission bits alone, at most 0o7777. */
  readonly mode: number
  /** Of the contents, since the Unix epoch, also before it. A fraction of a millisecond is cut off. */
  readonly mtimeMs: number
  /** What a newer Hiro wrote and this one may ignore. Give it back when you change the rest, or it is lost. */
  readonly others?: readonly AttributeField[]
}

export interface AttributeField {
  readonly number: number
  readonly value: Uint8Array
}

const VERSION = 1
// Field numbers are literals and never reused. 0 is padding; a reader that does not know one below 128 ignores it, and refuses the record for one from 128 on.
const FIELD_PADDING = 0
const FIELD_MODE = 1
const FIELD_MTIME_MS = 2
const FIELD_MUST_BE_KNOWN = 128
/** The plaintext is padded to a multiple of this, so that its length tells little. */
const BUCKET_BYTES = 64
const MODE_MAX = 0o7777

/** Bound to the file or folder `inode`. */
export function sealAttributes(keys: Keys, inode: string, attributes: Attributes, random: Random): Uint8Array {
  return sealRecord(keys.records, contextOf(inode), encode(attributes), random)
}

/** Throws `integrity`, `version-unknown` (also for an attribute that must be understood and is not). */
export function openAttributes(keys: Keys, inode: string, sealed: Uint8Array): Attributes {
  return decode(openRecord(keys.records, contextOf(inode), sealed))
}

function contextOf(inode: string): RecordContext {
  return { label: 'attributes', ids: [inode], numbers: [] }
}

function encode({ mode, mtimeMs, others = [] }: Attributes): Uint8Array {
  assert(mode <= MODE_MAX, `mode ${mode} has more than permission bits`)
  const fields: AttributeField[] = [
    { number: FIELD_MODE, value: new ByteWriter(4).u32(mode).finish() },
    { number: FIELD_MTIME_MS, value: new ByteWriter(8).i64(Math.floor(mtimeMs)).finish() },
    ...others,
  ].toSorted((a, b) => a.number - b.number)
  const length = fields.reduce((sum, { value }) => sum + 3 + value.byteLength, 1)
  const padded = Math.ceil(length / BUCKET_BYTES) * BUCKET_BYTES
  const writer = new ByteWriter(padded).u8(VERSION)
  let above = FIELD_PADDING
  for (const { number, value } of fields) {
    assert(number > above, `attribute ${number} twice, or none`)
    above = number
    writer.u8(number).u16(value.byteLength).bytes(value)
  }
  return writer.bytes(new Uint8Array(padded - length)).finish()
}

function decode(plain: Uint8Array): Attributes {
  const reader = new ByteReader(plain, 'an attributes record')
  reader.version(VERSION)
  let mode: number | undefined
  let mtimeMs: number | undefined
  const others: AttributeField[] = []
  let above = FIELD_PADDING
  while (reader.leftBytes > 0) {
    const number = reader.u8()
    if (number === FIELD_PADDING) break
    reader.check(number > above, 'a field twice, or out of order')
    above = number
    const value = reader.bytes(reader.u16())
    if (number === FIELD_MODE) mode = whole(value, (field) => field.u32())
    else if (number === FIELD_MTIME_MS) mtimeMs = whole(value, (field) => field.i64())
    else if (number < FIELD_MUST_BE_KNOWN) others.push({ number, value })
    else
      throw new HiroError('version-unknown', `attribute ${number} must be understood, and this Hiro does not know it`)
  }
  reader.padding()
  if (mode === undefined || mode > MODE_MAX || mtimeMs === undefined) {
    throw new HiroError('integrity', 'an attributes record is malformed: no valid mode or time')
  }
  return others.length > 0 ? { mode, mtimeMs, others } : { mode, mtimeMs }
}

function whole(value: Uint8Array, read: (field: ByteReader) => number): number {
  const field = new ByteReader(value, 'an attribute')
  const number = read(field)
  field.end()
  return number
}
