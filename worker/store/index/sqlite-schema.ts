import { newId } from '../../../shared/ids.ts'
import type { Random } from '../../../shared/random/random.ts'
import type { SqliteOptions } from '../../../shared/sqlite/sqlite-file.ts'

/** 'HiWI': a Hiro worker's index. */
const APPLICATION_ID = 0x48695749
const FORMAT_VERSION = 1

/**
 * A new file gets its store id in the transaction that makes it, so a file without one is damaged. Bytes have a table of their own, so that looking at all
 * rows does not read them. README.md of the store describes the columns.
 */
export function indexOptions(random: Random): SqliteOptions {
  return {
    applicationId: APPLICATION_ID,
    userVersion: FORMAT_VERSION,
    damaged: 'integrity',
    schema: `
      CREATE TABLE store (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
      INSERT INTO store VALUES ('${newId(random)}');
      CREATE TABLE pieces (
        cid TEXT PRIMARY KEY, size_bytes INTEGER NOT NULL, revision INTEGER NOT NULL,
        inline INTEGER NOT NULL, due_order INTEGER, checksum INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX receipts_due ON pieces (due_order) WHERE due_order IS NOT NULL;
      CREATE TABLE inline_bytes (cid TEXT PRIMARY KEY, bytes BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT;`,
  }
}
