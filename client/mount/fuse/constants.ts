/**
 * Numbers of the kernel's protocol, include/uapi/linux/fuse.h. All of it is in the byte order of the machine, which is little-endian wherever Hiro runs.
 */
export const FUSE_MAJOR = 7
/** What the structures below are laid out as; kernels offer more and are content with it. */
export const FUSE_MINOR = 38
/** From here on the kernel knows names that are merely old: Linux 6.2. */
export const EXPIRING_MINOR = 38
/** Linux 5.4. Older ones lack the size of requests that is asked for here. */
export const FUSE_MINOR_MIN = 31

export const IN_HEADER_BYTES = 40
export const OUT_HEADER_BYTES = 16

/** Of one READ or WRITE: the most that a kernel does. Larger would mean fewer turns for the same bytes; smaller, less memory. */
export const TRANSFER_BYTES_MAX = 1024 * 1024
/** What a WRITE has before its bytes, and a little more: the kernel refuses to be read with less room than a whole request may take. */
export const REQUEST_BYTES_MAX = TRANSFER_BYTES_MAX + 4096
/** The kernel counts what fits into one request in pages; these are the smallest there are. */
export const PAGES_MAX = TRANSFER_BYTES_MAX / 4096

export const Opcode = {
  lookup: 1,
  forget: 2,
  getattr: 3,
  setattr: 4,
  readlink: 5,
  symlink: 6,
  mknod: 8,
  mkdir: 9,
  unlink: 10,
  rmdir: 11,
  rename: 12,
  link: 13,
  open: 14,
  read: 15,
  write: 16,
  statfs: 17,
  release: 18,
  fsync: 20,
  setxattr: 21,
  getxattr: 22,
  listxattr: 23,
  removexattr: 24,
  flush: 25,
  init: 26,
  opendir: 27,
  readdir: 28,
  releasedir: 29,
  fsyncdir: 30,
  getlk: 31,
  setlk: 32,
  setlkw: 33,
  access: 34,
  create: 35,
  interrupt: 36,
  destroy: 38,
  batchForget: 42,
  fallocate: 43,
  readdirplus: 44,
  rename2: 45,
  lseek: 46,
} as const

export const Notify = { invalInode: 2, invalEntry: 3 } as const

/** FUSE_INIT flags, of the first 32. */
export const InitFlag = {
  asyncRead: 1 << 0,
  posixLocks: 1 << 1,
  atomicTruncate: 1 << 3,
  bigWrites: 1 << 5,
  flockLocks: 1 << 10,
  autoInvalidateData: 1 << 12,
  readdirplus: 1 << 13,
  readdirplusAuto: 1 << 14,
  writebackCache: 1 << 16,
  parallelDirops: 1 << 18,
  maxPages: 1 << 22,
  cacheSymlinks: 1 << 23,
  handleKillprivV2: 1 << 28,
} as const

/** Which fields of SETATTR count. */
export const SetattrValid = {
  mode: 1 << 0,
  uid: 1 << 1,
  gid: 1 << 2,
  size: 1 << 3,
  atime: 1 << 4,
  mtime: 1 << 5,
  handle: 1 << 6,
  atimeNow: 1 << 7,
  mtimeNow: 1 << 8,
  ctime: 1 << 10,
  killSetId: 1 << 11,
} as const

/** What OPEN and CREATE answer. */
export const OpenedFlag = { directIo: 1 << 0, keepCache: 1 << 1 } as const

/** Flags that come with single requests. */
export const GETATTR_HANDLE = 1 << 0
export const OPEN_KILL_SET_ID = 1 << 0
export const WRITE_KILL_SET_ID = 1 << 2
export const RELEASE_FLOCK_UNLOCK = 1 << 1
export const FSYNC_DATA_ONLY = 1 << 0
export const LOCK_FLOCK = 1 << 0

/** Of open(2), fcntl(2), lseek(2), fallocate(2), renameat2(2) and setxattr(2): those that are the same on x64 and arm64. */
export const O_ACCMODE = 0o3
export const O_WRONLY = 0o1
export const O_RDWR = 0o2
export const O_EXCL = 0o200
export const O_TRUNC = 0o1000
export const O_APPEND = 0o2000
export const F_RDLCK = 0
export const F_WRLCK = 1
export const F_UNLCK = 2
/** The end of a lock that has none. */
export const LOCK_END_MAX = 0x7fff_ffff_ffff_ffffn
export const SEEK_DATA = 3
export const SEEK_HOLE = 4
export const FALLOC_KEEP_SIZE = 0x01
export const FALLOC_PUNCH_HOLE = 0x02
export const FALLOC_ZERO_RANGE = 0x10
export const RENAME_NOREPLACE = 1
export const XATTR_CREATE = 1
export const XATTR_REPLACE = 2

export const S_IFMT = 0o170000
export const modeOfKind = { file: 0o100000, folder: 0o040000, symlink: 0o120000 } as const
export const PERMISSION_BITS = 0o7777
