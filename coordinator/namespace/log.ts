import { fromHex } from '../../shared/ids.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { LogRecord } from '../metadata/records.js'

export interface Change {
  readonly change: 'make-folder' | 'make-file' | 'publish' | 'remove' | 'move' | 'restore' | 'attributes'
  readonly id: string
  /** Where it is since then; of what was removed: where it was. */
  readonly parent: string
  /** In `parent`. Who watches has no other way to tell what was removed or moved away, as it is gone when he looks. */
  readonly sealedName: Uint8Array
  readonly folder: boolean
  /** It was not in the tree before. */
  readonly fresh?: boolean
  /** Of a move: where it was. */
  readonly from?: { readonly parent: string; readonly sealedName: Uint8Array }
  readonly version?: number
  readonly atMs: number
}

/**
 * Every change of the namespace leaves a line, in the order of revisions: what was removed cannot come back unnoticed, and whoever watches is told. `line`: its number among those of one transaction.
 */
export function logChange(tx: Transaction, { from, ...change }: Change, line = 0): void {
  const { fresh = false, version = 0, id, parent } = change
  const value = LogRecord.encode({
    ...change,
    id: fromHex(id),
    parent: fromHex(parent),
    fresh,
    version,
    fromParent: from ? fromHex(from.parent) : NOTHING,
    fromSealedName: from ? from.sealedName : NOTHING,
  })
  tx.put((revision) => keys.log(revision, line), value)
}

const NOTHING = new Uint8Array()
