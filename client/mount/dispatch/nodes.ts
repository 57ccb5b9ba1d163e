import { ErrnoError, hasErrno } from '../errno.ts'
import type { FileSystem } from '../file-system.ts'
import { GETATTR_HANDLE, Opcode, PERMISSION_BITS, SetattrValid } from '../fuse/constants.ts'
import { absentReply, attributesReply, entryReply, nsOf } from '../fuse/entries.ts'
import { bytesReply, statfsReply } from '../fuse/replies.ts'
import type { RequestReader } from '../fuse/request-reader.ts'
import type { AttributeChanges, Entry } from '../node.ts'
import type { Operation, Reply, Session, Work } from './operation.ts'

const NS_PER_MS = 1_000_000n

export const nodeOperations: Readonly<Record<number, Operation>> = {
  [Opcode.lookup]: {
    decode(request, parent, { fileSystem, absentTimeoutMs }) {
      const name = request.name()
      return async (caller) => {
        try {
          return entryAnswer(fileSystem, await fileSystem.lookup(parent, name, caller))
        } catch (error) {
          if (absentTimeoutMs > 0 && hasErrno(error, 'ENOENT')) return { bytes: absentReply(absentTimeoutMs) }
          throw error
        }
      }
    },
  },

  /** struct fuse_getattr_in: getattr_flags u32, dummy u32, fh u64. */
  [Opcode.getattr]: {
    decode(request, inode, { fileSystem }) {
      const flags = request.u32()
      request.skip(4)
      const given = request.big()
      const handle = flags & GETATTR_HANDLE ? exact(given, 'ESTALE') : undefined
      return async (caller) => ({ bytes: attributesReply(await fileSystem.getAttributes(inode, handle, caller)) })
    },
  },

  [Opcode.setattr]: { decode: decodeSetattr },

  [Opcode.readlink]: {
    decode: (_request, inode, { fileSystem }) => {
      return async (caller) => ({ bytes: bytesReply(Buffer.from(await fileSystem.readLink(inode, caller))) })
    },
  },

  [Opcode.statfs]: {
    decode: (_request, inode, { fileSystem }) => {
      return async (caller) => ({ bytes: statfsReply(await fileSystem.statFileSystem(inode, caller)) })
    },
  },
}

/** An entry is a reference of the kernel, also when it did not take the answer. */
export function entryAnswer(fileSystem: FileSystem, entry: Entry): Reply {
  return { bytes: entryReply(entry), refused: () => fileSystem.forget(entry.attributes.inode, 1) }
}

/**
 * struct fuse_setattr_in: valid u32, padding u32, fh u64, size u64, lock_owner u64, atime, mtime, ctime i64, atimensec, mtimensec, ctimensec u32, mode u32, unused u32, uid u32, gid u32, unused u32.
 */
function decodeSetattr(request: RequestReader, inode: number, { fileSystem, clock }: Session): Work {
  const valid = request.u32()
  const has = (flag: number): boolean => (valid & flag) !== 0
  request.skip(4)
  const [handle, size] = [request.big(), request.big()]
  request.skip(8)
  const seconds = [request.signed(), request.signed(), request.signed()] as const
  const atimeNs = nsOf(seconds[0], request.u32())
  const mtimeNs = nsOf(seconds[1], request.u32())
  const ctimeNs = nsOf(seconds[2], request.u32())
  const mode = request.u32() & PERMISSION_BITS
  request.skip(4)
  const [uid, gid] = [request.u32(), request.u32()]
  request.skip(4)
  const nowNs = BigInt(Math.floor(clock.now())) * NS_PER_MS
  const through = has(SetattrValid.handle) ? exact(handle, 'ESTALE') : undefined
  const changes: AttributeChanges = {
    ...(has(SetattrValid.mode) && { mode }),
    ...(has(SetattrValid.uid) && { uid }),
    ...(has(SetattrValid.gid) && { gid }),
    ...(has(SetattrValid.size) && { sizeBytes: exact(size, 'EFBIG') }),
    ...(has(SetattrValid.atime) && { atimeNs: has(SetattrValid.atimeNow) ? nowNs : atimeNs }),
    ...(has(SetattrValid.mtime) && { mtimeNs: has(SetattrValid.mtimeNow) ? nowNs : mtimeNs }),
    ...(has(SetattrValid.ctime) && { ctimeNs }),
    // Whoever is given a file does not get the rights of its owner along.
    ...(has(SetattrValid.killSetId | SetattrValid.uid | SetattrValid.gid) && { killSetId: true }),
  }
  return async (caller) => ({
    bytes: attributesReply(await fileSystem.setAttributes(inode, through, changes, caller)),
  })
}

function exact(value: bigint, otherwise: 'ESTALE' | 'EFBIG'): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ErrnoError(otherwise)
  return Number(value)
}
