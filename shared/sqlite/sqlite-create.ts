import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { HiroError } from '../errors.ts'
import type { SqliteOptions } from './sqlite-messages.ts'

/**
 * Makes the file under another name and renames it, so that a file under its own name was complete once: whatever is less, an empty one too, is damage. (SQLite
 * by itself takes an empty file for a new database, and throws away the WAL beside it.)
 */
export function createIfAbsent(path: string, options: SqliteOptions): void {
  if (existsSync(path)) return
  if (options.create === false) throw new HiroError(options.damaged, `${path} is missing`)
  if (existsSync(`${path}-wal`))
    throw new HiroError(options.damaged, `${path} is missing, but its write-ahead log is there`)
  const unfinished = `${path}.new`
  for (const leftover of [unfinished, `${unfinished}-journal`]) rmSync(leftover, { force: true })
  const db = new DatabaseSync(unfinished)
  try {
    db.exec('PRAGMA synchronous=FULL; BEGIN IMMEDIATE')
    db.exec(options.schema)
    db.exec(`PRAGMA application_id=${options.applicationId}; PRAGMA user_version=${options.userVersion}; COMMIT`)
  } finally {
    db.close()
  }
  renameSync(unfinished, path)
  syncPath(dirname(path))
}

/**
 * Of a file or a folder. Not for the database itself while it is open: closing any descriptor of it drops the locks that SQLite holds through its own (POSIX locks
 * belong to the process). Its log carries no locks.
 */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
