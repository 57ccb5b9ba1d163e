import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { GarbageRecord, type InodeRecord } from '../metadata/records.js'
import { putInTrash } from './trash.ts'
import { unlink } from './tree.ts'

/** When it happens, and how long it can be restored from then on. */
export interface Farewell {
  readonly atMs: number
  /** 0: not at all. */
  readonly keepMs: number
  /** Whoever reads it just now has until then, where it cannot be restored. */
  readonly collectNotBeforeMs: number
}

/** Takes a file or folder out of the tree in one step, whatever it holds: into the trash, or to the collector. */
export async function remove(tx: Transaction, id: string, inode: InodeRecord, farewell: Farewell): Promise<void> {
  const { atMs, keepMs, collectNotBeforeMs } = farewell
  await unlink(tx, id, inode)
  if (keepMs > 0) putInTrash(tx, id, inode, { replaced: false, atMs, untilMs: atMs + keepMs })
  else discard(tx, id, inode, collectNotBeforeMs)
}

/** The file has newer content now. */
export function replace(tx: Transaction, id: string, inode: InodeRecord, farewell: Farewell): void {
  const { atMs, keepMs, collectNotBeforeMs } = farewell
  // It had none before.
  if (inode.version === 0) return
  if (keepMs > 0) putInTrash(tx, id, inode, { replaced: true, atMs, untilMs: atMs + keepMs })
  else discard(tx, id, inode, collectNotBeforeMs)
}

/** Nothing shows it any more, nor can it be restored; the collector follows. */
export function discard(tx: Transaction, id: string, inode: InodeRecord, notBeforeMs: number): void {
  if (inode.folder) tx.put(keys.detached(id), new Uint8Array())
  else if (inode.version > 0) discardVersion(tx, id, contentOf(inode), notBeforeMs)
}

/** Nothing shows this version any more: its pieces are unreferenced later, in batches. */
export function discardVersion(tx: Transaction, file: string, content: number, notBeforeMs: number): void {
  tx.put(keys.garbage(file, content), GarbageRecord.encode({ notBeforeMs }))
}

/** The version that a file's extents and references stand under: that of the upload that brought them, also when they were published anew. */
export function contentOf({ content, version }: InodeRecord): number {
  return content || version
}
