import { ROOT_ID, toHex } from '../../shared/ids.ts'
import { SNAPSHOTS_MAX } from '../../shared/limits.ts'
import { keys, partsOf, revisionOf, under } from '../metadata/keys.ts'
import type { Reader } from '../metadata/metadata-store.ts'
import { InodeRecord, TakenRecord } from '../metadata/records.js'
import { scanAll } from '../metadata/scan-all.ts'

/** A snapshot: of which folder, and when. */
export interface Taken {
  readonly folder: string
  readonly tag: string
  readonly revision: number
}

/** All snapshots from a revision on, and before another one. A transaction that asks for this is run again when one is taken meanwhile. */
export async function takenFrom(reader: Reader, from: number, until?: number): Promise<Taken[]> {
  const range = { ...under('taken/', { limit: SNAPSHOTS_MAX }), start: keys.taken(from) }
  const rows = await reader.scan(until === undefined ? range : { ...range, end: keys.taken(until) })
  return rows.map(({ key, value }) => {
    const { folder, tag } = TakenRecord.decode(value)
    return { folder: toHex(folder), tag: toHex(tag), revision: revisionOf(partsOf(key)[0]) }
  })
}

/**
 * Those of these snapshots that see what hung in `folder` when they were taken: it is the snapshot's folder, or was below it then. The way up is walked once for all that found it the same, not once for each. Where it
 * leads through what no snapshot sees, its rows may be gone, and so none of these does.
 */
export async function seersBelow(reader: Reader, folder: string, taken: readonly Taken[]): Promise<Taken[]> {
  const seers = taken.filter((one) => one.folder === folder)
  const others = taken.filter((one) => one.folder !== folder)
  if (folder === ROOT_ID) return seers
  for (const { parent, some } of await parentsOf(reader, folder, others)) {
    seers.push(...(await seersBelow(reader, parent, some)))
  }
  return seers
}

/** Which folder this one was in when each of these snapshots was taken. */
async function parentsOf(
  reader: Reader,
  id: string,
  taken: readonly Taken[],
): Promise<{ parent: string; some: Taken[] }[]> {
  const groups: { parent: string; some: Taken[] }[] = []
  const oldest = taken[0]
  if (oldest === undefined) return groups
  const add = (value: Uint8Array, until: number): void => {
    const { parent, revision } = InodeRecord.decode(value)
    const some = taken.filter((one) => revision <= one.revision && one.revision < until)
    if (some.length > 0) groups.push({ parent: toHex(parent), some })
  }
  const now = await reader.get(keys.inode(id))
  if (now) add(now, Number.POSITIVE_INFINITY)
  if (now && InodeRecord.decode(now).revision <= oldest.revision) return groups
  for (const { key, value } of await scanAll(reader, `past/inode/${id}/`)) add(value, revisionOf(partsOf(key)[2]))
  return groups
}
