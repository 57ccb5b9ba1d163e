import type { TrashItem } from '../index.ts'
import { baseName } from '../paths.ts'

/** What the trash has of `path`, in a swarm that is played. */
export function itemAt(path: string): TrashItem {
  const facts = { id: 'f', version: 2 ** 40 + 5, sizeBytes: 1_000_000, storedBytes: 3_000_000, mode: 0o644, mtimeMs: 0 }
  const times = { atMs: 1_767_312_000_000, untilMs: 1_767_916_800_000 }
  return { path, name: baseName(path), kind: 'file', replaced: false, ...facts, ...times }
}
