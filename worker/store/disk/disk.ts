/**
 * The disk as a port, as thin as the file system below it, so that the disk piece store itself can run on a simulated disk that loses what was
 * not synced. Engines: node (a folder of this machine), simulated (tests, simulator).
 *
 * Paths use `/`, are relative to the disk's root, and their parts are made of letters, digits, `.`, `-` and `_` and do not begin with `.`: a path can
 * never leave the root (`usage`). Other errors: `no-room` (ENOSPC, EDQUOT), `not-found` (the file, or the folder it should be in), `io`.
 * Nothing here is durable by itself: contents are after `NewFile.sync`, names after `syncFolder`, each without the other.
 */
export interface Disk {
  /** A new, empty file open for appending; one that exists is emptied. The name is durable only after `syncFolder`. */
  create(path: string): Promise<NewFile>
  /** An existing file, open for reading. It stays readable through this handle when its name is removed or replaced. */
  open(path: string): Promise<DiskFile>
  /** Atomic; replaces `to`. Durable after `syncFolder` of both folders. */
  rename(from: string, to: string): Promise<void>
  /** Absent is no error. */
  remove(path: string): Promise<void>
  /** Names in a folder, in no order; an absent folder is empty. */
  list(folder: string): Promise<string[]>
  /** Makes the folder and its parents, durably. Idempotent. */
  makeFolder(folder: string): Promise<void>
  /** Makes durable which names the folder holds, as of the call. */
  syncFolder(folder: string): Promise<void>
  /** Free bytes for this user. */
  freeBytes(): Promise<number>
}

/** Direct writes begin and end at multiples of this, in the file and in memory; no disk asks for more. */
export const DISK_BLOCK_BYTES = 4096

export interface NewFile {
  /**
   * Appends all of the buffers in order; resolves when they are handed to the file system, not when they are durable. The buffers must not change until then.
   * One append at a time; those of whole `DISK_BLOCK_BYTES` cost the least. After an error any part of them may have been appended.
   */
  append(buffers: readonly Uint8Array[]): Promise<void>
  /** Makes content and length durable (fdatasync), as of the call. Not to be tried again after an error: the bytes may be gone from memory already. */
  sync(): Promise<void>
  /** Idempotent; never throws: what must be durable was synced before. */
  close(): Promise<void>
}

export interface DiskFile {
  /** Up to `lengthBytes` bytes from `offset` in a new buffer that the caller owns; shorter only at the end of the file. */
  read(offset: number, lengthBytes: number): Promise<Uint8Array>
  sizeBytes(): Promise<number>
  /** Idempotent; never throws. */
  close(): Promise<void>
}
