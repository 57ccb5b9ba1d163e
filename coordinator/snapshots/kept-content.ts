import { keys } from '../metadata/keys.ts'
import type { Reader, Transaction } from '../metadata/metadata-store.ts'
import { contentOf, discardVersion } from '../namespace/detach.ts'
import { pastOf } from '../namespace/past.ts'

/** Whether a snapshot sees the file with this content, though nothing else shows it any more. */
export async function isContentSeen(reader: Reader, file: string, content: number): Promise<boolean> {
  return (await pastOf(reader, file)).some(({ inode }) => contentOf(inode) === content)
}

/** What would be garbage waits under `kept/…` until no snapshot sees it. */
export function keepContent(tx: Transaction, file: string, content: number): void {
  tx.delete(keys.garbage(file, content))
  tx.put(keys.kept(file, content), new Uint8Array())
}

/** A row of the past that needed this content is gone: with the last one of them it is garbage, unless it is shown or in the trash. Two writes at most. */
export async function letContentGo(tx: Transaction, file: string, content: number, notBeforeMs: number): Promise<void> {
  if (content === 0 || (await tx.get(keys.kept(file, content))) === undefined) return
  if (await isContentSeen(tx, file, content)) return
  tx.delete(keys.kept(file, content))
  discardVersion(tx, file, content, notBeforeMs)
}
