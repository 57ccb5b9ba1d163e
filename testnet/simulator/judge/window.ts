import type { Revision } from '../../../coordinator/metadata/metadata-store.ts'
import type { Operation } from '../work/operation.ts'
import { folderOf, nameOf } from './tree-changes.ts'
import type { Node, TreeHistory } from './tree-history.ts'

/** As long as a client believes the id of a folder. */
const FOLDER_BELIEVED_MS = 1_000

/**
 * What an operation can have met. It looks the tree up one step at a time, and may go through folders that it, or another operation of the same client, looked up a
 * moment before: so more than one state may show in its answer, and it is held only to what none of them allows.
 */
export class Window {
  readonly #history: TreeHistory
  readonly #from: Revision
  readonly #operation: Operation

  constructor(history: TreeHistory, operation: Operation, all: readonly Operation[]) {
    this.#history = history
    this.#operation = operation
    const believedSinceMs = operation.startMs - FOLDER_BELIEVED_MS
    const near = all.filter(({ client, startMs, endMs }) => {
      return client === operation.client && startMs <= operation.startMs && endMs >= believedSinceMs
    })
    this.#from = Math.min(...near.map(({ startRevision }) => startRevision))
  }

  /** Ids that the folder of `path` can have had. */
  folders(path: string): Set<string> {
    return this.#history.foldersBetween(folderOf(path), this.#from, this.#operation.endRevision)
  }

  /** What can have been at `path`; `undefined` among them: nothing. */
  nodes(path: string): Set<Node | undefined> {
    const { startRevision, endRevision } = this.#operation
    const found = new Set<Node | undefined>()
    for (const folder of this.folders(path)) {
      for (const node of this.#history.childrenBetween(folder, nameOf(path), startRevision, endRevision))
        found.add(node)
    }
    return found
  }

  /** Whether something was at `path` all the time, and the same folders above it. */
  alwaysThere(path: string): boolean {
    if (path === '/') return true
    const folders = this.folders(path)
    if (folders.size !== 1 || !this.alwaysThere(folderOf(path))) return false
    return this.nodes(path).size > 0 && !this.nodes(path).has(undefined)
  }

  /** Whether nothing was there, at any time. */
  neverThere(path: string): boolean {
    return path !== '/' && [...this.nodes(path)].every((node) => node === undefined)
  }
}
