import { statSync } from 'node:fs'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { toSqliteError } from '../../shared/sqlite/sqlite-errors.ts'
import { SqliteFile, type Statement } from '../../shared/sqlite/sqlite-file.ts'
import type { MetadataEngine, Writes } from './metadata-engine.ts'
import type { Entry, Revision } from './metadata-store.ts'
import { checksumOf, isWhole, NOTHING, type Row } from './row.ts'
import { RowCache } from './row-cache.ts'
import { NewestWitness } from './sqlite-newest-witness.ts'
import { APPLICATION_ID, type Digests, FORMAT, SCHEMA, sql } from './sqlite-schema.ts'

/** SQLite's own check reads the whole file; above this, starting would take too long (a cold disk gives 100 to 500 MB/s). */
const QUICK_CHECK_SIZE_BYTES_MAX = 1024 ** 3

export interface SqliteEngineOptions {
  readonly create?: boolean
  readonly onThisThread?: boolean
}

/** Rows in one SQLite file; every one that is read is checked first. */
export class SqliteEngine implements MetadataEngine {
  readonly #path: string
  readonly #file: SqliteFile
  readonly #witness: NewestWitness
  readonly #cache = new RowCache()

  private constructor(path: string, file: SqliteFile, witness: NewestWitness) {
    this.#path = path
    this.#file = file
    this.#witness = witness
  }

  static async open(path: string, { create = true, onThisThread = false }: SqliteEngineOptions): Promise<SqliteEngine> {
    const format = {
      schema: SCHEMA,
      applicationId: APPLICATION_ID,
      userVersion: FORMAT,
      damaged: 'metadata-damaged',
      checkLog: true,
    } as const
    const hadLog = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
    const file = await SqliteFile.open(path, { ...format, create, onThisThread }).catch((error: unknown) => {
      throw withAdvice(error)
    })
    let witness: NewestWitness | undefined
    try {
      witness = NewestWitness.open(`${path}-newest`)
      const engine = new SqliteEngine(path, file, witness)
      engine.#checkNewest(hadLog)
      engine.#check()
      return engine
    } catch (error) {
      witness?.close()
      await file.close()
      throw toSqliteError(error, path, 'metadata-damaged')
    }
  }

  newest(): Revision {
    const [row] = this.#read(sql.newest)
    if (row === undefined) throw this.#damaged('the newest revision is missing')
    return row.revision
  }

  get(key: string): Uint8Array | undefined {
    const known = this.#cache.get(key)
    if (known) return known.value
    // The row, or its neighbour, in one search.
    const [row] = this.#read(sql.upTo, key)
    const value = row?.key === key ? row.value : undefined
    if (value === undefined) this.#read(sql.from, key)
    this.#cache.keep(key, value)
    return value
  }

  scan(start: string, end: string, limit: number): Entry[] {
    const rows = this.#read(sql.scan, start, end, limit)
    // Whoever pages goes on behind the last key: a damaged page must not send him back.
    let last = ''
    for (const { key } of rows) {
      if (key < start || key <= last) throw this.#damaged(`the row of ${key} is not in its place`)
      last = key
    }
    // With as many as were asked for, the caller knows that there may be more.
    this.#checkAround(start, rows.length < limit ? end : undefined)
    return rows
  }

  async commit(revision: Revision, writes: Writes): Promise<void> {
    const statements: Statement[] = []
    for (const [key, value] of writes) {
      if (value === undefined) statements.push({ sql: sql.delete, params: [key] })
      else statements.push({ sql: sql.put, params: [key, revision, checksumOf(key, revision, value), value] })
    }
    statements.push({ sql: sql.setNewest, params: [revision, checksumOf('', revision, NOTHING)] })
    this.#cache.begin(writes.keys())
    try {
      await this.#file.write(statements)
    } catch (error) {
      throw withAdvice(error)
    } finally {
      this.#cache.end(writes.keys())
    }
    for (const [key, value] of writes) this.#cache.keep(key, value)
    this.#witness.durable(revision)
  }

  async close(): Promise<void> {
    await this.#file.close()
    this.#witness.close()
  }

  /**
   * What no single read can notice. The digest takes a tenth of a second per million entries, since neither values nor hashes are touched; SQLite's check, which
   * finds keys that are out of order and so out of reach, three times that.
   */
  #check(): void {
    const [state] = this.#query<Digests>(sql.digests)
    if (state === undefined) throw this.#damaged('the newest revision is missing')
    const { sizeBytes, entries, digest, entriesFound, digestFound } = state
    if (entries !== entriesFound) throw this.#damaged(`${entriesFound} of ${entries} entries are there`)
    if (digest !== digestFound) throw this.#damaged(`some of its ${entries} entries are not those that were written`)
    if (sizeBytes > QUICK_CHECK_SIZE_BYTES_MAX) return
    const [result] = this.#query<{ integrity_check: string }>('PRAGMA integrity_check(1)')
    if (result?.integrity_check !== 'ok') throw this.#damaged(String(result?.integrity_check))
  }

  /**
   * The end of a log that rotted looks like one that a crash cut, and SQLite leaves it out. Without a log nothing was left out: the file may be an older one that was put here
   * on purpose.
   */
  #checkNewest(hadLog: boolean): void {
    const newest = this.newest()
    const { newest: acknowledged } = this.#witness
    if (hadLog && newest < acknowledged) {
      throw this.#damaged(`the newest commit in its log is ${newest}, and ${acknowledged} was acknowledged`)
    }
    this.#witness.starts(newest)
  }

  /**
   * A key that was altered on the disk is missing where it was. Its row still stands in its place among the others, though, and so next to where the key would be: that nothing
   * is there holds only when the neighbours are what was written.
   */
  #checkAround(start: string, end: string | undefined): void {
    this.#read(sql.before, start)
    if (end !== undefined) this.#read(sql.from, end)
  }

  #read(query: string, ...params: (string | number)[]): Row[] {
    const rows = this.#query<Row>(query, ...params)
    for (const row of rows) {
      if (!isWhole(row)) throw this.#damaged(`the row of ${row.key || 'the newest revision'} is not what was written`)
    }
    return rows
  }

  #query<T>(query: string, ...params: (string | number)[]): T[] {
    try {
      return this.#file.read<T>(query, ...params)
    } catch (error) {
      throw withAdvice(error)
    }
  }

  #damaged(what: string): HiroError {
    return withAdvice(new HiroError('metadata-damaged', `${this.#path}: ${what}`)) as HiroError
  }
}

/** Damage is told together with the way out of it. */
function withAdvice(error: unknown): unknown {
  if (!hasCode(error, 'metadata-damaged', 'version-unknown')) return error
  const way = 'stop the coordinator and restore them from the newest backup'
  const advice =
    error.code === 'metadata-damaged'
      ? `Nothing is served from damaged metadata: ${way}`
      : `If no other version of Hiro ever wrote these metadata, they are damaged: ${way}`
  return new HiroError(error.code, `${error.message}. ${advice}`, { cause: error })
}
