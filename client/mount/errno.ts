import { type ErrorCode, HiroError, toHiroError } from '../../shared/errors.ts'

/** Linux's numbers (asm-generic/errno.h), the same on x64 and arm64. Not among them: ENOSYS, which means to the kernel that an operation need never be asked for again. */
export const errnos = {
  EPERM: 1,
  ENOENT: 2,
  EINTR: 4,
  EIO: 5,
  ENXIO: 6,
  E2BIG: 7,
  EBADF: 9,
  EAGAIN: 11,
  EACCES: 13,
  EBUSY: 16,
  EEXIST: 17,
  ENOTDIR: 20,
  EISDIR: 21,
  EINVAL: 22,
  EFBIG: 27,
  ENOSPC: 28,
  EROFS: 30,
  EMLINK: 31,
  ERANGE: 34,
  EDEADLK: 35,
  ENAMETOOLONG: 36,
  ENOLCK: 37,
  ENOTEMPTY: 39,
  ELOOP: 40,
  ENODATA: 61,
  EPROTO: 71,
  EBADMSG: 74,
  EILSEQ: 84,
  EPROTONOSUPPORT: 93,
  EOPNOTSUPP: 95,
  ETIMEDOUT: 110,
  EHOSTDOWN: 112,
  EHOSTUNREACH: 113,
  ESTALE: 116,
  EUCLEAN: 117,
  EDQUOT: 122,
} as const

export type Errno = keyof typeof errnos

/** What a program is told. Damage goes by the words that Linux's own file systems use: EBADMSG for a checksum that is wrong, EUCLEAN for a structure that is. */
const errnoOfCode: Readonly<Record<ErrorCode, Errno>> = {
  usage: 'EINVAL',
  'name-invalid': 'EINVAL',
  'not-found': 'ENOENT',
  exists: 'EEXIST',
  'not-a-folder': 'ENOTDIR',
  'is-a-folder': 'EISDIR',
  'is-a-link': 'ELOOP',
  'not-empty': 'ENOTEMPTY',
  'under-itself': 'EINVAL',
  changed: 'ESTALE',
  unreachable: 'EHOSTUNREACH',
  'too-few-workers': 'EHOSTDOWN',
  'no-room': 'ENOSPC',
  'over-quota': 'EDQUOT',
  'intent-ended': 'EIO',
  // Not EAGAIN: programs take that for a descriptor that does not block, and try again at once.
  busy: 'EBUSY',
  locked: 'EAGAIN',
  deadlock: 'EDEADLK',
  'lease-lapsed': 'EIO',
  timeout: 'ETIMEDOUT',
  conflict: 'EBUSY',
  integrity: 'EBADMSG',
  'metadata-damaged': 'EUCLEAN',
  unknown: 'EIO',
  refused: 'EACCES',
  'bad-frame': 'EPROTO',
  'version-unknown': 'EPROTONOSUPPORT',
  io: 'EIO',
  internal: 'EIO',
  aborted: 'EINTR',
}

/** What programs must be able to tell apart and Hiro has no code for: no such attribute, a lock that another holds, a name that is not UTF-8, and the like. */
export class ErrnoError extends Error {
  readonly errno: Errno

  constructor(errno: Errno, message: string = errno) {
    super(message)
    this.name = 'ErrnoError'
    this.errno = errno
  }
}

/** What the kernel is told of `error`; EIO for what nobody foresaw. */
export function errnoOf(error: unknown): Errno {
  if (error instanceof ErrnoError) return error.errno
  return errnoOfCode[toHiroError(error).code]
}

/** Whether it is worth a line in the log: damage and bugs, and not that a file is missing. */
export function isFault(error: unknown): boolean {
  if (error instanceof ErrnoError) return error.errno === 'EIO'
  return ['EIO', 'EBADMSG', 'EUCLEAN', 'EPROTO', 'EPROTONOSUPPORT'].includes(errnoOf(error))
}

/** As `hasCode`, for errors of either kind. */
export function hasErrno(error: unknown, errno: Errno): boolean {
  return (error instanceof ErrnoError || error instanceof HiroError) && errnoOf(error) === errno
}
