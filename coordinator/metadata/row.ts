import { hash } from 'node:crypto'
import type { Revision } from './metadata-store.ts'

const CHECKSUM_BYTES = 6

/** The value of the row that holds the newest revision. */
export const NOTHING = new Uint8Array()

/** As it comes from the file, where anything may be anything. */
export interface Row {
  readonly key: string
  readonly revision: Revision
  readonly checksum: number
  readonly value: Uint8Array
}

/** Whether the row is what was written. */
export function isWhole({ key, revision, checksum, value }: Row): boolean {
  const typed =
    typeof key === 'string' && Number.isSafeInteger(revision) && revision >= 0 && value instanceof Uint8Array
  return typed && checksumOf(key, revision, value) === checksum
}

/**
 * Over key, revision and value. Cut from SHA-256 and not a CRC: rows are alike, and a CRC, being linear, can miss what moves equal differences between them. 48
 * bits are exact in a double, so a row is read without a BigInt; damage passes for whole once in 2^48.
 *
 *     bytes hashed: u32 length of the key · key (ASCII) · u64 revision · value      numbers big-endian
 */
export function checksumOf(key: string, revision: Revision, value: Uint8Array): number {
  const bytes = Buffer.allocUnsafe(12 + key.length + value.byteLength)
  bytes.writeUInt32BE(key.length, 0)
  bytes.write(key, 4, 'latin1')
  bytes.writeBigUInt64BE(BigInt(revision), 4 + key.length)
  bytes.set(value, 12 + key.length)
  return hash('sha256', bytes, 'buffer').readUIntBE(0, CHECKSUM_BYTES)
}
