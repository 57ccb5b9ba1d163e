import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { GarbageRecord, type InodeRecord } from '../metadata/records.js'
import { unlink } from './tree.ts'

/** Takes a file or folder out of the tree in one step, whatever it holds; the collector follows. */
export function detach(tx: Transaction, id: string, inode: InodeRecord, collectNotBeforeMs: number): void {
  unlink(tx, id, inode)
  if (inode.folder) tx.put(keys.detached(id), new Uint8Array())
  else discardVersion(tx, id, inode.version, collectNotBeforeMs)
}

/** Nothing shows this version any more: its pieces are unreferenced later, in batches. */
export function discardVersion(tx: Transaction, file: string, version: number, notBeforeMs: number): void {
  tx.put(keys.garbage(file, version), GarbageRecord.encode({ notBeforeMs }))
}
