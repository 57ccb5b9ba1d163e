import { checksumOf, NOTHING } from './row.ts'

/** "HiMD" */
export const APPLICATION_ID = 0x48694d44
export const FORMAT = 1

/** The digest is a sum of 32 bits, so that SQLite can do it by itself. */
const MASK = 0xffffffff

/**
 * `entry`: the value comes last; what does not fit a page overflows, and the columns before it are read without following it. `state` has one row: the newest revision with a
 * checksum of its own, and the running digest of all entries, their number and the sum of their checksums, by which one that is missing or there twice is noticed.
 */
export const SCHEMA = `
  CREATE TABLE entry (key TEXT NOT NULL PRIMARY KEY, revision INTEGER NOT NULL, checksum INTEGER NOT NULL, value BLOB NOT NULL)
    STRICT, WITHOUT ROWID;
  CREATE TABLE state (one INTEGER PRIMARY KEY CHECK (one = 1), revision INTEGER NOT NULL, checksum INTEGER NOT NULL,
    entries INTEGER NOT NULL, digest INTEGER NOT NULL) STRICT;
  INSERT INTO state VALUES (1, 0, ${checksumOf('', 0, NOTHING)}, 0, 0);
  CREATE TRIGGER entry_made AFTER INSERT ON entry BEGIN
    UPDATE state SET entries = entries + 1, digest = (digest + new.checksum) & ${MASK};
  END;
  CREATE TRIGGER entry_changed AFTER UPDATE ON entry BEGIN
    UPDATE state SET digest = (digest - old.checksum + new.checksum) & ${MASK};
  END;
  CREATE TRIGGER entry_gone AFTER DELETE ON entry BEGIN
    UPDATE state SET entries = entries - 1, digest = (digest - old.checksum) & ${MASK};
  END;
`

export interface Digests {
  readonly entries: number
  readonly digest: number
  readonly entriesFound: number
  readonly digestFound: number
  readonly sizeBytes: number
}

export const sql = {
  upTo: 'SELECT key, revision, checksum, value FROM entry WHERE key <= ? ORDER BY key DESC LIMIT 1',
  scan: 'SELECT key, revision, checksum, value FROM entry WHERE key >= ? AND key < ? ORDER BY key LIMIT ?',
  before: 'SELECT key, revision, checksum, value FROM entry WHERE key < ? ORDER BY key DESC LIMIT 1',
  from: 'SELECT key, revision, checksum, value FROM entry WHERE key >= ? ORDER BY key LIMIT 1',
  put: `INSERT INTO entry (key, revision, checksum, value) VALUES (?, ?, ?, ?) ON CONFLICT (key)
    DO UPDATE SET revision = excluded.revision, checksum = excluded.checksum, value = excluded.value`,
  delete: 'DELETE FROM entry WHERE key = ?',
  newest: "SELECT '' AS key, revision, checksum, x'' AS value FROM state",
  setNewest: 'UPDATE state SET revision = ?, checksum = ?',
  digests: `SELECT entries, digest, (SELECT count(*) FROM entry) AS entriesFound,
    (SELECT coalesce(sum(checksum & ${MASK}), 0) & ${MASK} FROM entry) AS digestFound,
    (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size) AS sizeBytes FROM state`,
} as const
