import { existsSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { HiroError } from '../errors.ts'
import { isBrokenAmid } from './log-check.ts'
import { createIfAbsent, syncPath } from './sqlite-create.ts'
import { type SqliteFailure, sqliteFailure } from './sqlite-errors.ts'
import { checkHeader } from './sqlite-header.ts'
import type { SqliteOptions, Statement } from './sqlite-messages.ts'
import { checkSchema } from './sqlite-schema-check.ts'
import { StatementCache } from './statement-cache.ts'

/** After a burst the log is cut back to this; in quiet times a checkpoint every 1,000 pages (4 MiB) keeps it shorter. */
const WAL_SIZE_BYTES_MAX = 64 * 1024 * 1024

/** The one writer of a file. Synchronous: it lives on a thread of its own. */
export class SqliteWriter {
  readonly #path: string
  readonly #options: SqliteOptions
  readonly #lock: DatabaseSync
  readonly #db: DatabaseSync
  readonly #statements: StatementCache

  constructor(path: string, options: SqliteOptions) {
    this.#path = path
    this.#options = options
    this.#lock = lockBeside(path)
    let db: DatabaseSync | undefined
    try {
      createIfAbsent(path, options)
      const { pageBytes } = checkHeader(path, options)
      if (existsSync(`${path}-wal`)) takeUpLog(`${path}-wal`, pageBytes, options)
      db = new DatabaseSync(path, { defensive: true, enableDoubleQuotedStringLiterals: false })
      checkVersion(db, path, options)
      checkSchema(db, path, options)
      // Without spilling: a group of rows that lie far apart touches more pages than the cache holds, and would write each of them to the log several times.
      db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF;
        PRAGMA cache_spill=OFF; PRAGMA journal_size_limit=${WAL_SIZE_BYTES_MAX}`)
    } catch (error) {
      db?.close()
      this.#lock.close()
      throw error
    }
    this.#db = db
    this.#statements = new StatementCache(db)
  }

  /**
   * Makes all writes durable in one transaction. When that fails, every write gets a transaction of its own, so that a bad one, or one that
   * does not fit on the disk, fails alone. (Savepoints would not do: SQLite may roll back the whole transaction by itself when the disk is full.)
   */
  settle(writes: readonly (readonly Statement[])[]): (SqliteFailure | undefined)[] {
    const failure = this.#commit(writes)
    if (failure === undefined) return writes.map(() => undefined)
    return writes.length === 1 ? [failure] : writes.map((write) => this.#commit([write]))
  }

  /** Moves the log into the file, if there is room, and removes it. */
  close(): void {
    this.#db.close()
    this.#lock.close()
  }

  #commit(writes: readonly (readonly Statement[])[]): SqliteFailure | undefined {
    try {
      this.#db.exec('BEGIN IMMEDIATE')
      for (const write of writes) for (const { sql, params } of write) this.#statements.prepare(sql).run(...params)
      this.#db.exec('COMMIT')
      return undefined
    } catch (error) {
      const failure = sqliteFailure(error, this.#path, this.#options.damaged)
      try {
        if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      } catch {
        // The first error says why; the next BEGIN fails, and says so, if there is still a transaction open.
      }
      return failure
    }
  }
}

/**
 * Two processes on one file would each take their own memory of it for the truth. So the writer holds a lock for as long as it lives: an exclusive transaction on an
 * empty database beside the file, which the operating system drops with the process, however that ends.
 */
function lockBeside(path: string): DatabaseSync {
  const lock = new DatabaseSync(`${path}.lock`)
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (cause) {
    lock.close()
    if (cause instanceof Error && 'errcode' in cause && cause.errcode === 5) {
      throw new HiroError('busy', `${path} is in use by another process`, { cause })
    }
    throw cause
  }
}

/** What a process that did not end in order has left. */
function takeUpLog(path: string, pageBytes: number, options: SqliteOptions): void {
  // A process killed between writing its log and syncing it leaves commits that we would read and a power cut could still take.
  syncPath(path)
  if (options.checkLog === true && isBrokenAmid(readFileSync(path), pageBytes)) {
    throw new HiroError(options.damaged, `${path} is damaged, and commits behind the damage would be lost`)
  }
}

function checkVersion(db: DatabaseSync, path: string, options: SqliteOptions): void {
  const applicationId = db.prepare('PRAGMA application_id').get()?.['application_id']
  const userVersion = db.prepare('PRAGMA user_version').get()?.['user_version']
  if (applicationId !== options.applicationId) {
    throw new HiroError(
      'version-unknown',
      `${path} is another program's: application id ${String(applicationId)}, not ${options.applicationId}`,
    )
  }
  if (userVersion !== options.userVersion) {
    throw new HiroError(
      'version-unknown',
      `${path} has format ${String(userVersion)}; this Hiro knows ${options.userVersion}`,
    )
  }
}
