import type { FileHandle } from '../../files/file-handle.ts'
import type { SyncOptions } from '../../files/ports.ts'
import type { Node } from './nodes.ts'

/** What was written to a file is published; what the kernel has of it is that. */
export async function publish(node: Node, file: FileHandle, options: SyncOptions = {}): Promise<void> {
  await file.sync(options)
  const { id: _, version, committedAtMs, ...stat } = file.stat()
  node.versionTold = version
  if (node.entry.kind !== 'file') return
  node.entry = { ...node.entry, ...stat, version, committedAtMs: committedAtMs ?? node.entry.committedAtMs }
}
