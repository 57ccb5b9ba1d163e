import { HiroError } from '../errors.ts'
import type { SqliteOptions, Statement } from './sqlite-messages.ts'
import { SqliteWriter } from './sqlite-writer.ts'
import type { Writes } from './writes.ts'

/** Writes on the calling thread, each with an fsync of its own, which the caller waits for. */
export class DirectWrites implements Writes {
  readonly #path: string
  readonly #writer: SqliteWriter
  #settling = (): void => {}
  #closed = false

  constructor(path: string, options: SqliteOptions) {
    this.#path = path
    this.#writer = new SqliteWriter(path, options)
  }

  get closed(): boolean {
    return this.#closed
  }

  onSettling(settling: () => void): void {
    this.#settling = settling
  }

  async write(statements: readonly Statement[]): Promise<void> {
    if (this.#closed) throw new HiroError('aborted', `${this.#path} is closed`)
    // Nobody reads in between, and nobody's view keeps the log from beginning anew.
    this.#settling()
    const [failure] = this.#writer.settle([statements])
    if (failure !== undefined) throw new HiroError(failure.code, failure.message)
  }

  async close(beforeEnd?: () => void): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    beforeEnd?.()
    this.#writer.close()
  }
}
