import { HiroError } from '../../shared/errors.ts'
import { SNAPSHOTS_MAX } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import type { Reader } from '../metadata/metadata-store.ts'
import { SnapshotRecord } from '../metadata/records.js'
import type { Taken } from '../namespace/seers.ts'

export interface Snapshot extends Taken {
  readonly record: SnapshotRecord
}

/** Of a folder, the oldest first; with `tag` only that one. */
export async function listSnapshots({ store }: Context, folder: string, tag?: string): Promise<Snapshot[]> {
  const prefix = `snapshot/${folder}/`
  const rows = await store.scan(under(prefix, { limit: SNAPSHOTS_MAX }))
  return rows
    .map(({ key, value }) => snapshotOf(folder, partsOf(key)[1] ?? '', value))
    .filter((snapshot) => tag === undefined || snapshot.tag === tag)
    .toSorted((a, b) => a.revision - b.revision)
}

/** `undefined`: it was dropped meanwhile. */
export async function readSnapshot(reader: Reader, { folder, tag }: Taken): Promise<Snapshot | undefined> {
  const value = await reader.get(keys.snapshot(folder, tag))
  return value && snapshotOf(folder, tag, value)
}

/**
 * To be asked after whatever was read of a snapshot: what it sees is there as long as it is. Throws `not-found`.
 */
export async function requireTaken(reader: Reader, at: number): Promise<void> {
  if ((await reader.get(keys.taken(at))) === undefined) throw new HiroError('not-found', 'no such snapshot (any more)')
}

function snapshotOf(folder: string, tag: string, value: Uint8Array): Snapshot {
  const record = SnapshotRecord.decode(value)
  return { folder, tag, revision: record.revision, record }
}
