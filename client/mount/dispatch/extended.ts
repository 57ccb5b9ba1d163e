import { ErrnoError } from '../errno.ts'
import { Opcode, XATTR_CREATE, XATTR_REPLACE } from '../fuse/constants.ts'
import { bytesReply, sizeReply } from '../fuse/replies.ts'
import { done } from './names.ts'
import type { Operation, Reply } from './operation.ts'

/** XATTR_SIZE_MAX, XATTR_LIST_MAX. */
const VALUE_BYTES_MAX = 64 * 1024

export const extendedOperations: Readonly<Record<number, Operation>> = {
  /** struct fuse_setxattr_in as it was before SETXATTR_EXT, which is not asked for: size u32, flags u32; the name, the value. */
  [Opcode.setxattr]: {
    decode(request, inode, { fileSystem }) {
      const [size, flags, name] = [request.u32(), request.u32(), request.attributeName()]
      if (size > VALUE_BYTES_MAX) throw new ErrnoError('E2BIG')
      const value = new Uint8Array(request.bytes(size))
      const only = flags & XATTR_CREATE ? 'new' : flags & XATTR_REPLACE ? 'existing' : undefined
      return done((caller) => fileSystem.setExtended(inode, name, value, only, caller))
    },
  },

  /** struct fuse_getxattr_in: size u32 (0: how large is it?), padding u32; the name. */
  [Opcode.getxattr]: {
    decode(request, inode, { fileSystem }) {
      const size = request.u32()
      request.skip(4)
      const name = request.attributeName()
      return async (caller) => sized(await fileSystem.getExtended(inode, name, caller), size)
    },
  },

  /** struct fuse_getxattr_in; the answer is names, each with a NUL behind it. */
  [Opcode.listxattr]: {
    decode(request, inode, { fileSystem }) {
      const size = request.u32()
      request.skip(4)
      return async (caller) => {
        const names = await fileSystem.listExtended(inode, caller)
        return sized(Buffer.from(names.map((name) => `${name}\0`).join('')), size)
      }
    },
  },

  [Opcode.removexattr]: {
    decode(request, inode, { fileSystem }) {
      const name = request.attributeName()
      return done((caller) => fileSystem.removeExtended(inode, name, caller))
    },
  },
}

function sized(bytes: Uint8Array, size: number): Reply {
  if (size === 0) return { bytes: sizeReply(bytes.byteLength) }
  if (bytes.byteLength > size) throw new ErrnoError('ERANGE')
  return { bytes: bytesReply(bytes) }
}
