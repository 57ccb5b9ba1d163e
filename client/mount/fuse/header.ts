import { IN_HEADER_BYTES, OUT_HEADER_BYTES } from './constants.ts'
import { u64At } from './request-reader.ts'

/** struct fuse_in_header: len u32, opcode u32, unique u64, nodeid u64, uid u32, gid u32, pid u32, extensions' length u16 (none are asked for), padding u16. */
export interface RequestHeader {
  readonly opcode: number
  /** What the answer names the request by. */
  readonly unique: bigint
  /** `undefined` for one that was never given out. */
  readonly inode: number | undefined
  readonly uid: number
  readonly gid: number
  readonly pid: number
  /** Whether as much came as the header says. */
  readonly whole: boolean
}

/** `undefined` for what is too short even to be refused. */
export function readHeader(request: Uint8Array): RequestHeader | undefined {
  if (request.byteLength < IN_HEADER_BYTES) return undefined
  const view = new DataView(request.buffer, request.byteOffset, IN_HEADER_BYTES)
  return {
    opcode: view.getUint32(4, true),
    unique: view.getBigUint64(8, true),
    inode: u64At(view, 16),
    uid: view.getUint32(24, true),
    gid: view.getUint32(28, true),
    pid: view.getUint32(32, true),
    whole: view.getUint32(0, true) === request.byteLength,
  }
}

/** struct fuse_out_header: len u32, error i32 (0 or a negative errno), unique u64; at the beginning of `reply`, which is all that is sent. */
export function writeHeader(reply: Uint8Array, unique: bigint, error: number): void {
  const view = new DataView(reply.buffer, reply.byteOffset, OUT_HEADER_BYTES)
  view.setUint32(0, reply.byteLength, true)
  view.setInt32(4, error, true)
  view.setBigUint64(8, unique, true)
}
