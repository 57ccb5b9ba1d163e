import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import { SEALED_ATTRIBUTES_BYTES_MAX } from '../../shared/limits.ts'
import type { Random } from '../../shared/random/random.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import type { Keys } from './keys.ts'
import { openRecord, RECORD_OVERHEAD_BYTES, type RecordContext, sealRecord } from './records.ts'
import { textOf } from './text.ts'
import { decodeXattrs, encodeXattrs, type Xattrs, xattrsFault } from './xattrs.ts'

/** What is kept of a file or folder beside its name and contents. */
export interface Attributes {
  /** Permission bits alone, at most 0o7777. */
  readonly mode: number
  /** Of the contents, since the Unix epoch, also before it. A fraction of a millisecond is cut off. */
  readonly mtimeMs: number
  /** Nanoseconds that it was later than `mtimeMs`, up to 999,999; 0 unless given. */
  readonly mtimeNanos?: number
  /** By number; whoever looks unless given. */
  readonly uid?: number
  readonly gid?: number
  readonly xattrs?: Xattrs
  /** It is a symbolic link, with this target. */
  readonly link?: string
  /** It was made as an empty file that never had content. Says nothing once there is a version. */
  readonly fresh?: true
  /** What a newer Hiro wrote and this one may ignore. Give it back when you change the rest, or it is lost. */
  readonly others?: readonly AttributeField[]
}

export interface AttributeField {
  readonly number: number
  readonly value: Uint8Array
}

export const FILE_MODE_DEFAULT = 0o644
/** Of a symbolic link, as Linux has it. */
export const LINK_TARGET_BYTES_MAX = 4095

const VERSION = 1
// Field numbers are literals and never reused. 0 is padding; a reader that does not know one below 128 ignores it, and refuses the record for one from 128 on.
const FIELD_PADDING = 0
const FIELD_MODE = 1
const FIELD_MTIME_MS = 2
const FIELD_MTIME_NANOS = 3
const FIELD_UID = 4
const FIELD_GID = 5
const FIELD_XATTRS = 6
const FIELD_MUST_BE_KNOWN = 128
const FIELD_LINK = 128
const FIELD_FRESH = 129
/** The plaintext is padded to a multiple of this, so that its length tells little. */
const BUCKET_BYTES = 64
const PLAIN_BYTES_MAX = SEALED_ATTRIBUTES_BYTES_MAX - RECORD_OVERHEAD_BYTES
const MODE_MAX = 0o7777
const NANOS_MAX = 999_999
const OWNER_MAX = 2 ** 32 - 1

/** Why these cannot be kept; `undefined` when they can. */
export function attributesFault(attributes: Attributes): string | undefined {
  const fault = faultOf(attributes)
  if (fault !== undefined) return fault
  const bytes = paddedLength(fieldsOf(attributes))
  return bytes > PLAIN_BYTES_MAX ? `attributes take at most ${PLAIN_BYTES_MAX} bytes, not ${bytes}` : undefined
}

/** Of each by itself. */
function faultOf({ mode, mtimeMs, mtimeNanos = 0, uid = 0, gid = 0, xattrs, link }: Attributes): string | undefined {
  if (!isWhole(mode, MODE_MAX)) return `mode ${mode} has more than permission bits`
  if (!Number.isSafeInteger(Math.floor(mtimeMs))) return `${mtimeMs} is no time`
  if (!isWhole(mtimeNanos, NANOS_MAX)) return `${mtimeNanos} nanoseconds are no part of a millisecond`
  if (!isWhole(uid, OWNER_MAX) || !isWhole(gid, OWNER_MAX)) return `no owner has the number ${uid} or ${gid}`
  return (xattrs && xattrsFault(xattrs)) ?? (link === undefined ? undefined : targetFault(link))
}

/** Bound to the file or folder `inode`. What has a fault is a bug of the caller. */
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

function encode(attributes: Attributes): Uint8Array {
  const fault = faultOf(attributes)
  assert(fault === undefined, fault)
  const fields = fieldsOf(attributes)
  const padded = paddedLength(fields)
  assert(padded <= PLAIN_BYTES_MAX, `attributes of ${padded} bytes`)
  const writer = new ByteWriter(padded).u8(VERSION)
  let above = FIELD_PADDING
  for (const { number, value } of fields) {
    assert(number > above, `attribute ${number} twice, or none`)
    above = number
    writer.u8(number).u16(value.byteLength).bytes(value)
  }
  return writer.bytes(new Uint8Array(padded - lengthOf(fields))).finish()
}

/** In ascending order. */
function fieldsOf(attributes: Attributes): AttributeField[] {
  const { mode, mtimeMs, mtimeNanos = 0, uid, gid, xattrs, link, fresh, others = [] } = attributes
  const number = (field: number, value: number | undefined): AttributeField[] =>
    value === undefined ? [] : [{ number: field, value: new ByteWriter(4).u32(value).finish() }]
  return [
    ...number(FIELD_MODE, mode),
    { number: FIELD_MTIME_MS, value: new ByteWriter(8).i64(Math.floor(mtimeMs)).finish() },
    ...number(FIELD_MTIME_NANOS, mtimeNanos === 0 ? undefined : mtimeNanos),
    ...number(FIELD_UID, uid),
    ...number(FIELD_GID, gid),
    ...(xattrs && xattrs.size > 0 ? [{ number: FIELD_XATTRS, value: encodeXattrs(xattrs) }] : []),
    ...(link === undefined ? [] : [{ number: FIELD_LINK, value: Buffer.from(link) }]),
    ...(fresh ? [{ number: FIELD_FRESH, value: new Uint8Array() }] : []),
    ...others,
  ].toSorted((a, b) => a.number - b.number)
}

function lengthOf(fields: readonly AttributeField[]): number {
  return fields.reduce((sum, { value }) => sum + 3 + value.byteLength, 1)
}

function paddedLength(fields: readonly AttributeField[]): number {
  return Math.ceil(lengthOf(fields) / BUCKET_BYTES) * BUCKET_BYTES
}

function decode(plain: Uint8Array): Attributes {
  const reader = new ByteReader(plain, 'an attributes record')
  reader.version(VERSION)
  const known: { -readonly [Name in keyof Attributes]?: Attributes[Name] } = {}
  const others: AttributeField[] = []
  let above = FIELD_PADDING
  while (reader.leftBytes > 0) {
    const number = reader.u8()
    if (number === FIELD_PADDING) break
    reader.check(number > above, 'a field twice, or out of order')
    above = number
    const value = reader.bytes(reader.u16())
    if (number === FIELD_MODE) known.mode = u32(value)
    else if (number === FIELD_MTIME_MS) known.mtimeMs = whole(value, (field) => field.i64())
    else if (number === FIELD_MTIME_NANOS) known.mtimeNanos = u32(value)
    else if (number === FIELD_UID) known.uid = u32(value)
    else if (number === FIELD_GID) known.gid = u32(value)
    else if (number === FIELD_XATTRS) known.xattrs = decodeXattrs(value)
    else if (number === FIELD_LINK) known.link = textOf(value, 'the target of a link')
    else if (number === FIELD_FRESH) known.fresh = whole(value, () => true)
    else if (number < FIELD_MUST_BE_KNOWN) others.push({ number, value })
    else
      throw new HiroError('version-unknown', `attribute ${number} must be understood, and this Hiro does not know it`)
  }
  reader.padding()
  const { mode, mtimeMs } = known
  if (mode === undefined || mtimeMs === undefined) {
    throw new HiroError('integrity', 'an attributes record is malformed: no mode or no time')
  }
  const attributes = { ...known, mode, mtimeMs, ...(others.length > 0 && { others }) }
  const fault = faultOf(attributes)
  if (fault !== undefined) throw new HiroError('integrity', `an attributes record is malformed: ${fault}`)
  return attributes
}

function u32(value: Uint8Array): number {
  return whole(value, (field) => field.u32())
}

function whole<T>(value: Uint8Array, read: (field: ByteReader) => T): T {
  const field = new ByteReader(value, 'an attribute')
  const result = read(field)
  field.end()
  return result
}

function isWhole(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most
}

function targetFault(target: string): string | undefined {
  const length = Buffer.byteLength(target)
  if (length === 0 || length > LINK_TARGET_BYTES_MAX)
    return `the target of a link has 1 to ${LINK_TARGET_BYTES_MAX} bytes, not ${length}`
  if (target.includes('\0') || !target.isWellFormed()) return 'the target of a link is UTF-8 without NUL'
  return undefined
}
