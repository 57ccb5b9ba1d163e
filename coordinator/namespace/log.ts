import { fromHex } from '../../shared/ids.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { LogRecord } from '../metadata/records.js'

export interface Change {
  readonly change: 'make-folder' | 'make-file' | 'publish' | 'remove' | 'move' | 'restore' | 'attributes'
  readonly id: string
  readonly parent: string
  readonly version?: number
  readonly atMs: number
}

/** Every change of the namespace leaves a line, in the order of revisions: what was removed cannot come back unnoticed. `line`: its number among those of one transaction. */
export function logChange(tx: Transaction, { change, id, parent, version = 0, atMs }: Change, line = 0): void {
  const value = LogRecord.encode({ change, id: fromHex(id), parent: fromHex(parent), version, atMs })
  tx.put((revision) => keys.log(revision, line), value)
}
