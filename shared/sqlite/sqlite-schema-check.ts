import { DatabaseSync } from 'node:sqlite'
import { HiroError } from '../errors.ts'
import type { SqliteOptions } from './sqlite-messages.ts'

const SCHEMA = 'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name'

/**
 * The schema is text in the file, and what it says SQLite does: one letter of it changed is another column, or a trigger that counts otherwise. So it has to be, to
 * the letter and but for white space, that of a new file. Throws `options.damaged`.
 */
export function checkSchema(db: DatabaseSync, path: string, options: SqliteOptions): void {
  const fresh = new DatabaseSync(':memory:')
  try {
    fresh.exec(options.schema)
    if (textOf(db) === textOf(fresh)) return
  } catch (cause) {
    throw new HiroError(options.damaged, `${path}: its schema cannot be read`, { cause })
  } finally {
    fresh.close()
  }
  throw new HiroError(options.damaged, `${path}: its schema is not that of this format`)
}

function textOf(db: DatabaseSync): string {
  return JSON.stringify(db.prepare(SCHEMA).all()).replaceAll(/(\s|\\n)+/g, ' ')
}
