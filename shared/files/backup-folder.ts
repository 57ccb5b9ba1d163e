import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Shelf } from '../backup/library.ts'
import { fileError } from './file-error.ts'

/** Where a worker keeps what is not pieces, in its store. Only the worker itself writes there. */
const BACKUPS = 'backup'
const EPOCH = join('swarm', 'epoch')

/** The backup objects in a worker's folder, or in the store in it; only read. */
export class FolderShelf implements Shelf {
  readonly name: string
  readonly #store: string

  constructor(store: string) {
    this.#store = store
    this.name = store
  }

  async names(): Promise<string[]> {
    try {
      return await readdir(join(this.#store, BACKUPS))
    } catch (error) {
      throw fileError(error, this.#store)
    }
  }

  async get(name: string): Promise<Uint8Array> {
    const path = join(this.#store, BACKUPS, name)
    try {
      return await readFile(path)
    } catch (error) {
      throw fileError(error, path)
    }
  }

  /** The highest epoch that the worker has seen; 0: none. */
  async epochSeen(): Promise<number> {
    try {
      const text = await readFile(join(this.#store, EPOCH), 'utf8')
      return Number(/^hiro-epoch-1 [0-9a-f]{32} (\d+) /.exec(text)?.[1] ?? 0)
    } catch (cause) {
      const error = fileError(cause, this.#store)
      if (error.code === 'not-found') return 0
      throw error
    }
  }
}

/** The store of a worker, given its folder or the store itself. Throws `not-found` where there is none. */
export async function storeIn(folder: string): Promise<string> {
  for (const candidate of [join(folder, 'store'), folder]) {
    const names: string[] = await readdir(candidate).catch(() => [])
    if (names.includes('index.db') || names.includes('pieces') || names.includes(BACKUPS)) return candidate
  }
  throw fileError(Object.assign(new Error(`${folder}: not the folder of a worker`), { code: 'ENOENT' }), folder)
}
