/**
 * The metadata store port: an ordered map of string keys to byte values with serializable transactions. Everything above it is ordinary code,
 * written once for all engines (memory, SQLite, later etcd).
 *
 * Keys order by their UTF-16 code units; only ASCII is used. A key is at most KEY_LENGTH_MAX characters. Limits hold in every engine: a value under 64 KiB, a
 * transaction under 128 writes and 1 MiB; crossing them is a bug of the caller and throws `internal`.
 */

/**
 * The number of a transaction, ever growing: the order of all changes. Its high part is the epoch (see shared/revision.ts).
 * Known only when the transaction commits, so keys and values that carry it are given as functions of it.
 */
export type Revision = number
export type Stamped<T> = T | ((revision: Revision) => T)

export interface Entry {
  readonly key: string
  /** Belongs to the store: read it, do not change it. */
  readonly value: Uint8Array
}

/** Keys in [start, end), in order, at most `limit` (1,000 unless given). The caller pages by starting after the last key it got. */
export interface Range {
  readonly start: string
  readonly end: string
  readonly limit?: number
}

export interface Reader {
  /** `undefined` means: no such key. Throws `metadata-damaged` when the row's checksum does not hold. */
  get(key: string): Promise<Uint8Array | undefined>
  scan(range: Range): Promise<Entry[]>
}

export interface Transaction extends Reader {
  /** The value belongs to the store from here on. Reads in the same transaction see earlier plain writes; reading a key that waits for its stamped value throws `internal`. */
  put(key: Stamped<string>, value: Stamped<Uint8Array>): void
  delete(key: string): void
}

export interface Committed<T> {
  readonly value: T
  /** Of this transaction, or, when it wrote nothing, the newest one it can have seen. */
  readonly revision: Revision
}

export interface MetadataStore extends Reader {
  /**
   * Runs `body` and commits its writes atomically and durably, if nothing it read (keys, absent keys, ranges) has changed meanwhile; else runs
   * `body` again, a bounded number of times, then throws `conflict`. So `body` may run more than once and must have no other effect. What `body` throws cancels
   * the transaction and is passed on (after one re-check: an error caused by a stale read is a retry). Other errors: `no-room` (disk full, nothing changed),
   * `busy` (too many commits wait for the disk, nothing changed), `io`, `metadata-damaged`, `aborted` (closed). When it resolves, the change is on the disk.
   */
  transact<T>(body: (tx: Transaction) => Promise<T>): Promise<Committed<T>>
  /** Calls `changed` with the keys under `prefix` that a commit wrote or deleted, soon after it is durable. For waking up background work; may merge commits. The result unsubscribes. */
  watch(prefix: string, changed: (keys: readonly string[]) => void): () => void
  close(): Promise<void>
}
