/**
 * The piece store port: what a worker keeps. Engines: memory (tests), disk (also in the simulator, on a simulated disk). CIDs are strings (base32), as in shared/cid.ts.
 *
 * A piece in the store is whole, hashed and durable; a put that died half-way leaves nothing behind after the next start. Absent, corrupt and unreadable are told
 * apart: `undefined` or `not-found`, `integrity`, `io`. After `close` everything but `usage` throws `aborted`.
 */

import type { PieceAudit } from './piece-audit.ts'

/** What a put says of itself: the upload or task it serves, and the revision of its grant. */
export interface PutOrder {
  readonly cid: string
  readonly sizeBytes: number
  /** Of the grant. A removal older than the newest put of a piece is refused. */
  readonly revision: number
}

export interface PieceStat {
  readonly sizeBytes: number
  /** The newest revision under which this piece was put. */
  readonly revision: number
}

/** One write at a time. A put that failed once is over: everything it took is released, and what follows throws `aborted`. */
export interface PieceWriter {
  /**
   * Takes the next bytes; resolves when there is room for more. The buffer is not copied and must not change until `finish` or `abort` settled. Throws `integrity` (more than
   * ordered), `no-room`, `io`.
   */
  write(bytes: Uint8Array): Promise<void>
  /**
   * Checks length and hash and makes the piece durable. Throws `integrity` (not the bytes the CID names, or not the length; nothing is kept), `no-room`, `io`, `busy` (too
   * much waits to be committed). Puts that wait at once share an fsync of the index and of their folder.
   */
  finish(): Promise<void>
  /** Forgets what was written. Idempotent; harmless during a write, and during and after `finish`, which it lets end. Never throws. */
  abort(): Promise<void>
}

export interface Receipt {
  readonly cid: string
  readonly sizeBytes: number
  readonly revision: number
}

export interface Usage {
  readonly pieces: number
  /** Bytes of pieces kept, plus those that writers under way have reserved. */
  readonly usedBytes: number
  /** What a new piece may still take: the smaller of the guaranteed capacity and the disk's free space less the reserve. */
  readonly freeBytes: number
}

export interface PieceStore {
  /** Random, 16 bytes in hex, made with the store: a wiped disk is a new store. */
  readonly storeId: string
  /**
   * Begins a put and reserves its room until the writer ends: end every writer. `undefined` means the piece is already here, whole as far as can be seen without
   * reading it (one whose file is gone or has another length is put anew): its revision is raised to the order's when that is newer (durably), and its receipt is due
   * again. Throws `no-room` before anything is written, `integrity` (it is here with another length), `usage` (not an order), `io`. Two puts of one piece at once are
   * allowed; either makes it.
   */
  begin(order: PutOrder): Promise<PieceWriter | undefined>
  /** `undefined` means: not here. Does not look at the piece. Throws `integrity` (what the index says of it is damaged), `io`. */
  stat(cid: string): Promise<PieceStat | undefined>
  /**
   * Bytes [offset, offset + length) of a piece, in slices of at most 256 KiB that belong to the consumer; the whole piece when both are left out. Throws `not-found`,
   * `integrity` (the piece is gone, shorter or longer than it was when it was put; its hash is not checked), `usage` (range outside of the piece), `io`. Leaving the loop early releases everything.
   */
  read(cid: string, range?: { offset: number; lengthBytes: number }): AsyncIterable<Uint8Array>
  /**
   * Removes a piece, durably; who reads it just now can finish. `newer`: refused, the piece was put under a newer revision than this removal's. Idempotent (`absent`). Throws
   * `io`, after which it may be removed already.
   */
  remove(cid: string, revision: number): Promise<'removed' | 'absent' | 'newer'>
  /** Receipts that the coordinator has not acknowledged yet, oldest first; they survive a restart. */
  receiptsDue(limit: number): Promise<Receipt[]>
  /** Forgets that these receipts are due, unless the piece was put again since under a newer revision. Idempotent; need not be durable at once. */
  receiptsAcknowledged(receipts: readonly Receipt[]): Promise<void>
  /** CIDs of pieces that are here, in the order of their text, from behind `after` (empty: the first). Damaged and bad ones are left out. Throws `io`. */
  list(after: string, limit: number): Promise<string[]>
  /** The receipts of those that are here are due again, durably. What is not here, or damaged, is left alone. Idempotent. Throws `io`, `no-room`. */
  receiptsAgain(cids: readonly string[]): Promise<void>
  usage(): Promise<Usage>
  /** Looks whether what is here is still what it was. */
  readonly audit: PieceAudit
  close(): Promise<void>
}
