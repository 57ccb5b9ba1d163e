import type { Coordinator } from '../control/coordinator.ts'
import { parentPath } from '../paths.ts'
import type { Keys } from '../seal/keys.ts'
import { Places, type ToCome } from './places.ts'
import type { TreeChange } from './tree-change.ts'
import type { WatchedChange } from './watched-change.ts'

export interface EventsPorts {
  readonly coordinator: Coordinator
  readonly keys: Keys
  readonly toCome: ToCome
}

/** What changes of the tree mean to one who watches a path. */
export class WatchEvents {
  readonly #path: string
  readonly #recursive: boolean
  readonly #places: Places

  constructor({ coordinator, keys, toCome }: EventsPorts, path: string, recursive: boolean) {
    this.#path = path
    this.#recursive = recursive
    this.#places = new Places(coordinator, keys, toCome)
  }

  afterLoss(): WatchedChange[] {
    this.#places.clear()
    return [{ kind: 'overflow', path: this.#path }]
  }

  /** Throws as a call does, and `integrity`. */
  async of(change: TreeChange): Promise<WatchedChange[]> {
    const { id, folder, revision, atMs, from, sealedName } = change
    // A line of a coordinator that did not keep names yet.
    if (sealedName.byteLength === 0) return this.afterLoss()
    const path = await this.#places.pathOf(id, change)
    const before = from && (await this.#places.pathOf(id, from))
    this.#places.note(change)
    if (this.#isAbove(change, path) || this.#isAbove(change, before)) return [{ kind: 'overflow', path: this.#path }]
    const common = { id, folder, revision, atMs }
    const [here, there] = [this.#watched(path), this.#watched(before)]
    if (change.kind !== 'moved') return here === undefined ? [] : [{ kind: change.kind, path: here, ...common }]
    if (here !== undefined && there !== undefined) return [{ kind: 'moved', path: here, from: there, ...common }]
    if (here !== undefined) return [{ kind: 'made', path: here, ...common }]
    return there === undefined ? [] : [{ kind: 'removed', path: there, ...common }]
  }

  /** `undefined`: that is nothing to this watch. */
  #watched(path: string | undefined): string | undefined {
    if (path === undefined) return undefined
    const isMeant =
      path === this.#path || (this.#recursive ? isBelow(path, this.#path) : parentPath(path) === this.#path)
    return isMeant ? path : undefined
  }

  /** What is watched came, or went, with a folder above it. */
  #isAbove({ kind, restored }: TreeChange, path: string | undefined): boolean {
    return path !== undefined && (kind === 'moved' || kind === 'removed' || restored) && isBelow(this.#path, path)
  }
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder === '/' ? '/' : `${folder}/`) && path !== folder
}
