import { HiroError } from '../../shared/errors.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import { SNAPSHOTS_MAX } from '../../shared/limits.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { SnapshotRecord, TakenRecord } from '../metadata/records.js'
import { takenFrom } from '../namespace/seers.ts'
import { requireFolder } from '../namespace/tree.ts'

export interface TakeSnapshot {
  readonly folder: string
  /** Of its name among the snapshots of this folder. */
  readonly tag: string
  /** A fresh one. */
  readonly id: string
  readonly sealedName: Uint8Array
}

/**
 * A folder with all below it, as it is at the revision of this transaction: two rows, however much that is. Whoever changes something from then on keeps what was there. Idempotent by id. Throws `exists`, `not-found`,
 * `not-a-folder`, `no-room` (there are too many). The result is the revision.
 */
export async function takeSnapshot(context: Context, { folder, tag, id, sealedName }: TakeSnapshot): Promise<number> {
  const takenAtMs = Math.floor(context.clock.now())
  step('snapshot-taking')
  const { value, revision } = await context.store.transact(async (tx) => {
    const row = await tx.get(keys.snapshot(folder, tag))
    const there = row && SnapshotRecord.decode(row)
    if (there && toHex(there.id) === id) return there.revision
    if (there) throw new HiroError('exists', 'the folder has a snapshot of that name')
    await requireFolder(tx, folder)
    if ((await takenFrom(tx, 0)).length >= SNAPSHOTS_MAX)
      throw new HiroError(
        'no-room',
        `there are ${SNAPSHOTS_MAX} snapshots, which is as many as there can be; remove some`,
      )
    tx.put(keys.snapshot(folder, tag), (revision) =>
      SnapshotRecord.encode({ id: fromHex(id), sealedName, revision, takenAtMs }),
    )
    const taken = TakenRecord.encode({ folder: fromHex(folder), tag: fromHex(tag) })
    tx.put((revision) => keys.taken(revision), taken)
    return undefined
  })
  step('snapshot-taken')
  return value ?? revision
}
