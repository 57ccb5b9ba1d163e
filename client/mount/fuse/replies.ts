import type { FileSystemStat, Opened } from '../file-system.ts'
import type { Lock } from '../locks/lock.ts'
import type { Entry } from '../node.ts'
import { F_RDLCK, F_UNLCK, F_WRLCK, LOCK_END_MAX, OpenedFlag } from './constants.ts'
import { ENTRY_BYTES, writeEntry } from './entries.ts'
import { ReplyWriter } from './reply-writer.ts'

const OPENED_BYTES = 16
const BLOCK_BYTES = 4096
const NAME_LENGTH_BYTES_MAX = 255

export function emptyReply(): Uint8Array {
  return new ReplyWriter(0).bytes
}

export function bytesReply(bytes: Uint8Array): Uint8Array {
  return new ReplyWriter(bytes.byteLength).raw(bytes).bytes
}

/** struct fuse_open_out: fh u64, open_flags u32, padding u32. */
export function openedReply(opened: Opened): Uint8Array {
  const reply = new ReplyWriter(OPENED_BYTES)
  writeOpened(reply, opened)
  return reply.bytes
}

/** CREATE: fuse_entry_out, fuse_open_out. */
export function createdReply(entry: Entry, opened: Opened): Uint8Array {
  const reply = new ReplyWriter(ENTRY_BYTES + OPENED_BYTES)
  writeEntry(reply, entry)
  writeOpened(reply, opened)
  return reply.bytes
}

const openedFlags = { keep: OpenedFlag.keepCache, drop: 0, none: OpenedFlag.directIo } as const

function writeOpened(reply: ReplyWriter, { handle, cache }: Opened): void {
  reply.u64(handle).u32(openedFlags[cache]).skip(4)
}

/** struct fuse_write_out, fuse_getxattr_out: size u32, padding u32. */
export function sizeReply(sizeBytes: number): Uint8Array {
  return new ReplyWriter(8).u32(sizeBytes).bytes
}

/** struct fuse_lseek_out: offset u64. */
export function offsetReply(offset: number): Uint8Array {
  return new ReplyWriter(8).u64(offset).bytes
}

/** struct fuse_kstatfs: blocks, bfree, bavail, files, ffree u64, bsize, namelen, frsize u32, padding and 24 spare. */
export function statfsReply({ capacityBytes, freeBytes, files, freeFiles }: FileSystemStat): Uint8Array {
  const reply = new ReplyWriter(80)
  const free = Math.floor(freeBytes / BLOCK_BYTES)
  reply
    .u64(Math.floor(capacityBytes / BLOCK_BYTES))
    .u64(free)
    .u64(free)
    .u64(files)
    .u64(freeFiles)
  return reply.u32(BLOCK_BYTES).u32(NAME_LENGTH_BYTES_MAX).u32(BLOCK_BYTES).bytes
}

/** struct fuse_lk_out, fuse_file_lock: start u64, end u64 (the last byte), type u32, pid u32. */
export function lockReply(lock: Lock | undefined): Uint8Array {
  const reply = new ReplyWriter(24)
  if (lock === undefined) return reply.skip(16).u32(F_UNLCK).bytes
  const last = Number.isFinite(lock.end) ? BigInt(lock.end) - 1n : LOCK_END_MAX
  return reply
    .u64(lock.start)
    .signed(last)
    .u32(lock.kind === 'read' ? F_RDLCK : F_WRLCK)
    .u32(lock.pid).bytes
}
