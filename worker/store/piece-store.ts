/**
 * The piece store port: what a worker keeps. Engines: memory (tests, simulator), disk. CIDs are strings (base32), as in shared/cid.ts.
 *
 * A piece in the store is whole, hashed and durable; a put that died half-way leaves nothing behind after the next start.
 */

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

export interface PieceWriter {
  /** Takes the next bytes; resolves when there is room for more. The buffer must not change until `finish` or `abort` settled. Throws `no-room`, `io`. */
  write(bytes: Uint8Array): Promise<void>
  /**
   * Checks length and hash and makes the piece durable. Throws `integrity` (not the bytes the CID names, or not the length; nothing is kept), `no-room`, `io`.
   * One fsync of folder and index serves all that wait for it.
   */
  finish(): Promise<void>
  /** Forgets what was written. Idempotent; harmless after `finish`. */
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
   * Begins a put and reserves its room. `undefined` means the piece is already here, whole: its revision is raised to the order's when that is newer
   * (durably), and its receipt is due again. Throws `no-room` before anything is written. Two puts of one piece at once are allowed; either makes it.
   */
  begin(order: PutOrder): Promise<PieceWriter | undefined>
  /** `undefined` means: not here. Does not read the piece. */
  stat(cid: string): Promise<PieceStat | undefined>
  /**
   * Bytes [offset, offset + length) of a piece, in slices of at most 256 KiB that belong to the consumer; the whole piece when both are left out. Throws `not-found`,
   * `integrity` (the piece is shorter or longer than it was when it was put), `usage` (range outside of the piece), `io`. Leaving the loop early releases everything.
   */
  read(cid: string, range?: { offset: number; lengthBytes: number }): AsyncIterable<Uint8Array>
  /** Removes a piece, durably. `newer`: refused, the piece was put again under a newer revision than this removal's. Idempotent (`absent`). */
  remove(cid: string, revision: number): Promise<'removed' | 'absent' | 'newer'>
  /** Receipts that the coordinator has not acknowledged yet, oldest first; they survive a restart. */
  receiptsDue(limit: number): Promise<Receipt[]>
  /** Forgets that these receipts are due, unless the piece was put again since under a newer revision. Idempotent; need not be durable at once. */
  receiptsAcknowledged(receipts: readonly Receipt[]): Promise<void>
  usage(): Promise<Usage>
  close(): Promise<void>
}
