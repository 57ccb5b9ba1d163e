import type { Lock, LockOwner, LockRequest } from './locks/lock.ts'
import type { AttributeChanges, Entry, FreshAttributes, ListedEntry, ListedKind } from './node.ts'

/** Whose process asks. The kernel checks permissions itself, by the attributes it was given; ids matter for what is made. */
export interface Caller {
  readonly uid: number
  readonly gid: number
  readonly pid: number
  /** Aborted when the process was interrupted or killed, which then waits for nothing but this call's end. Made when it is first asked for. */
  readonly signal: AbortSignal
}

/**
 * What a mount needs of a file system, by inode number and number of an open file, as the kernel names them. The engine gives both numbers out.
 *
 * - **References.** Each `Entry` that is given out is one reference of the kernel to its inode, and an inode must be answered for while it has references or open handles, also when it
 *   has lost its last name. `forget` takes references back. The engine counts them (`LookupCounts` does), because only it can count in the moment in which it looks the inode up. The root has no count.
 * - **Calls come in any number at once and in any order**, also about one inode or handle; none waits for another one, `setLock` with `wait` least of all. What one call has done is seen by every call that begins after it.
 * - **Errors**: HiroError, whose code becomes an errno by the table of `errno.ts`, or ErrnoError. A call that threw changed nothing, unless its code is `unknown`. After `caller.signal` is aborted a call ends soon, with `aborted` or as if nothing had been.
 *   Each method may throw `not-found` for an inode that is gone and EBADF for a handle that is not open, besides what it names.
 * - **Names** are never empty, '.' or '..', hold no '/' and no NUL, are UTF-8 of at most 255 bytes.
 * - When the mount ends, all references and handles are void; the kernel does not always say so one by one. Whoever made the engine closes it.
 */
export interface FileSystem extends NodeCalls, NameCalls, FileCalls, FolderCalls, ExtendedCalls, LockCalls {}

export interface NodeCalls {
  /** What `name` stands for. Throws `not-found`, `not-a-folder`. */
  lookup(parent: number, name: string, caller: Caller): Promise<Entry>
  /** Takes `references` back. Never throws, and is told of inodes that are gone. */
  forget(inode: number, references: number): void
  /** `handle` is that of an open file, where it was asked through one. */
  getAttributes(inode: number, handle: number | undefined, caller: Caller): Promise<FreshAttributes>
  /** All changes or none. A new size is refused with `is-a-folder`, EINVAL (a symlink), `no-room`, EFBIG. */
  setAttributes(
    inode: number,
    handle: number | undefined,
    changes: AttributeChanges,
    caller: Caller,
  ): Promise<FreshAttributes>
  /** The target of a symlink, as it was given. Throws EINVAL where it is none. */
  readLink(inode: number, caller: Caller): Promise<string>
  /** As it is for what is in the folder `inode`, or beside the file: a quota may hold there. */
  statFileSystem(inode: number, caller: Caller): Promise<FileSystemStat>
}

/** How full it is; 0 for what cannot be told. */
export interface FileSystemStat {
  readonly capacityBytes: number
  readonly freeBytes: number
  readonly files: number
  readonly freeFiles: number
}

/** Making, moving and removing names. Each is done, or not, in one step, and is never done twice. All throw `not-found` and `not-a-folder` for the parent. */
export interface NameCalls {
  /** An empty file, with a reference. Throws `exists`, `no-room`. */
  makeFile(parent: number, name: string, mode: number, caller: Caller): Promise<Entry>
  /** As `makeFile`. */
  makeFolder(parent: number, name: string, mode: number, caller: Caller): Promise<Entry>
  /** As `makeFile`; `target` is of 1 to 4095 bytes and is looked at by nobody. */
  makeSymlink(parent: number, name: string, target: string, caller: Caller): Promise<Entry>
  /** A further name for a file. Throws `exists`, EPERM (a folder, or no links here), EMLINK. */
  link(inode: number, parent: number, name: string, caller: Caller): Promise<Entry>
  /** A file that is open lives on, without a name, until the last handle is released. Throws `not-found`, `is-a-folder`. */
  removeFile(parent: number, name: string, caller: Caller): Promise<void>
  /** Throws `not-found`, `not-a-folder`, `not-empty`. */
  removeFolder(parent: number, name: string, caller: Caller): Promise<void>
  /**
   * What had the new name is replaced: a file by a file, an empty folder by a folder. Two names of one file: nothing happens. Throws `not-found`, `exists` (unless `replace`), `is-a-folder`,
   * `not-a-folder`, `not-empty`, `under-itself`.
   */
  rename(from: Place, to: Place, options: { readonly replace: boolean }, caller: Caller): Promise<void>
}

export interface Place {
  readonly parent: number
  readonly name: string
}

export interface OpenOptions {
  readonly read: boolean
  readonly write: boolean
  /** Every write goes to the end, wherever that is by then. */
  readonly append: boolean
  /** Cut to nothing, when it is opened. */
  readonly truncate: boolean
  /** With `truncate`, see `withoutSetId`. */
  readonly killSetId: boolean
}

export interface Opened {
  /** Not that of another open file or folder, until it is released; 0 to 2^53 - 1. */
  readonly handle: number
  /** What the kernel has of the content: `keep` it, for who knows that it did not change since; `drop` it; or have `none` and ask for each read. */
  readonly cache: 'keep' | 'drop' | 'none'
}

export interface FileCalls {
  /** Throws `is-a-folder`, EROFS, `no-room`. */
  open(inode: number, options: OpenOptions, caller: Caller): Promise<Opened>
  /** Makes and opens in one step; what is there already is opened, unless `exclusive`: `exists`. `mode` is for a new file. */
  create(
    parent: number,
    name: string,
    options: OpenOptions & { readonly mode: number; readonly exclusive: boolean },
    caller: Caller,
  ): Promise<{ readonly entry: Entry; readonly opened: Opened }>
  /**
   * Fills `into`, which is the caller's and is written to until the call has ended and no longer, and resolves with how many bytes. Fewer than it holds only at the end of the file; 0 behind it. Throws `integrity`, `unreachable`.
   */
  read(inode: number, handle: number, offset: number, into: Uint8Array, caller: Caller): Promise<number>
  /**
   * Writes all of `bytes`, at most 1 MiB, or throws. They are the caller's: whoever wants to keep them after the call copies them. May only gather them: `sync` makes durable, and an error that comes later is told by
   * `flush` or `sync`. Throws `no-room`, EFBIG.
   */
  write(
    inode: number,
    handle: number,
    offset: number,
    bytes: Uint8Array,
    options: { readonly killSetId: boolean },
    caller: Caller,
  ): Promise<void>
  /** A descriptor was closed, of perhaps several: the last chance to tell `close(2)` of an error. Releases `owner`'s locks by range on the file. May come any number of times. */
  flush(inode: number, handle: number, owner: LockOwner, caller: Caller): Promise<void>
  /** The last descriptor was closed; comes once. Nobody hears its errors. `flockOwner`'s lock on the whole file is released. */
  release(inode: number, handle: number, flockOwner: LockOwner | undefined, caller: Caller): Promise<void>
  /** Durable when it resolves: the content, and the attributes too unless `dataOnly`. Idempotent. Throws what a write that had only been gathered ran into. */
  sync(inode: number, handle: number, options: { readonly dataOnly: boolean }, caller: Caller): Promise<void>
  /** Throws EOPNOTSUPP, `no-room`, EFBIG. */
  allocate(inode: number, handle: number, allocation: Allocation, caller: Caller): Promise<void>
  /** The next byte at or behind `offset` that is content, or that is in a hole; the end of the file counts as a hole. Throws ENXIO where there is none. */
  seek(inode: number, handle: number, offset: number, what: 'data' | 'hole', caller: Caller): Promise<number>
}

export interface Allocation {
  /** `reserve`: writes there will find room. `zero`: what is there becomes zeros. `punch`: becomes a hole. */
  readonly what: 'reserve' | 'zero' | 'punch'
  readonly offset: number
  readonly lengthBytes: number
  /** The file's size stays, also where this goes beyond it. */
  readonly keepSize: boolean
}

export interface FolderCalls {
  /** Throws `not-a-folder`. */
  openFolder(inode: number, caller: Caller): Promise<{ readonly handle: number }>
  /**
   * Gives names to `take` from position `from` on (0 or the `next` of one that was given), until there are no more or `take` returns false: that name did not fit, and is given again. Without '.' and '..'. A name that is there from
   * `openFolder` to the end of the listing is given once; one that comes or goes meanwhile, at most once.
   */
  readFolder(
    inode: number,
    handle: number,
    from: number,
    take: (listed: ListedKind) => boolean,
    caller: Caller,
  ): Promise<void>
  /** As `readFolder`, with all that `lookup` tells. Only those that were taken are references. */
  readFolderEntries(
    inode: number,
    handle: number,
    from: number,
    take: (listed: ListedEntry) => boolean,
    caller: Caller,
  ): Promise<void>
  /** Comes once. */
  releaseFolder(inode: number, handle: number, caller: Caller): Promise<void>
  /** What was made, moved or removed in it is durable. Idempotent. */
  syncFolder(inode: number, handle: number, caller: Caller): Promise<void>
}

/** Extended attributes, xattr(7). Names as those of files; values of at most 64 KiB. All throw EOPNOTSUPP where there are none. */
export interface ExtendedCalls {
  /** The value is the engine's and is not changed. Throws ENODATA. */
  getExtended(inode: number, name: string, caller: Caller): Promise<Uint8Array>
  /** `value` becomes the engine's. `only`: throws `exists` where it shall be new and is not, ENODATA where it shall be there. */
  setExtended(
    inode: number,
    name: string,
    value: Uint8Array,
    only: 'new' | 'existing' | undefined,
    caller: Caller,
  ): Promise<void>
  listExtended(inode: number, caller: Caller): Promise<readonly string[]>
  /** Throws ENODATA. */
  removeExtended(inode: number, name: string, caller: Caller): Promise<void>
}

export interface LockCalls {
  /** A lock of another owner that is in the way of `request`, if there is one. */
  getLock(inode: number, handle: number, request: LockRequest, caller: Caller): Promise<Lock | undefined>
  /** Takes, changes or gives up a lock. Where another one is in the way: waits for it, or throws EAGAIN. */
  setLock(
    inode: number,
    handle: number,
    request: LockRequest,
    options: { readonly wait: boolean },
    caller: Caller,
  ): Promise<void>
}
