import { ErrnoError } from '../errno.ts'
import type { Allocation } from '../file-system.ts'
import {
  FALLOC_KEEP_SIZE,
  FALLOC_PUNCH_HOLE,
  FALLOC_ZERO_RANGE,
  Opcode,
  SEEK_DATA,
  SEEK_HOLE,
} from '../fuse/constants.ts'
import { offsetReply } from '../fuse/replies.ts'
import { done } from './names.ts'
import type { Operation } from './operation.ts'

export const fileContentOperations: Readonly<Record<number, Operation>> = {
  /** struct fuse_fallocate_in: fh u64, offset u64, length u64, mode u32, padding u32. */
  [Opcode.fallocate]: {
    decode(request, inode, { fileSystem }) {
      const [handle, offset, lengthBytes, mode] = [request.id(), request.offset(), request.offset(), request.u32()]
      request.skip(4)
      if (offset + lengthBytes > Number.MAX_SAFE_INTEGER) throw new ErrnoError('EFBIG')
      const allocation = { what: whatOf(mode), offset, lengthBytes, keepSize: (mode & FALLOC_KEEP_SIZE) !== 0 }
      return done((caller) => fileSystem.allocate(inode, handle, allocation, caller))
    },
  },

  /** struct fuse_lseek_in: fh u64, offset u64, whence u32, padding u32. */
  [Opcode.lseek]: {
    decode(request, inode, { fileSystem }) {
      const [handle, offset, whence] = [request.id(), request.signed(), request.u32()]
      request.skip(4)
      const what = whence === SEEK_DATA ? 'data' : whence === SEEK_HOLE ? 'hole' : undefined
      if (what === undefined) throw new ErrnoError('EINVAL')
      if (offset < 0n || offset > BigInt(Number.MAX_SAFE_INTEGER)) throw new ErrnoError('ENXIO')
      return async (caller) => ({
        bytes: offsetReply(await fileSystem.seek(inode, handle, Number(offset), what, caller)),
      })
    },
  },
}

function whatOf(mode: number): Allocation['what'] {
  switch (mode & ~FALLOC_KEEP_SIZE) {
    case 0:
      return 'reserve'
    case FALLOC_PUNCH_HOLE:
      return 'punch'
    case FALLOC_ZERO_RANGE:
      return 'zero'
    default:
      // Collapsing and inserting move all that follows.
      throw new ErrnoError('EOPNOTSUPP')
  }
}
