import { CHANGES_BYTES_MAX, CHANGES_PER_CALL_MAX } from '../../shared/limits.ts'
import { epochOf } from '../../shared/revision.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, revisionOf } from '../metadata/keys.ts'
import type { Entry, Transaction } from '../metadata/metadata-store.ts'
import { LogRecord, LogStartRecord } from '../metadata/records.js'

export interface LoggedChange extends LogRecord {
  readonly revision: number
}

/** Changes in their order, all of a revision or none. */
export interface PageOfLog {
  readonly changes: readonly LoggedChange[]
  /** Up to which they go: there is nothing else between the one that was asked for and this one. */
  readonly revision: number
  readonly more: boolean
  /** What happened since cannot be told. */
  readonly lost: boolean
}

/** What changed after a revision; after 0: nothing, and where the tree stands now. */
export async function readLog(context: Context, after: number): Promise<PageOfLog> {
  const { value, revision } = await context.store.transact(async (tx) => {
    const oldest = await logStart(tx)
    if (after === 0) return { rows: [], lost: false }
    // Revisions of another epoch are those of a life that ended with a restore, and may be of changes which never were in this one.
    if (after < oldest || epochOf(after) !== context.swarm.epoch) return { rows: [], lost: true }
    const rows = await tx.scan({ start: keys.log(after + 1), end: 'log0', limit: CHANGES_PER_CALL_MAX + 1 })
    return { rows, lost: false }
  })
  const { rows } = value
  // It may have been given by another life of this epoch.
  const lost = value.lost || after > revision
  const kept = lost ? [] : rows.slice(0, fitting(rows))
  const changes = kept.map((row) => ({ ...LogRecord.decode(row.value), revision: revisionOfRow(row) }))
  const more = !lost && kept.length < rows.length
  return { changes, revision: more ? (changes.at(-1)?.revision ?? after) : revision, more, lost }
}

/** The newest revision whose lines are not kept any more. */
async function logStart(tx: Transaction): Promise<number> {
  const row = await tx.get(keys.logStart)
  return row ? LogStartRecord.decode(row).revision : 0
}

/** How many of the rows fit an answer. */
function fitting(rows: readonly Entry[]): number {
  let [bytes, count] = [0, 0]
  for (const { value } of rows) {
    bytes += value.byteLength
    if (bytes > CHANGES_BYTES_MAX || count === CHANGES_PER_CALL_MAX) break
    count++
  }
  const next = rows[count]
  if (next === undefined) return count
  const cut = revisionOfRow(next)
  while (count > 0 && rows[count - 1] && revisionOfRow(rows[count - 1] ?? next) === cut) count--
  return count
}

function revisionOfRow({ key }: Entry): number {
  return revisionOf(partsOf(key)[0])
}
