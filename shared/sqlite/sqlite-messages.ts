import type { ErrorCode } from '../errors.ts'
import type { SqliteFailure } from './sqlite-errors.ts'

export type SqlValue = null | number | bigint | string | Uint8Array

export interface Statement {
  readonly sql: string
  readonly params: readonly SqlValue[]
}

export interface SqliteOptions {
  /** Run once, in the transaction that makes a new file. Every file's own schema has to be this to the letter: another text is another format. */
  readonly schema: string
  /** Says whose file this is, and which format it has; both are in the file's header and are checked at every open. */
  readonly applicationId: number
  readonly userVersion: number
  /** The code for a file that SQLite finds malformed. */
  readonly damaged: ErrorCode
  /** `false`: an absent file is damage, not a new store. Default true. */
  readonly create?: boolean
  /** A log that rotted is damage, where SQLite drops all commits behind the spot: for what cannot be had elsewhere. Default false. */
  readonly checkLog?: boolean
  /** Writes block the caller; nothing is shared, and no thread has to start. For tests that open a file thousands of times. Default false. */
  readonly onThisThread?: boolean
}

export interface ThreadData {
  readonly path: string
  readonly options: SqliteOptions
}

/** To the thread: a group of writes for one durable transaction, or the end. */
export type ToThread = { readonly writes: readonly (readonly Statement[])[] } | { readonly close: true }

/** From the thread: the result of opening, then one result per write of each group, in order. */
export type FromThread =
  | { readonly opened: true }
  | { readonly failed: SqliteFailure }
  | { readonly settled: readonly (SqliteFailure | undefined)[] }
