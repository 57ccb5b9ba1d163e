import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** Far more than any file of ours has kinds of statements; whoever builds SQL from values meets it and forgets the oldest. */
const STATEMENTS_MAX = 128

/** Preparing costs more than most statements take to run. */
export class StatementCache {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#db.prepare(sql)
    const [oldest] = this.#statements.keys()
    if (oldest !== undefined && this.#statements.size >= STATEMENTS_MAX) this.#statements.delete(oldest)
    this.#statements.set(sql, statement)
    return statement
  }
}
