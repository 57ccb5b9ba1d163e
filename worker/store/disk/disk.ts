/**
 * The disk as a port, as thin as the file system below it, so that the disk piece store itself can run on a simulated disk that loses what was
 * not synced. Paths use `/` and are relative to the disk's root. Errors: `no-room` (ENOSPC, EDQUOT), `not-found`, `io`.
 */
export interface Disk {
  /** A new, empty file open for writing; one that exists is emptied. The name is durable only after `syncFolder`. */
  create(path: string): Promise<DiskFile>
  open(path: string): Promise<DiskFile>
  /** Atomic; replaces `to`. Durable after `syncFolder` of both folders. */
  rename(from: string, to: string): Promise<void>
  /** Absent is no error. */
  remove(path: string): Promise<void>
  /** Names in a folder, in no order; an absent folder is empty. */
  list(folder: string): Promise<string[]>
  /** Makes the folder and its parents, durably. Idempotent. */
  makeFolder(folder: string): Promise<void>
  syncFolder(folder: string): Promise<void>
  /** Free bytes for this user. */
  freeBytes(): Promise<number>
}

export interface DiskFile {
  /** Appends all of the buffers in order; resolves when they are handed to the file system, not when they are durable. */
  append(buffers: readonly Uint8Array[]): Promise<void>
  /** Up to `length` bytes from `offset` in a new buffer that the caller owns; shorter only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>
  sizeBytes(): Promise<number>
  /** Makes content and length durable (fdatasync). */
  sync(): Promise<void>
  close(): Promise<void>
}
