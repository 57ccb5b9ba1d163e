import { ErrnoError } from '../errno.ts'
import { Opcode, TRANSFER_BYTES_MAX } from '../fuse/constants.ts'
import { Listing } from '../fuse/listing.ts'
import { openedReply } from '../fuse/replies.ts'
import type { RequestReader } from '../fuse/request-reader.ts'
import type { ListedEntry, ListedKind } from '../node.ts'
import { done } from './names.ts'
import { forgetAbout } from './open-files.ts'
import type { Operation, Session, Work } from './operation.ts'

export const folderOperations: Readonly<Record<number, Operation>> = {
  /** struct fuse_open_in: flags u32, open_flags u32. */
  [Opcode.opendir]: {
    decode(request, inode, { fileSystem }) {
      request.skip(8)
      return async (caller) => {
        const { handle } = await fileSystem.openFolder(inode, caller)
        const refused = (): void => forgetAbout(fileSystem.releaseFolder(inode, handle, caller))
        return { bytes: openedReply({ handle, cache: 'drop' }), refused }
      }
    },
  },

  [Opcode.readdir]: { decode: (request, inode, session) => decodeReaddir(request, inode, session, false) },
  [Opcode.readdirplus]: { decode: (request, inode, session) => decodeReaddir(request, inode, session, true) },

  /** struct fuse_release_in: fh u64, flags u32, release_flags u32, lock_owner u64. */
  [Opcode.releasedir]: {
    mustRun: true,
    decode(request, inode, { fileSystem }) {
      const handle = request.id()
      request.skip(16)
      return done((caller) => fileSystem.releaseFolder(inode, handle, caller))
    },
  },

  /** struct fuse_fsync_in: fh u64, fsync_flags u32, padding u32. */
  [Opcode.fsyncdir]: {
    decode(request, inode, { fileSystem }) {
      const handle = request.id()
      request.skip(8)
      return done((caller) => fileSystem.syncFolder(inode, handle, caller))
    },
  },
}

/** struct fuse_read_in: fh u64, offset u64, size u32, read_flags u32, lock_owner u64, flags u32, padding u32. */
function decodeReaddir(request: RequestReader, inode: number, { fileSystem }: Session, plus: boolean): Work {
  const [handle, from, size] = [request.id(), request.offset(), request.u32()]
  request.skip(20)
  return async (caller) => {
    const listing = new Listing(Math.min(size, TRANSFER_BYTES_MAX))
    const given: number[] = []
    let full = !listing.addOwn(from, inode, plus)
    const takeKind = (listed: ListedKind): boolean => {
      full = !listing.addKind(listed)
      return !full
    }
    const takeEntry = (listed: ListedEntry): boolean => {
      full = !listing.addEntry(listed)
      if (!full) given.push(listed.entry.attributes.inode)
      return !full
    }
    const begin = Math.max(0, from - Listing.OWN_NAMES)
    if (!full && plus) await fileSystem.readFolderEntries(inode, handle, begin, takeEntry, caller)
    else if (!full) await fileSystem.readFolder(inode, handle, begin, takeKind, caller)
    // Empty would mean that there is nothing more.
    if (full && listing.isEmpty) throw new ErrnoError('EINVAL', 'no room for one name')
    return { bytes: listing.bytes, refused: () => given.forEach((inode) => fileSystem.forget(inode, 1)) }
  }
}
