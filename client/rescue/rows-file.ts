import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { BackupRow } from '../../shared/backup/backup.js'
import { isOfTree } from '../../shared/backup/tree-keys.ts'
import type { Rows } from './rows.ts'

/** Rows in a file of their own, which is thrown away afterwards: there may be more of them than memory. */
export class FileRows implements Rows, Disposable {
  readonly #db: DatabaseSync
  readonly #get: StatementSync
  readonly #under: StatementSync
  readonly #put: StatementSync
  readonly #delete: StatementSync

  constructor(path: string) {
    this.#db = new DatabaseSync(path)
    // Nothing has to outlive this process.
    this.#db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      CREATE TABLE entry (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;`)
    this.#get = this.#db.prepare('SELECT value FROM entry WHERE key = ?')
    this.#under = this.#db.prepare('SELECT key, value FROM entry WHERE key > ? AND key < ? ORDER BY key LIMIT ?')
    this.#put = this.#db.prepare('INSERT OR REPLACE INTO entry (key, value) VALUES (?, ?)')
    this.#delete = this.#db.prepare('DELETE FROM entry WHERE key = ?')
  }

  apply(rows: readonly BackupRow[]): void {
    this.#db.exec('BEGIN')
    for (const { key, value, gone } of rows) {
      if (!isOfTree(key)) continue
      if (gone) this.#delete.run(key)
      else this.#put.run(key, value)
    }
    this.#db.exec('COMMIT')
  }

  get(key: string): Uint8Array | undefined {
    return this.#get.get(key)?.['value'] as Uint8Array | undefined
  }

  under(prefix: string, after: string, limit: number) {
    const end = `${prefix.slice(0, -1)}0` // '0' follows '/'
    return this.#under.all(after > prefix ? after : prefix, end, limit) as { key: string; value: Uint8Array }[]
  }

  [Symbol.dispose](): void {
    this.#db.close()
  }
}
