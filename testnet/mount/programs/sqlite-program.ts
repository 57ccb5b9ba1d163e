/**
 * `node sqlite-program.ts append|count|check DATABASE MODE [TIMES]`: real use of a database on a file system, by a process that can be killed. `append`: transactions of ten rows, and after each commit
 * its number on standard output, until it is killed; `count`: adds one to a counter so many times, each in a transaction of its own, beside others; `check`: prints what is there as JSON.
 */
import { writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { HiroError } from '../../../shared/errors.ts'

const ROWS_EACH = 10
const FILLER = 'x'.repeat(500)
/** Another process may hold the lock as long as its fsyncs take. */
const PATIENCE_MS = 30_000

const [task, path = '', mode = '', times = '0'] = process.argv.slice(2)
const database = new DatabaseSync(path, { timeout: PATIENCE_MS })
const actual = database.prepare(`PRAGMA journal_mode = ${mode}`).get()?.['journal_mode']
if (actual !== mode) throw new HiroError('io', `the journal is ${String(actual)} and not ${mode}`)
database.exec(`
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS entry (batch INTEGER, row INTEGER, filler TEXT);
  CREATE TABLE IF NOT EXISTS counter (id INTEGER PRIMARY KEY, value INTEGER);
  INSERT OR IGNORE INTO counter VALUES (1, 0);
`)

const numbers = (sql: string): Record<string, unknown> => ({ ...database.prepare(sql).get() })

if (task === 'append') {
  const insert = database.prepare('INSERT INTO entry VALUES (?, ?, ?)')
  const last = numbers('SELECT coalesce(max(batch), 0) AS batch FROM entry')['batch']
  for (let batch = Number(last) + 1; ; batch++) {
    database.exec('BEGIN IMMEDIATE')
    for (let row = 0; row < ROWS_EACH; row++) insert.run(batch, row, FILLER)
    database.exec('COMMIT')
    writeSync(1, `${batch}\n`)
  }
} else if (task === 'count') {
  for (let time = 0; time < Number(times); time++) database.exec('UPDATE counter SET value = value + 1 WHERE id = 1')
} else {
  const { integrity_check } = numbers('PRAGMA integrity_check')
  const { batches } = numbers('SELECT count(DISTINCT batch) AS batches FROM entry')
  const { torn } = numbers(
    `SELECT count(*) AS torn FROM (SELECT batch FROM entry GROUP BY batch HAVING count(*) <> ${ROWS_EACH})`,
  )
  const { value } = numbers('SELECT value FROM counter WHERE id = 1')
  writeSync(1, JSON.stringify({ integrity: integrity_check, batches, torn, counter: value }))
}
database.close()
