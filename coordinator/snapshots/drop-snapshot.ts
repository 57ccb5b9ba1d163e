import { HiroError } from '../../shared/errors.ts'
import { toHex } from '../../shared/ids.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { keys, under } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { SiftRecord, SnapshotRecord } from '../metadata/records.js'

export interface DropSnapshot {
  readonly folder: string
  readonly tag: string
  /** What the client believes to drop. */
  readonly id: string
}

const DROPPED_PER_TRANSACTION = 60

/** One step, however much only this snapshot sees: the collector follows. Throws `not-found`, `changed` (another one has that name now). The result is the revision. */
export async function dropSnapshot(context: Context, { folder, tag, id }: DropSnapshot): Promise<number> {
  step('snapshot-dropping')
  const { revision } = await context.store.transact(async (tx) => {
    const row = await tx.get(keys.snapshot(folder, tag))
    if (row === undefined) throw new HiroError('not-found', 'no such snapshot')
    const snapshot = SnapshotRecord.decode(row)
    if (toHex(snapshot.id) !== id) throw new HiroError('changed', 'another snapshot has that name now')
    drop(tx, keys.snapshot(folder, tag), snapshot)
  })
  step('snapshot-dropped')
  return revision
}

/** Snapshots of a folder that is no more go with it. Whether there were any. */
export async function dropSome(tx: Transaction, folder: string): Promise<boolean> {
  const rows = await tx.scan(under(`snapshot/${folder}/`, { limit: DROPPED_PER_TRANSACTION }))
  for (const { key, value } of rows) drop(tx, key, SnapshotRecord.decode(value))
  return rows.length > 0
}

function drop(tx: Transaction, key: string, { revision }: SnapshotRecord): void {
  tx.delete(key)
  tx.delete(keys.taken(revision))
  // From the beginning, also when another one was dropped just now: what both saw was kept for the sake of this one.
  tx.put(keys.sift, SiftRecord.encode({ last: '' }))
}
