import { Notify } from './constants.ts'
import { writeHeader } from './header.ts'
import { ReplyWriter } from './reply-writer.ts'

const INVAL_INODE_BYTES = 24
const INVAL_ENTRY_BYTES = 16
/** A notification answers nothing, and has its code where an answer has its error. */
const UNASKED = 0n

/**
 * struct fuse_notify_inval_inode_out: ino u64, off i64, len i64. The kernel forgets attributes, and the content in this range; a length of 0 means to the end, a negative offset attributes alone.
 */
export function invalidateInode(inode: number, offset: bigint, lengthBytes: bigint): Uint8Array {
  const { bytes } = new ReplyWriter(INVAL_INODE_BYTES).u64(inode).signed(offset).signed(lengthBytes)
  writeHeader(bytes, UNASKED, Notify.invalInode)
  return bytes
}

/** FUSE_EXPIRE_ONLY, of FUSE 7.38. */
const EXPIRE_ONLY = 1

/** struct fuse_notify_inval_entry_out: parent u64, namelen u32, flags u32, the name and a NUL. `expire`: it is looked up before its next use, and whoever is in it stays there if it still stands for the same. */
export function invalidateEntry(parent: number, name: string, how: 'drop' | 'expire' = 'drop'): Uint8Array {
  const text = Buffer.from(name)
  const reply = new ReplyWriter(INVAL_ENTRY_BYTES + text.byteLength + 1)
  const { bytes } = reply
    .u64(parent)
    .u32(text.byteLength)
    .u32(how === 'expire' ? EXPIRE_ONLY : 0)
    .raw(text)
  writeHeader(bytes, UNASKED, Notify.invalEntry)
  return bytes
}
