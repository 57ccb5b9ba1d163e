import { HiroError } from '../../../shared/errors.ts'
import { ErrnoError } from '../errno.ts'
import type { Caller } from '../file-system.ts'
import { modeOfKind, Opcode, PERMISSION_BITS, RENAME_NOREPLACE, S_IFMT } from '../fuse/constants.ts'
import { emptyReply } from '../fuse/replies.ts'
import type { RequestReader } from '../fuse/request-reader.ts'
import { entryAnswer } from './nodes.ts'
import type { Operation, Session, Work } from './operation.ts'

export const nameOperations: Readonly<Record<number, Operation>> = {
  /** struct fuse_mknod_in: mode u32, rdev u32, umask u32 (applied already), padding u32; the name. */
  [Opcode.mknod]: {
    decode(request, parent, { fileSystem }) {
      const mode = request.u32()
      request.skip(12)
      const name = request.name()
      const kind = mode & S_IFMT
      // Devices, pipes and sockets: what mknod(2) says of a file system that has none.
      if (kind !== modeOfKind.file && kind !== 0) throw new ErrnoError('EPERM', 'only files, folders and symlinks')
      return async (caller) =>
        entryAnswer(fileSystem, await fileSystem.makeFile(parent, name, mode & PERMISSION_BITS, caller))
    },
  },

  /** struct fuse_mkdir_in: mode u32, umask u32; the name. */
  [Opcode.mkdir]: {
    decode(request, parent, { fileSystem }) {
      const mode = request.u32() & PERMISSION_BITS
      request.skip(4)
      const name = request.name()
      return async (caller) => entryAnswer(fileSystem, await fileSystem.makeFolder(parent, name, mode, caller))
    },
  },

  /** The name, the target. */
  [Opcode.symlink]: {
    decode(request, parent, { fileSystem }) {
      const [name, target] = [request.name(), request.target()]
      return async (caller) => entryAnswer(fileSystem, await fileSystem.makeSymlink(parent, name, target, caller))
    },
  },

  /** struct fuse_link_in: oldnodeid u64; the new name. */
  [Opcode.link]: {
    decode(request, parent, { fileSystem }) {
      const [inode, name] = [request.id(), request.name()]
      return async (caller) => entryAnswer(fileSystem, await fileSystem.link(inode, parent, name, caller))
    },
  },

  [Opcode.unlink]: {
    decode(request, parent, { fileSystem }) {
      const name = request.name()
      return done((caller) => fileSystem.removeFile(parent, name, caller))
    },
  },

  [Opcode.rmdir]: {
    decode(request, parent, { fileSystem }) {
      const name = request.name()
      return done((caller) => fileSystem.removeFolder(parent, name, caller))
    },
  },

  /** struct fuse_rename_in: newdir u64; the old name, the new name. */
  [Opcode.rename]: {
    decode: (request, parent, session) => decodeRename(request, { parent, to: request.id(), flags: 0 }, session),
  },

  /** struct fuse_rename2_in: newdir u64, flags u32, padding u32; the old name, the new name. */
  [Opcode.rename2]: {
    decode(request, parent, session) {
      const [to, flags] = [request.id(), request.u32()]
      request.skip(4)
      return decodeRename(request, { parent, to, flags }, session)
    },
  },
}

function decodeRename(
  request: RequestReader,
  { parent, to, flags }: { readonly parent: number; readonly to: number; readonly flags: number },
  { fileSystem }: Session,
): Work {
  const from = { parent, name: request.name() }
  const place = { parent: to, name: request.name() }
  // An exchange would be two changes in one step, which the metadata have no operation for.
  if ((flags & ~RENAME_NOREPLACE) !== 0) throw new HiroError('usage', 'names cannot be exchanged')
  const replace = (flags & RENAME_NOREPLACE) === 0
  return done((caller) => fileSystem.rename(from, place, { replace }, caller))
}

/** Work with nothing to tell but that it is done. */
export function done(work: (caller: Caller) => Promise<void>): Work {
  return async (caller) => {
    await work(caller)
    return { bytes: emptyReply() }
  }
}
