import { DatabaseSync } from 'node:sqlite'
import { HiroError } from '../errors.ts'
import { DirectWrites } from './direct-writes.ts'
import { ReadTurn } from './read-turn.ts'
import { toSqliteError } from './sqlite-errors.ts'
import type { SqliteOptions, SqlValue, Statement } from './sqlite-messages.ts'
import { StatementCache } from './statement-cache.ts'
import { WriteQueue } from './write-queue.ts'
import type { Writes } from './writes.ts'

export type { SqliteOptions, SqlValue, Statement } from './sqlite-messages.ts'

/** One SQLite file, read on the calling thread and written, durably and in groups, on another. See README.md for why. */
export class SqliteFile {
  readonly #path: string
  readonly #options: SqliteOptions
  readonly #writes: Writes
  readonly #db: DatabaseSync
  readonly #statements: StatementCache
  readonly #turn: ReadTurn

  private constructor(path: string, options: SqliteOptions, writes: Writes, db: DatabaseSync) {
    this.#path = path
    this.#options = options
    this.#writes = writes
    this.#db = db
    this.#statements = new StatementCache(db)
    this.#turn = new ReadTurn(db)
    writes.onSettling(() => this.#turn.end())
  }

  /**
   * Opens the file, or makes it (its folder must exist). Throws `busy` (another process, or another SqliteFile, has it open), `version-unknown` (not our
   * application id or version), `options.damaged` (malformed, empty, or missing where it must exist), `no-room`, `io`.
   */
  static async open(path: string, options: SqliteOptions): Promise<SqliteFile> {
    const writes = await openWrites(path, options)
    try {
      const db = new DatabaseSync(path, { readOnly: true, enableDoubleQuotedStringLiterals: false })
      db.exec('PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF')
      return new SqliteFile(path, options, writes, db)
    } catch (error) {
      await writes.close()
      throw toSqliteError(error, path, options.damaged)
    }
  }

  /**
   * All rows of one query, at once: it blocks for microseconds when the pages are in memory, so ask for pages of rows, not tables. Sees everything whose `write`
   * resolved, perhaps more, and never what is not durable. Two calls may see two states, in one turn of the event loop one, unless a `write` settled between them. The rows and their buffers belong to the caller; T is not checked.
   * Throws `options.damaged`, `io`; `aborted` after close.
   */
  read<T>(sql: string, ...params: readonly SqlValue[]): T[] {
    if (this.#writes.closed) throw new HiroError('aborted', `${this.#path} is closed`)
    try {
      this.#turn.begin()
      return this.#statements.prepare(sql).all(...params) as T[]
    } catch (error) {
      throw toSqliteError(error, this.#path, this.#options.damaged)
    }
  }

  /**
   * Runs the statements in order as one atomic change, after all that earlier calls asked for. When it resolves, the change is on the disk. Buffers may be reused
   * once it settled. Rejects with `no-room`, `io`, `options.damaged`, `busy` (QUEUE_SIZE_BYTES_MAX wait already), `internal` (bad SQL, a broken constraint), `aborted`
   * (closed), and then nothing was changed; other writes are not affected. (After `io`, a power cut right then may still bring the change back.) `unknown`: the thread died of a bug.
   */
  write(statements: readonly Statement[]): Promise<void> {
    return this.#writes.write(statements)
  }

  /** Finishes all writes asked for, then lets go of the file. Idempotent. */
  async close(): Promise<void> {
    await this.#writes.close(() => {
      this.#turn.end()
      this.#db.close()
    })
  }
}

async function openWrites(path: string, options: SqliteOptions): Promise<Writes> {
  if (options.onThisThread !== true) return await WriteQueue.open(path, options)
  try {
    return new DirectWrites(path, options)
  } catch (error) {
    throw toSqliteError(error, path, options.damaged)
  }
}
