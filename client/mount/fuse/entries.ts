import type { Attributes, Entry, FreshAttributes } from '../node.ts'
import { modeOfKind } from './constants.ts'
import { ReplyWriter } from './reply-writer.ts'

export const ENTRY_BYTES = 128
const ATTRIBUTES_BYTES = 104
const BLOCK_BYTES = 512
/** What programs read and write at once who ask (cp, buffered writers): each of these is a turn through this process. Larger: fewer turns, more memory in them. */
const PREFERRED_IO_BYTES = 128 * 1024
const NS_PER_S = 1_000_000_000n
const MS_PER_S = 1000
const NS_PER_MS = 1_000_000

/** struct fuse_attr_out: attr_valid u64 s, attr_valid_nsec u32, dummy u32, fuse_attr. */
export function attributesReply({ attributes, attributesTimeoutMs }: FreshAttributes): Uint8Array {
  const reply = new ReplyWriter(ATTRIBUTES_BYTES)
  const timeout = timeoutOf(attributesTimeoutMs)
  reply.u64(timeout.seconds).u32(timeout.nanoseconds).skip(4)
  writeAttributes(reply, attributes)
  return reply.bytes
}

export function entryReply(entry: Entry): Uint8Array {
  const reply = new ReplyWriter(ENTRY_BYTES)
  writeEntry(reply, entry)
  return reply.bytes
}

/** The name stands for nothing, and the kernel need not ask again for so long. */
export function absentReply(timeoutMs: number): Uint8Array {
  const reply = new ReplyWriter(ENTRY_BYTES)
  const { seconds, nanoseconds } = timeoutOf(timeoutMs)
  return reply.skip(16).u64(seconds).skip(8).u32(nanoseconds).bytes
}

/** struct fuse_entry_out: nodeid u64, generation u64, entry_valid u64, attr_valid u64, entry_valid_nsec u32, attr_valid_nsec u32, fuse_attr. */
export function writeEntry(reply: ReplyWriter, entry: Entry): void {
  const name = timeoutOf(entry.entryTimeoutMs)
  const attributes = timeoutOf(entry.attributesTimeoutMs)
  reply.u64(entry.attributes.inode).u64(entry.generation).u64(name.seconds).u64(attributes.seconds)
  reply.u32(name.nanoseconds).u32(attributes.nanoseconds)
  writeAttributes(reply, entry.attributes)
}

/**
 * struct fuse_attr, 88 bytes: ino, size, blocks, atime, mtime, ctime u64; atimensec, mtimensec, ctimensec, mode, nlink, uid, gid, rdev, blksize, flags u32.
 */
function writeAttributes(reply: ReplyWriter, attributes: Attributes): void {
  const { inode, kind, mode, links, uid, gid, sizeBytes, allocatedBytes } = attributes
  const [atime, mtime, ctime] = [attributes.atimeNs, attributes.mtimeNs, attributes.ctimeNs].map(timeOf) as [
    Time,
    Time,
    Time,
  ]
  reply
    .u64(inode)
    .u64(sizeBytes)
    .u64(Math.ceil(allocatedBytes / BLOCK_BYTES))
  reply.signed(atime.seconds).signed(mtime.seconds).signed(ctime.seconds)
  reply.u32(atime.nanoseconds).u32(mtime.nanoseconds).u32(ctime.nanoseconds)
  reply
    .u32(modeOfKind[kind] | mode)
    .u32(links)
    .u32(uid)
    .u32(gid)
  reply.u32(0).u32(PREFERRED_IO_BYTES).u32(0)
}

interface Time {
  readonly seconds: bigint
  readonly nanoseconds: number
}

/** Nanoseconds count up also before the epoch. */
function timeOf(ns: bigint): Time {
  const rest = ((ns % NS_PER_S) + NS_PER_S) % NS_PER_S
  return { seconds: (ns - rest) / NS_PER_S, nanoseconds: Number(rest) }
}

export function nsOf(seconds: bigint, nanoseconds: number): bigint {
  return seconds * NS_PER_S + BigInt(nanoseconds)
}

function timeoutOf(ms: number): { seconds: number; nanoseconds: number } {
  const seconds = Math.floor(ms / MS_PER_S)
  return { seconds, nanoseconds: Math.floor((ms - seconds * MS_PER_S) * NS_PER_MS) }
}
