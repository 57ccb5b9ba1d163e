import { closeSync, openSync, readSync } from 'node:fs'
import { HiroError } from '../errors.ts'
import type { SqliteOptions } from './sqlite-messages.ts'

const HEADER_BYTES = 100
/** The largest page does not fit the field and is written as 1. */
const PAGE_BYTES_MAX = 65_536

/**
 * What the header of each of our files says, https://sqlite.org/fileformat2.html#the_database_header: SQLite believes other values as well and then reads, or writes,
 * another kind of file, or none.
 */
const ALWAYS: readonly (readonly [at: number, bytes: Buffer, what: string])[] = [
  [0, Buffer.from('SQLite format 3\0', 'latin1'), 'magic'],
  [20, Buffer.of(0, 64, 32, 32), 'space reserved in pages, fractions'],
  [44, Buffer.of(0, 0, 0, 4), 'format of the schema'],
  [48, Buffer.alloc(8), 'cache and vacuum'],
  [56, Buffer.of(0, 0, 0, 1), 'encoding of text'],
  [64, Buffer.alloc(4), 'vacuum'],
  [72, Buffer.alloc(20), 'what is reserved'],
]

/** The size of the file's pages. Before SQLite opens the file: closing any descriptor of it would drop SQLite's locks. Throws `options.damaged`. */
export function checkHeader(path: string, options: SqliteOptions): { pageBytes: number } {
  const header = Buffer.alloc(HEADER_BYTES)
  const file = openSync(path, 'r')
  try {
    if (readSync(file, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) {
      throw new HiroError(options.damaged, `${path} is empty or cut`)
    }
  } finally {
    closeSync(file)
  }
  for (const [at, bytes, what] of ALWAYS) {
    if (header.compare(bytes, 0, bytes.byteLength, at, at + bytes.byteLength) !== 0) {
      throw new HiroError(options.damaged, `${path}: its header is damaged (${what})`)
    }
  }
  // Of reading and of writing: a new file has 1, until its first opening gives it a log.
  const [reads, writes] = header.subarray(18, 20)
  if (reads !== writes || (reads !== 1 && reads !== 2)) {
    throw new HiroError(options.damaged, `${path}: its header is damaged (formats of reading and writing)`)
  }
  const field = header.readUInt16BE(16)
  return { pageBytes: field === 1 ? PAGE_BYTES_MAX : field }
}
