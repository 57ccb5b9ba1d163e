/**
 * The piece index as a port: which pieces a store holds. The index is the word on that, not the files: a piece is in the store from the commit that indexes it to
 * the commit that removes it. Small pieces live in the index itself. Engines: memory (tests, simulator), SQLite.
 *
 * Absent, corrupt and unreadable are told apart: `undefined`, `integrity` (a row's checksum does not fit; also a file that SQLite finds malformed), `io`. After
 * `close` everything throws `aborted`.
 */
export interface PieceIndex {
  /** Random, 32 hex digits, made with the index. */
  readonly storeId: string
  /** Throws `integrity`, `io`. */
  get(cid: string): Promise<IndexRow | undefined>
  /** The bytes of a piece that lives in the index, in a buffer that the caller owns; `undefined` when there are none. Throws `integrity`, `io`. */
  inlineBytes(cid: string): Promise<Uint8Array | undefined>
  /**
   * Makes all of the changes or none of them, durably, after those of earlier calls. Idempotent, but for the order of the receipts due. Commits that wait at the same time share an
   * fsync without sharing their fate. Buffers may be reused once it settled. Throws `no-room`, `busy` (too much is queued; nothing changed), `io`, `integrity`.
   */
  commit(changes: readonly IndexChange[]): Promise<void>
  /** Rows whose receipt is due, the one that became due first first. Damaged rows are left out: they must not keep the others waiting. */
  receiptsDue(limit: number): Promise<IndexRow[]>
  /** Rows in the order of their CIDs, behind `after` ('': from the first on), damaged ones among them. Throws `io`. */
  list(after: string, limit: number): Promise<IndexEntry[]>
  /** Looks at every row (a second for some hundred thousand): for start-up. */
  totals(): Promise<IndexTotals>
  /** Commits asked for before are finished first. Idempotent. */
  close(): Promise<void>
}

export interface IndexRow {
  readonly cid: string
  readonly sizeBytes: number
  /** The newest under which the piece was put. */
  readonly revision: number
  /** Whether the coordinator has yet to acknowledge the receipt of the newest put. */
  readonly receiptDue: boolean
  /** Whether the bytes are in the index and not in a file. */
  readonly inline: boolean
  /** Someone read it and found that the bytes are not those of the CID: it counts no more, and waits for a new put or for leave to go. */
  readonly bad: boolean
}

export interface IndexEntry {
  readonly cid: string
  /** `undefined`: damaged. */
  readonly row: IndexRow | undefined
}

export type IndexChange =
  /** A piece that is new, or replaces a damaged one; with its bytes when `row.inline`. */
  | { readonly kind: 'put'; readonly row: IndexRow; readonly inlineBytes?: Uint8Array }
  /** Another revision or receipt of a piece that is here and stays where it is. `receiptDue` puts its receipt last in order. */
  | { readonly kind: 'update'; readonly row: IndexRow }
  /** Absent is no error. */
  | { readonly kind: 'remove'; readonly cid: string }

/** More than these are found again by whoever looks at the pieces. */
export const BAD_CIDS_MAX = 10_000

export interface IndexTotals {
  /** Those of undamaged rows. */
  readonly pieces: number
  readonly sizeBytes: number
  readonly damagedRows: number
  /** Of bad copies, and of damaged rows; the first of very many. */
  readonly badCids: readonly string[]
}
