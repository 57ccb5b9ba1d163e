import { toHex } from '../../shared/ids.ts'
import { keys } from '../metadata/keys.ts'
import type { Reader, Transaction } from '../metadata/metadata-store.ts'
import { type InodeRecord, TrashRecord } from '../metadata/records.js'

/** What the trash holds: a file, older content of one, or a folder. The version of a folder is 0, and that of a file which never had content. */
export interface Trashed {
  readonly id: string
  readonly version: number
  readonly record: TrashRecord & { readonly inode: InodeRecord }
}

/** Writes of `putInTrash` and of `takeFromTrash`. */
export const WRITES_PER_ITEM = 3

/** Until then it can be restored; nothing shows it any more. The caller takes it out of the tree. */
export function putInTrash(
  tx: Transaction,
  id: string,
  inode: InodeRecord,
  { replaced, atMs, untilMs }: { readonly replaced: boolean; readonly atMs: number; readonly untilMs: number },
): void {
  // What is in the trash counts in no quota.
  const kept = { ...inode, charged: new Uint8Array() }
  tx.put(keys.trash(id, inode.version), (revision) =>
    TrashRecord.encode({ inode: kept, replaced, atMs, untilMs, revision }),
  )
  tx.put(keys.expiry(untilMs, id, inode.version), new Uint8Array())
  if (replaced) return
  tx.put((revision) => keys.removed(placeOf(inode), revision, id, inode.version), new Uint8Array())
}

export function takeFromTrash(tx: Transaction, { id, version, record }: Trashed): void {
  tx.delete(keys.trash(id, version))
  tx.delete(keys.expiry(record.untilMs, id, version))
  if (!record.replaced) tx.delete(keys.removed(placeOf(record.inode), record.revision, id, version))
}

/** `undefined`: it is not there (any more). */
export async function readTrash(reader: Reader, id: string, version: number): Promise<Trashed | undefined> {
  const value = await reader.get(keys.trash(id, version))
  return value && trashedOf(id, version, value)
}

export function trashedOf(id: string, version: number, value: Uint8Array): Trashed {
  const record = TrashRecord.decode(value)
  return { id, version, record: record as Trashed['record'] }
}

function placeOf({ parent, tag }: InodeRecord): { parent: string; tag: string } {
  return { parent: toHex(parent), tag: toHex(tag) }
}
