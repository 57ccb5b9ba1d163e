import { chmodSync, existsSync, linkSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { HiroError } from '../../../shared/errors.ts'
import { idBytes } from '../records.ts'
import { olderThanSeen, type Sighting, type VersionMemory } from './version-memory.ts'

const FORMAT_VERSION = 1
/** How long a process waits for others that write at the same time; each holds the file for well under a millisecond. */
const BUSY_TIMEOUT_MS = 10_000

/**
 * One SQLite file for all processes of a client, of mode 0600. Opened at the first check, so that a command which reads no file pays
 * nothing. The path's folder must exist.
 */
export class FileVersionMemory implements VersionMemory {
  readonly #path: string
  #table: Promise<Table> | undefined

  constructor(path: string) {
    this.#path = path
  }

  async check(file: string, version: number, isLost?: (seen: number) => boolean): Promise<void> {
    const [error] = await this.checkAll([{ file, version }], isLost)
    if (error) throw error
  }

  async checkAll(
    sightings: readonly Sighting[],
    isLost?: (seen: number) => boolean,
  ): Promise<(HiroError | undefined)[]> {
    this.#table ??= openTable(this.#path)
    const table = await this.#table.catch((error: unknown) => {
      // What was in the way may be gone at the next check.
      this.#table = undefined
      throw error
    })
    const check = (sighting: Sighting): HiroError | undefined => checkOne(table, sighting, isLost)
    return inWords(this.#path, () => {
      // Most checks find what they know and write nothing.
      const isKnown = ({ file, version }: Sighting): boolean => seenIn(table.highest.get(idBytes(file))) === version
      if (sightings.every(isKnown)) return sightings.map(() => undefined)
      if (sightings.length === 1) return sightings.map(check)
      return inOneWrite(table.database, () => sightings.map(check))
    })
  }

  async close(): Promise<void> {
    const table = this.#table
    this.#table = undefined
    const opened = await table?.catch(() => undefined)
    opened?.database.close()
  }
}

interface Table {
  readonly database: DatabaseSync
  readonly highest: StatementSync
  readonly raise: StatementSync
  readonly lower: StatementSync
}

/** The condition in `raise` decides between processes that saw different versions at once. */
function checkOne(
  { highest, raise, lower }: Table,
  { file, version }: Sighting,
  isLost: ((seen: number) => boolean) | undefined,
): HiroError | undefined {
  const id = idBytes(file)
  let seen = seenIn(highest.get(id))
  if (seen < version) {
    raise.run(id, version)
    seen = seenIn(highest.get(id))
  }
  if (seen <= version) return undefined
  if (!isLost?.(seen)) return olderThanSeen(file, version, seen)
  lower.run(version, id, seen)
  return undefined
}

/** A write by itself takes several times what its row does. */
function inOneWrite<T>(database: DatabaseSync, run: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = run()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

type Open = (path: string) => DatabaseSync

async function openTable(path: string): Promise<Table> {
  const { DatabaseSync } = await import('node:sqlite')
  const open: Open = (at) => new DatabaseSync(at, { timeout: BUSY_TIMEOUT_MS })
  return inWords(path, () => {
    if (!existsSync(path)) create(path, open)
    const database = open(path)
    const version = database.prepare('PRAGMA user_version').get()?.['user_version']
    if (version !== FORMAT_VERSION) {
      database.close()
      if (version === 0) throw damaged(path)
      const found = `the memory of versions seen is of format version ${String(version)}: ${path}`
      throw new HiroError('version-unknown', `${found}; this Hiro knows ${FORMAT_VERSION}`)
    }
    // Only a power cut can take the newest entries, and no check waits for the disk.
    database.exec('PRAGMA synchronous = NORMAL')
    return {
      database,
      highest: database.prepare('SELECT version FROM seen WHERE file = ?'),
      raise: database.prepare(`
        INSERT INTO seen (file, version) VALUES (?, ?)
        ON CONFLICT (file) DO UPDATE SET version = excluded.version WHERE excluded.version > version`),
      lower: database.prepare('UPDATE seen SET version = ? WHERE file = ? AND version = ?'),
    }
  })
}

/**
 * Puts a complete database in place at once. Processes that made it together in its place would meet "database is locked" without any waiting: SQLite does
 * not queue who turns a database to write-ahead logging.
 */
function create(path: string, open: Open): void {
  const folder = mkdtempSync(`${path}-`)
  try {
    const made = join(folder, 'made')
    const database = open(made)
    database.exec(`
      PRAGMA journal_mode = WAL;
      CREATE TABLE seen (file BLOB PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      PRAGMA user_version = ${FORMAT_VERSION};
    `)
    database.close()
    chmodSync(made, 0o600)
    try {
      linkSync(made, path)
    } catch (error) {
      // Another process was faster, and its file is as good.
      if (!existsSync(path)) throw error
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function seenIn(row: Record<string, unknown> | undefined): number {
  return typeof row?.['version'] === 'number' ? row['version'] : 0
}

const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26

function inWords<T>(path: string, run: () => T): T {
  try {
    return run()
  } catch (cause) {
    if (cause instanceof HiroError) throw cause
    const code = cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) & 0xff : 0
    if (code === SQLITE_CORRUPT || code === SQLITE_NOTADB) throw damaged(path, cause)
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new HiroError('io', `the memory of versions seen cannot be used: ${path}: ${why}`, { cause })
  }
}

function damaged(path: string, cause?: unknown): HiroError {
  const advice = 'move it away to go on; a version that went back before then will not be noticed'
  return new HiroError('integrity', `the memory of versions seen is damaged: ${path}; ${advice}`, { cause })
}
