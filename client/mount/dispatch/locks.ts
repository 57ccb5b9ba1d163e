import { ErrnoError } from '../errno.ts'
import { F_RDLCK, F_UNLCK, F_WRLCK, LOCK_END_MAX, LOCK_FLOCK, Opcode } from '../fuse/constants.ts'
import { lockReply } from '../fuse/replies.ts'
import { malformed, type RequestReader } from '../fuse/request-reader.ts'
import type { LockRequest } from '../locks/lock.ts'
import { done } from './names.ts'
import type { Operation } from './operation.ts'

export const lockOperations: Readonly<Record<number, Operation>> = {
  [Opcode.getlk]: {
    decode(request, inode, { fileSystem }) {
      const { handle, lock } = readLock(request)
      return async (caller) => ({ bytes: lockReply(await fileSystem.getLock(inode, handle, lock, caller)) })
    },
  },
  [Opcode.setlk]: {
    decode(request, inode, { fileSystem }) {
      const { handle, lock } = readLock(request)
      return done((caller) => fileSystem.setLock(inode, handle, lock, { wait: false }, caller))
    },
  },
  [Opcode.setlkw]: {
    waits: true,
    decode(request, inode, { fileSystem }) {
      const { handle, lock } = readLock(request)
      return done((caller) => fileSystem.setLock(inode, handle, lock, { wait: true }, caller))
    },
  },
}

/** struct fuse_lk_in: fh u64, owner u64, fuse_file_lock (start u64, end u64, type u32, pid u32), lk_flags u32, padding u32. */
function readLock(request: RequestReader): { readonly handle: number; readonly lock: LockRequest } {
  const [handle, owner] = [request.id(), request.big()]
  const [first, last] = [request.signed(), request.signed()]
  const [type, pid, flags] = [request.u32(), request.u32(), request.u32()]
  request.skip(4)
  const kind = type === F_RDLCK ? 'read' : type === F_WRLCK ? 'write' : type === F_UNLCK ? 'unlock' : undefined
  if (kind === undefined) throw malformed(`a lock of type ${type}`)
  if (flags & LOCK_FLOCK)
    return { handle, lock: { family: 'whole', owner, kind, pid, start: 0, end: Number.POSITIVE_INFINITY } }
  if (first < 0n || last < first) throw new ErrnoError('EINVAL', 'a lock that ends before it begins')
  const end = last === LOCK_END_MAX ? Number.POSITIVE_INFINITY : Number(last) + 1
  return { handle, lock: { family: 'range', owner, kind, pid, start: Number(first), end } }
}
