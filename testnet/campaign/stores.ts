import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Who } from '../layout.ts'
import type { Testnet } from '../testnet.ts'

/** How a worker's index and the coordinator's metadata differ. */
export interface StoreDifference {
  readonly who: Who
  /** In the index, and not counted on. */
  readonly revived: readonly string[]
  /** Counted on, and not in the index. */
  readonly lacking: readonly string[]
  /** That its worker has not confirmed. */
  readonly removals: number
}

/** CIDs of the pieces in the index of a worker that does not run. */
function piecesInIndex(net: Testnet, who: Who): { store: string; cids: Set<string> } {
  using index = new Closing(join(net.files(who).store, 'index.db'))
  const [store] = index.column('SELECT id AS text FROM store')
  return { store: store ?? '', cids: new Set(index.column('SELECT cid AS text FROM pieces')) }
}

/** For every worker, read from the files while nobody runs. */
export function storeDifferences(net: Testnet): StoreDifference[] {
  using metadata = new Closing(join(net.files('coordinator').folder, 'metadata.sqlite'))
  const under = (prefix: string): string[] =>
    metadata
      .column(`SELECT key AS text FROM entry WHERE key >= '${prefix}/' AND key < '${prefix}0'`)
      .map((key) => key.slice(prefix.length + 1))
  return net.workerNames.map((who) => {
    const { store, cids } = piecesInIndex(net, who)
    const held = new Set(under(`held/${store}`))
    return {
      who,
      revived: [...cids.difference(held)],
      lacking: [...held.difference(cids)],
      removals: under(`removal/${store}`).length,
    }
  })
}

class Closing implements Disposable {
  readonly #database: DatabaseSync

  constructor(path: string) {
    this.#database = new DatabaseSync(path)
  }

  column(sql: string): string[] {
    return (this.#database.prepare(sql).all() as { text: string }[]).map(({ text }) => text)
  }

  [Symbol.dispose](): void {
    this.#database.close()
  }
}
