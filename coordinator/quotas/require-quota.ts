import { toHex } from '../../shared/ids.ts'
import type { Reader } from '../metadata/metadata-store.ts'
import type { IntentRecord } from '../metadata/records.js'
import { readChildInode, readInode } from '../namespace/tree.ts'
import { requireRoomFor } from './charge.ts'
import { plainBytes } from './estimate.ts'
import { quotaAt, readUsed } from './quota-rows.ts'

interface Upcoming {
  readonly parent: string
  readonly tag: string
  /** So much at least. */
  readonly bytesMin: number
}

/** Told before a byte of an upload travels; what decides is its commit. Throws `over-quota`. */
export async function requireQuota(reader: Reader, { parent, tag, bytesMin }: Upcoming): Promise<void> {
  const found = await quotaAt(reader, parent)
  if (found === undefined) return
  const there = (await readChildInode(reader, parent, tag))?.inode
  const difference = { bytes: bytesMin - (there?.logicalBytes ?? 0), files: there ? 0 : 1 }
  requireRoomFor(found, await readUsed(reader, found.folder), difference)
}

/** Told before more of an upload travels, of which nobody knows how large it will be. Throws `over-quota`. */
export async function requireQuotaStill(reader: Reader, intent: IntentRecord): Promise<void> {
  if (intent.edit || intent.pack) return
  const { parent, tag, pieceBytes } = intent
  // What is sealed by now, less what sealing adds to its pieces.
  const bytesMin = Math.floor(plainBytes(pieceBytes) * 0.999)
  await requireQuota(reader, { parent: toHex(parent), tag: toHex(tag), bytesMin })
}

/** Told before anything is put for an edit. Throws `over-quota`. */
export async function requireQuotaForEdit(
  reader: Reader,
  { file, logicalBytes }: { readonly file: string; readonly logicalBytes?: number | undefined },
): Promise<void> {
  const found = await quotaAt(reader, file)
  const inode = found && logicalBytes !== undefined ? await readInode(reader, file) : undefined
  if (found === undefined || inode === undefined || logicalBytes === undefined) return
  const difference = { bytes: logicalBytes - (inode.logicalBytes ?? 0), files: 0 }
  requireRoomFor(found, await readUsed(reader, found.folder), difference)
}
