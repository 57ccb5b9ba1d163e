import type { Entry, Revision } from './metadata-store.ts'

/** What a commit does to each key: a value, or `undefined` for none. */
export type Writes = ReadonlyMap<string, Uint8Array | undefined>

/**
 * What an embedded engine (memory, SQLite) has to do itself; transactions, conflicts, limits and watching are the same for all of them (optimistic-metadata-store.ts).
 * Reads are synchronous and see durable commits only, all up to `newest()` at least. So a state never goes backwards, but two reads may see two states.
 */
export interface MetadataEngine {
  /** Revision of the newest commit that reads see. */
  newest(): Revision
  get(key: string): Uint8Array | undefined
  /** Keys in [start, end), in order, at most `limit`. */
  scan(start: string, end: string, limit: number): Entry[]
  /** Calls come in order of revision, and become durable and visible in that order; one that fails changed nothing and does not stop the next. */
  commit(revision: Revision, writes: Writes): Promise<void>
  /** Called when no commit is under way. */
  close(): Promise<void>
}
