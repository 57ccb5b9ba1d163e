import { IN_HEADER_BYTES } from './constants.ts'

/** A field as it lies in a request. */
export const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}
export const u64 = (value: number | bigint): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)))
  return bytes
}
export const text = (value: string): Buffer => Buffer.from(`${value}\0`)
export const zeros = (lengthBytes: number): Buffer => Buffer.alloc(lengthBytes)

export interface RawHeader {
  readonly opcode: number
  readonly unique?: number | bigint
  readonly inode?: number | bigint
  readonly uid?: number
  readonly gid?: number
  readonly pid?: number
}

export function rawRequest(header: RawHeader, ...fields: readonly Uint8Array[]): Buffer {
  const { opcode, unique = 2, inode = 1, uid = 1000, gid = 100, pid = 4711 } = header
  const body = Buffer.concat(fields)
  const front = [u32(IN_HEADER_BYTES + body.byteLength), u32(opcode), u64(unique), u64(inode), u32(uid), u32(gid)]
  return Buffer.concat([...front, u32(pid), u32(0), body])
}

export interface RawReply {
  readonly error: number
  readonly unique: bigint
  readonly body: Buffer
}

export function parseReply(reply: Uint8Array): RawReply {
  const bytes = Buffer.from(reply)
  if (bytes.readUInt32LE(0) !== bytes.byteLength) throw new Error(`a reply of ${bytes.byteLength} bytes lies about it`)
  return { error: bytes.readInt32LE(4), unique: bytes.readBigUInt64LE(8), body: bytes.subarray(16) }
}
