import type { DatabaseSync, StatementSync } from 'node:sqlite'

/**
 * One view of the file for all reads of one turn of the event loop. Alone, each read would take and give back the locks of the log, and behind every commit read anew the pages on the way
 * to its row: the more rows there are, the more of them.
 */
export class ReadTurn {
  readonly #db: DatabaseSync
  readonly #begin: StatementSync
  readonly #commit: StatementSync
  #begun = false

  constructor(db: DatabaseSync) {
    this.#db = db
    this.#begin = db.prepare('BEGIN')
    this.#commit = db.prepare('COMMIT')
  }

  /** Before a read: the view is of what is durable at the first one. Throws what SQLite says, also when the view before could not be ended: nothing is read from an old one. */
  begin(): void {
    if (this.#begun) return
    this.#begin.run()
    this.#begun = true
    // Behind all that promises have to do in this turn, and before anything else happens: while somebody looks at it, the log cannot begin anew.
    process.nextTick(() => this.end())
  }

  /** What is read from here on is of a newer view. */
  end(): void {
    if (!this.#begun) return
    this.#begun = false
    // A read that failed may have ended it, and what is damaged may not end in order.
    for (const end of [() => this.#commit.run(), () => this.#db.exec('ROLLBACK')]) {
      if (!this.#db.isOpen || !this.#db.isTransaction) return
      try {
        end()
      } catch {
        // Who reads next is told.
      }
    }
  }
}
