import { HiroError } from '../../../shared/errors.ts'
import type { Random } from '../../../shared/random/random.ts'
import { SqliteFile, type Statement } from '../../../shared/sqlite/sqlite-file.ts'
import { bytesChecksum, type CheckedFields, rowChecksum } from './index-checksum.ts'
import {
  BAD_CIDS_MAX,
  type IndexChange,
  type IndexEntry,
  type IndexRow,
  type IndexTotals,
  type PieceIndex,
} from './piece-index.ts'
import { indexOptions } from './sqlite-schema.ts'

/** Rows in memory at once when all of them are looked at. */
const PAGE_ROWS = 1000
/** As text, because a damaged number may be larger than JavaScript reads, and that must look like damage and not like a bug. */
const COLUMNS = `cid, CAST(size_bytes AS TEXT) AS sizeBytes, CAST(revision AS TEXT) AS revision, CAST(inline AS TEXT) AS inline,
  CAST(due_order AS TEXT) AS dueOrder, CAST(checksum AS TEXT) AS checksum`

/** Added to `inline`. */
const BAD = 2

interface StoredRow extends CheckedFields<string> {
  readonly checksum: string
}

/** The index of a real worker: one SQLite file. */
export class SqlitePieceIndex implements PieceIndex {
  readonly storeId: string
  readonly #file: SqliteFile
  #dueOrder: number

  private constructor(file: SqliteFile, storeId: string, dueOrder: number) {
    this.#file = file
    this.storeId = storeId
    this.#dueOrder = dueOrder
  }

  /** Opens the file, or makes it with a new store id from `random`. Throws `busy` (another process has it open), `integrity`, `version-unknown`, `no-room`, `io`. */
  static async open(path: string, random: Random): Promise<SqlitePieceIndex> {
    const file = await SqliteFile.open(path, indexOptions(random))
    try {
      const [store] = file.read<{ id: string }>('SELECT id FROM store')
      if (store === undefined) throw new HiroError('integrity', `${path} has lost its store id`)
      const newestDue = file.read<StoredRow>(
        `SELECT ${COLUMNS} FROM pieces WHERE due_order IS NOT NULL ORDER BY due_order DESC LIMIT ${PAGE_ROWS}`,
      )
      const last = newestDue.find((stored) => !isDamaged(stored))
      return new SqlitePieceIndex(file, store.id, Number(last?.dueOrder ?? 0) + 1)
    } catch (error) {
      await file.close()
      throw error
    }
  }

  async get(cid: string): Promise<IndexRow | undefined> {
    const [stored] = this.#file.read<StoredRow>(`SELECT ${COLUMNS} FROM pieces WHERE cid = ?`, cid)
    if (stored === undefined) return undefined
    if (isDamaged(stored)) throw new HiroError('integrity', `the index row of piece ${cid} is damaged`)
    return toRow(stored)
  }

  async inlineBytes(cid: string): Promise<Uint8Array | undefined> {
    const [stored] = this.#file.read<{ bytes: Uint8Array; checksum: number }>(
      'SELECT bytes, checksum FROM inline_bytes WHERE cid = ?',
      cid,
    )
    if (stored === undefined) return undefined
    if (bytesChecksum(cid, stored.bytes) !== stored.checksum)
      throw new HiroError('integrity', `the bytes of piece ${cid} in the index are damaged`)
    return stored.bytes
  }

  async commit(changes: readonly IndexChange[]): Promise<void> {
    await this.#file.write(changes.flatMap((change) => this.#statementsOf(change)))
  }

  async receiptsDue(limit: number): Promise<IndexRow[]> {
    const due: IndexRow[] = []
    let after = -1n
    while (due.length < limit) {
      const page = this.#file.read<StoredRow>(
        `SELECT ${COLUMNS} FROM pieces WHERE due_order > ? ORDER BY due_order LIMIT ?`,
        after,
        limit - due.length,
      )
      const last = page.at(-1)
      if (last === undefined) break
      after = BigInt(last.dueOrder ?? 0)
      for (const stored of page) if (!isDamaged(stored)) due.push(toRow(stored))
    }
    return due
  }

  async list(after: string, limit: number): Promise<IndexEntry[]> {
    const page = this.#file.read<StoredRow>(
      `SELECT ${COLUMNS} FROM pieces WHERE cid > ? ORDER BY cid LIMIT ?`,
      after,
      limit,
    )
    return page.map((stored) => ({ cid: stored.cid, row: isDamaged(stored) ? undefined : toRow(stored) }))
  }

  async totals(): Promise<IndexTotals> {
    const badCids: string[] = []
    const totals = { pieces: 0, sizeBytes: 0, damagedRows: 0, badCids }
    for (let after = ''; ; ) {
      const page = await this.list(after, PAGE_ROWS)
      for (const { cid, row } of page) {
        if (row === undefined) {
          totals.damagedRows++
        } else {
          totals.pieces++
          totals.sizeBytes += row.sizeBytes
        }
        if (row?.bad !== false && badCids.length < BAD_CIDS_MAX) badCids.push(cid)
      }
      const last = page.at(-1)
      if (last === undefined) return totals
      after = last.cid
    }
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  #statementsOf(change: IndexChange): Statement[] {
    switch (change.kind) {
      case 'put':
        return [this.#putRow(change.row), putBytes(change.row.cid, change.inlineBytes)]
      case 'update':
        return [this.#updateRow(change.row)]
      case 'remove':
        return [
          { sql: 'DELETE FROM pieces WHERE cid = ?', params: [change.cid] },
          { sql: 'DELETE FROM inline_bytes WHERE cid = ?', params: [change.cid] },
        ]
    }
  }

  #putRow(row: IndexRow): Statement {
    const fields = this.#fieldsOf(row)
    const { cid, sizeBytes, revision, inline, dueOrder } = fields
    return {
      sql: 'INSERT OR REPLACE INTO pieces (cid, size_bytes, revision, inline, due_order, checksum) VALUES (?, ?, ?, ?, ?, ?)',
      params: [cid, sizeBytes, revision, inline, dueOrder, rowChecksum(fields)],
    }
  }

  #updateRow(row: IndexRow): Statement {
    const fields = this.#fieldsOf(row)
    return {
      sql: 'UPDATE pieces SET revision = ?, inline = ?, due_order = ?, checksum = ? WHERE cid = ?',
      params: [fields.revision, fields.inline, fields.dueOrder, rowChecksum(fields), fields.cid],
    }
  }

  #fieldsOf({ cid, sizeBytes, revision, inline, bad, receiptDue }: IndexRow): CheckedFields<number> {
    const where = (inline ? 1 : 0) + (bad ? BAD : 0)
    return { cid, sizeBytes, revision, inline: where, dueOrder: receiptDue ? this.#dueOrder++ : null }
  }
}

function putBytes(cid: string, bytes: Uint8Array | undefined): Statement {
  // Without bytes, those of a piece that lived here under a larger limit go.
  if (bytes === undefined) return { sql: 'DELETE FROM inline_bytes WHERE cid = ?', params: [cid] }
  return {
    sql: 'INSERT OR REPLACE INTO inline_bytes (cid, bytes, checksum) VALUES (?, ?, ?)',
    params: [cid, bytes, bytesChecksum(cid, bytes)],
  }
}

function isDamaged(stored: StoredRow): boolean {
  return String(rowChecksum(stored)) !== stored.checksum
}

function toRow({ cid, sizeBytes, revision, inline, dueOrder }: StoredRow): IndexRow {
  return {
    cid,
    sizeBytes: Number(sizeBytes),
    revision: Number(revision),
    inline: Number(inline) % BAD === 1,
    bad: Number(inline) >= BAD,
    receiptDue: dueOrder !== null,
  }
}
