import type { OpenOptions } from '../file-system.ts'
import {
  FSYNC_DATA_ONLY,
  O_ACCMODE,
  O_APPEND,
  O_EXCL,
  O_RDWR,
  O_TRUNC,
  O_WRONLY,
  OPEN_KILL_SET_ID,
  Opcode,
  OUT_HEADER_BYTES,
  PERMISSION_BITS,
  RELEASE_FLOCK_UNLOCK,
  TRANSFER_BYTES_MAX,
  WRITE_KILL_SET_ID,
} from '../fuse/constants.ts'
import { createdReply, openedReply, sizeReply } from '../fuse/replies.ts'
import { malformed, type RequestReader } from '../fuse/request-reader.ts'
import { done } from './names.ts'
import type { Operation, Session, Work } from './operation.ts'

export const openFileOperations: Readonly<Record<number, Operation>> = {
  /** struct fuse_open_in: flags u32, open_flags u32. */
  [Opcode.open]: {
    decode(request, inode, session) {
      const { fileSystem } = session
      const options = openOptions(request.u32(), request.u32(), session)
      return async (caller) => {
        const opened = await fileSystem.open(inode, options, caller)
        const refused = (): void => forgetAbout(fileSystem.release(inode, opened.handle, undefined, caller))
        return { bytes: openedReply(opened), refused }
      }
    },
  },

  /** struct fuse_create_in: flags u32, mode u32, umask u32 (applied already), open_flags u32; the name. */
  [Opcode.create]: {
    decode(request, parent, session) {
      const { fileSystem } = session
      const [flags, mode, , openFlags] = [request.u32(), request.u32(), request.u32(), request.u32()]
      const name = request.name()
      const options = {
        ...openOptions(flags, openFlags, session),
        mode: mode & PERMISSION_BITS,
        exclusive: (flags & O_EXCL) !== 0,
      }
      return async (caller) => {
        const { entry, opened } = await fileSystem.create(parent, name, options, caller)
        const { inode } = entry.attributes
        const refused = (): void => {
          forgetAbout(fileSystem.release(inode, opened.handle, undefined, caller))
          fileSystem.forget(inode, 1)
        }
        return { bytes: createdReply(entry, opened), refused }
      }
    },
  },

  [Opcode.read]: { decode: decodeRead },

  /** struct fuse_write_in: fh u64, offset u64, size u32, write_flags u32, lock_owner u64, flags u32, padding u32; the bytes. */
  [Opcode.write]: {
    keepsRequest: true,
    decode(request, inode, { fileSystem }) {
      const [handle, offset, size, flags] = [request.id(), request.offset(), request.u32(), request.u32()]
      request.skip(16)
      if (size > TRANSFER_BYTES_MAX) throw malformed(`a write of ${size} bytes`)
      const bytes = request.bytes(size)
      const killSetId = (flags & WRITE_KILL_SET_ID) !== 0
      return async (caller) => {
        await fileSystem.write(inode, handle, offset, bytes, { killSetId }, caller)
        return { bytes: sizeReply(size) }
      }
    },
  },

  /** struct fuse_flush_in: fh u64, unused u32, padding u32, lock_owner u64. */
  [Opcode.flush]: {
    mustRun: true,
    decode(request, inode, { fileSystem }) {
      const handle = request.id()
      request.skip(8)
      const owner = request.big()
      return done((caller) => fileSystem.flush(inode, handle, owner, caller))
    },
  },

  /** struct fuse_release_in: fh u64, flags u32, release_flags u32, lock_owner u64. */
  [Opcode.release]: {
    mustRun: true,
    decode(request, inode, { fileSystem }) {
      const handle = request.id()
      request.skip(4)
      const [flags, owner] = [request.u32(), request.big()]
      const flockOwner = flags & RELEASE_FLOCK_UNLOCK ? owner : undefined
      return done((caller) => fileSystem.release(inode, handle, flockOwner, caller))
    },
  },

  /** struct fuse_fsync_in: fh u64, fsync_flags u32, padding u32. */
  [Opcode.fsync]: {
    decode(request, inode, { fileSystem }) {
      const [handle, flags] = [request.id(), request.u32()]
      request.skip(4)
      const dataOnly = (flags & FSYNC_DATA_ONLY) !== 0
      return done((caller) => fileSystem.sync(inode, handle, { dataOnly }, caller))
    },
  },
}

/** struct fuse_read_in: fh u64, offset u64, size u32, read_flags u32, lock_owner u64, flags u32, padding u32. */
function decodeRead(request: RequestReader, inode: number, { fileSystem, buffers }: Session): Work {
  const [handle, offset, size] = [request.id(), request.offset(), request.u32()]
  request.skip(20)
  if (size > TRANSFER_BYTES_MAX) throw malformed(`a read of ${size} bytes`)
  return async (caller) => {
    const buffer = buffers.take(size)
    const release = (): void => buffers.give(buffer)
    try {
      const into = buffer.subarray(OUT_HEADER_BYTES, OUT_HEADER_BYTES + size)
      const filled = await fileSystem.read(inode, handle, offset, into, caller)
      return { bytes: buffer.subarray(0, OUT_HEADER_BYTES + filled), release }
    } catch (error) {
      release()
      throw error
    }
  }
}

/**
 * Where the kernel gathers writes, it reads what surrounds them, through whatever handle is at hand, and knows itself where the end is.
 */
function openOptions(flags: number, openFlags: number, { writebackCache }: Session): OpenOptions {
  const access = flags & O_ACCMODE
  return {
    read: access !== O_WRONLY || writebackCache,
    write: access === O_WRONLY || access === O_RDWR,
    append: (flags & O_APPEND) !== 0 && !writebackCache,
    truncate: (flags & O_TRUNC) !== 0,
    killSetId: (openFlags & OPEN_KILL_SET_ID) !== 0,
  }
}

/** Nobody is left to be told. */
export function forgetAbout(work: Promise<void>): void {
  work.catch(() => {})
}
