import { HiroError } from '../../../shared/errors.ts'
import { FUSE_MAJOR, FUSE_MINOR, FUSE_MINOR_MIN, InitFlag, PAGES_MAX, TRANSFER_BYTES_MAX } from './constants.ts'
import { ReplyWriter } from './reply-writer.ts'
import type { RequestReader } from './request-reader.ts'

/** Read-ahead and write-back that the kernel has under way beside what processes wait for. More: longer lines are filled; fewer: a process that copies leaves more room for others. */
const BACKGROUND_REQUESTS_MAX = 32
const CONGESTION_REQUESTS = 24
const TIME_GRANULARITY_NS = 1
const REPLY_BYTES = 64

/**
 * Not among them: EXPORT_SUPPORT (inodes live for one mount), POSIX_ACL, and ASYNC_DIO, under which who reads directly cannot be killed while he waits. Without HANDLE_KILLPRIV_V2 each write would be preceded by a question for
 * `security.capability`; so who writes takes set-user-id away here. AUTO_INVAL_DATA: what others changed is seen as soon as attributes are fresh.
 */
const WANTED =
  InitFlag.asyncRead |
  InitFlag.posixLocks |
  InitFlag.atomicTruncate |
  InitFlag.bigWrites |
  InitFlag.flockLocks |
  InitFlag.autoInvalidateData |
  InitFlag.readdirplus |
  InitFlag.readdirplusAuto |
  InitFlag.parallelDirops |
  InitFlag.maxPages |
  InitFlag.cacheSymlinks |
  InitFlag.handleKillprivV2

export interface InitOptions {
  /** The kernel gathers small writes, and is the one that knows sizes and times: faster where nobody else writes to the same files. */
  readonly writebackCache: boolean
}

/** What was agreed on. */
export interface Negotiated {
  readonly minor: number
  readonly flags: number
  readonly writebackCache: boolean
  readonly reply: Uint8Array
}

/**
 * struct fuse_init_in: major, minor, max_readahead, flags u32, and more that is not asked for. `undefined`: the kernel speaks a newer major version and, told ours, asks again. Throws
 * `version-unknown` for an older one.
 */
export function negotiate(request: RequestReader, options: InitOptions): Negotiated | undefined {
  const [major, minor] = [request.u32(), request.u32()]
  if (major > FUSE_MAJOR) return undefined
  if (major < FUSE_MAJOR || minor < FUSE_MINOR_MIN)
    throw new HiroError(
      'version-unknown',
      `this kernel's FUSE ${major}.${minor} is older than ${FUSE_MAJOR}.${FUSE_MINOR_MIN}, that of Linux 5.4`,
    )
  const [readAheadBytes, offered] = [request.u32(), request.u32()]
  const wanted = options.writebackCache ? WANTED | InitFlag.writebackCache : WANTED
  const flags = offered & wanted
  if ((flags & InitFlag.maxPages) === 0) throw new HiroError('version-unknown', 'this kernel knows no MAX_PAGES')
  const agreed = Math.min(minor, FUSE_MINOR)
  return {
    minor: agreed,
    flags,
    writebackCache: (flags & InitFlag.writebackCache) !== 0,
    reply: replyOf(agreed, Math.min(readAheadBytes, TRANSFER_BYTES_MAX), flags),
  }
}

/** For a kernel with a newer major version. */
export function otherMajorReply(): Uint8Array {
  return replyOf(FUSE_MINOR, 0, 0)
}

/** struct fuse_init_out: major, minor, max_readahead, flags u32, max_background, congestion_threshold u16, max_write, time_gran u32, max_pages, map_alignment u16, flags2 u32, 28 unused. */
function replyOf(minor: number, readAheadBytes: number, flags: number): Uint8Array {
  const reply = new ReplyWriter(REPLY_BYTES)
  reply.u32(FUSE_MAJOR).u32(minor).u32(readAheadBytes).u32(flags)
  reply.u16(BACKGROUND_REQUESTS_MAX).u16(CONGESTION_REQUESTS)
  return reply.u32(TRANSFER_BYTES_MAX).u32(TIME_GRANULARITY_NS).u16(PAGES_MAX).bytes
}
