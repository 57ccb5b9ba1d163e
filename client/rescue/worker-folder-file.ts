import { copyFileSync, existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { type HiroError, toHiroError } from '../../shared/errors.ts'
import { fileError } from '../../shared/files/file-error.ts'
import { INDEX_FILE, INLINE_BYTES_QUERY, pieceFile } from '../../shared/files/store-layout.ts'

/** The pieces in a worker's store, read as they lie there; nothing is written into it. Damage in the index hides the small pieces in it, and no others. */
export class WorkerFolder implements Disposable {
  readonly store: string
  /** Why its index, with the small pieces, cannot be read. */
  readonly damage: HiroError | undefined
  readonly #index: DatabaseSync | undefined
  readonly #inline: StatementSync | undefined

  /** `scratch`: a folder of ours. SQLite would write beside a file whose log is not empty; such a file is copied to there first. */
  constructor(store: string, scratch: string) {
    this.store = store
    try {
      this.#index = openIndex(join(store, INDEX_FILE), scratch)
      this.#inline = this.#index.prepare(INLINE_BYTES_QUERY)
    } catch (cause) {
      this.damage = toHiroError(cause, 'io')
    }
  }

  /** Whether there is something under this name. */
  has(cid: string): boolean {
    return existsSync(join(this.store, pieceFile(cid))) || this.#inlineBytes(cid) !== undefined
  }

  /** All of it, unchecked. Throws `not-found`, `io`. */
  async get(cid: string): Promise<Uint8Array> {
    const inline = this.#inlineBytes(cid)
    if (inline !== undefined) return inline
    const path = join(this.store, pieceFile(cid))
    try {
      return await readFile(path)
    } catch (error) {
      throw fileError(error, path)
    }
  }

  [Symbol.dispose](): void {
    this.#index?.close()
  }

  #inlineBytes(cid: string): Uint8Array | undefined {
    try {
      return this.#inline?.get(cid)?.['bytes'] as Uint8Array | undefined
    } catch {
      return undefined // a page of it is damaged
    }
  }
}

function openIndex(path: string, scratch: string): DatabaseSync {
  const log = `${path}-wal`
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) === 0) {
    const url = pathToFileURL(path)
    url.search = '?immutable=1'
    return new DatabaseSync(url, { readOnly: true })
  }
  const copy = join(scratch, INDEX_FILE)
  copyFileSync(path, copy)
  copyFileSync(log, `${copy}-wal`)
  return new DatabaseSync(copy)
}
