import { ByteReader, ByteWriter } from './bytes.ts'
import { textOf } from './text.ts'

/** Extended attributes of a file or folder, by name. Nothing is made of what they mean. */
export type Xattrs = ReadonlyMap<string, Uint8Array>

export const XATTRS_MAX = 64
export const XATTR_NAME_BYTES_MAX = 255
/** Names and values of one file or folder together; ext4 keeps half as much. */
export const XATTRS_BYTES_MAX = 8 * 1024

const FIXED_LENGTH_BYTES = 1 + 2

/** Why these cannot be kept; `undefined` when they can. */
export function xattrsFault(xattrs: Xattrs): string | undefined {
  if (xattrs.size > XATTRS_MAX) return `${xattrs.size} extended attributes are more than ${XATTRS_MAX}`
  let bytes = 0
  for (const [name, value] of xattrs) {
    const length = Buffer.byteLength(name)
    if (length === 0 || length > XATTR_NAME_BYTES_MAX)
      return `the name of an extended attribute has 1 to ${XATTR_NAME_BYTES_MAX} bytes, not ${length}`
    if (name.includes('\0') || !name.isWellFormed()) return 'the name of an extended attribute is UTF-8 without NUL'
    bytes += length + value.byteLength
  }
  if (bytes > XATTRS_BYTES_MAX)
    return `extended attributes take at most ${XATTRS_BYTES_MAX} bytes with their names, not ${bytes}`
  return undefined
}

/** In the order of the names' bytes, whatever the order in the map. */
export function encodeXattrs(xattrs: Xattrs): Uint8Array {
  const pairs = Array.from(xattrs, ([name, value]) => ({ name: Buffer.from(name), value }))
  pairs.sort((a, b) => Buffer.compare(a.name, b.name))
  const length = pairs.reduce((sum, { name, value }) => sum + FIXED_LENGTH_BYTES + name.length + value.byteLength, 0)
  const writer = new ByteWriter(length)
  for (const { name, value } of pairs) writer.u8(name.length).bytes(name).u16(value.byteLength).bytes(value)
  return writer.finish()
}

/** Throws `integrity`. */
export function decodeXattrs(field: Uint8Array): Xattrs {
  const reader = new ByteReader(field, 'a list of extended attributes')
  const xattrs = new Map<string, Uint8Array>()
  let above: Uint8Array = new Uint8Array()
  while (reader.leftBytes > 0) {
    const name = reader.bytes(reader.u8())
    reader.check(Buffer.compare(name, above) > 0, 'a name twice, out of order, or empty')
    above = name
    xattrs.set(textOf(name, 'the name of an extended attribute'), reader.bytes(reader.u16()))
  }
  const fault = xattrsFault(xattrs)
  reader.check(xattrs.size > 0 && fault === undefined, fault ?? 'nothing in it')
  return xattrs
}
