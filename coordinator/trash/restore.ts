import { HiroError } from '../../shared/errors.ts'
import { fromHex } from '../../shared/ids.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import type { Reader } from '../metadata/metadata-store.ts'
import { type InodeRecord, ReshapeRecord, RestoreRecord } from '../metadata/records.js'
import { contentOf, replace } from '../namespace/detach.ts'
import { logChange } from '../namespace/log.ts'
import { readTrash, type Trashed, takeFromTrash } from '../namespace/trash.ts'
import { link, readChild, readInode, requireFolder } from '../namespace/tree.ts'
import type { Charged } from '../quotas/charge.ts'
import { chargeRestored } from '../quotas/hooks.ts'
import { farewell } from './farewell.ts'

export interface Restore {
  /** Of `openRestore`. */
  readonly number: number
  readonly id: string
  /** Of the item; 0: a folder, or a file that never had content. */
  readonly version: number
  readonly parent: string
  readonly tag: string
  /** For that place. */
  readonly sealedName: Uint8Array
  /** For the version `number`; empty where the item's is 0, which stays so. */
  readonly sealedHead: Uint8Array
  /** The file's size; left out by clients that do not tell it. */
  readonly logicalBytes?: number | undefined
}

/** A number that no version has, and that all later ones exceed. */
export async function openRestore(context: Context): Promise<number> {
  const { revision } = await context.store.transact(async (tx) => {
    tx.put(keys.restore, (newest) => RestoreRecord.encode({ newest }))
  })
  return revision
}

/**
 * Brings something back from the trash in one step: what was removed to a place that is free, a folder with all that hangs below it; or older content of a file that is there, which
 * then is its newest version. Content is published under a new version, since clients remember the newest one they saw. Idempotent by number. Throws `not-found` (the item, the folder),
 * `exists`, `changed` (the file was moved, or changed since the number was given), `over-quota` (a file), `usage`. The result is the revision.
 */
export async function restore(context: Context, wanted: Restore): Promise<number> {
  const goodbye = farewell(context)
  const { number, id, parent, tag } = wanted
  step('restoring')
  const { value, revision } = await context.store.transact(async (tx) => {
    const live = await readInode(tx, id)
    if (live && (live.version === number || live.restored === number)) return live.revision
    await requireNumber(tx, number)
    const item = await requireItem(tx, wanted)
    await requireFolder(tx, parent)
    const there = await readChild(tx, parent, tag)
    if (live === undefined && there !== undefined) {
      throw new HiroError('exists', 'something of that name is already there')
    }
    if (live) {
      if (there !== id)
        throw new HiroError(
          'changed',
          'the file is there, at another place: only there can older content be its newest',
        )
      if (live.version > number) throw new HiroError('changed', 'newer content of the file was published meanwhile')
    }
    const { logicalBytes } = wanted
    const charged = await chargeRestored(tx, { id, inode: item.record.inode, to: parent, live, logicalBytes })
    takeFromTrash(tx, item)
    if (live) replace(tx, id, live, goodbye)
    await link(tx, id, restored(item, wanted, { live, charged, atMs: goodbye.atMs }))
    // Its folder may ask for something else than the one that it was in, or than it did then.
    tx.put(keys.reshape(id), ReshapeRecord.encode({ last: '' }))
    const version = item.version === 0 ? 0 : number
    const place = { id, parent, sealedName: wanted.sealedName, folder: item.record.inode.folder }
    logChange(tx, { change: 'restore', ...place, fresh: live === undefined, version, atMs: goodbye.atMs })
    return undefined
  })
  step('restored')
  context.trashGauge.forget()
  return value ?? revision
}

function restored(
  { version, record: { inode } }: Trashed,
  { number, parent, tag, sealedName, sealedHead }: Restore,
  { live, charged, atMs }: { live: InodeRecord | undefined; charged: Partial<Charged>; atMs: number },
): InodeRecord {
  const place = { parent: fromHex(parent), tag: fromHex(tag), sealedName }
  const common = { ...inode, ...place, ...charged, restored: live ? live.restored : number }
  if (version === 0) return common
  return { ...common, version: number, content: contentOf(inode), sealedHead, committedAtMs: atMs }
}

/** A number that nobody was given could be above all versions to come. */
async function requireNumber(tx: Reader, number: number): Promise<void> {
  const row = await tx.get(keys.restore)
  const newest = row ? RestoreRecord.decode(row).newest : 0
  if (number <= 0 || number > newest) throw new HiroError('usage', 'no restore has this number')
}

async function requireItem(tx: Reader, { id, version, number, sealedHead }: Restore): Promise<Trashed> {
  const item = await readTrash(tx, id, version)
  const purged = item && !item.record.inode.folder && (await tx.get(keys.purge(id)))
  if (item === undefined || purged) throw new HiroError('not-found', 'it is not in the trash any more')
  // Whoever saw it before it was removed must have seen less than this restore: see `remove`.
  if (item.record.revision > number) throw new HiroError('changed', 'it was removed again meanwhile')
  if ((version === 0) !== (sealedHead.byteLength === 0)) {
    throw new HiroError('usage', 'content is restored with a head, and what has none without one')
  }
  return item
}
