import type { Snapshot, Version } from '../index.ts'
import { baseName } from '../paths.ts'
import { TestLimits } from './test-limits.ts'

const TIME_MS = 1_767_312_000_000

function snapshotOf(name: string, folder: string): Snapshot {
  return { name, folder, takenAtMs: TIME_MS, revision: 2 ** 40 + 7 }
}

/** Versions of a file in a swarm that is played: one of each kind. */
export async function* versionsAt(path: string): AsyncGenerator<Version, void, undefined> {
  const of = (number: number, more: Partial<Version>): Version => {
    const version = 2 ** 40 + number
    const facts = { mode: 0o644, mtimeMs: 0, revision: version, committedAtMs: TIME_MS }
    const entry = { path, name: baseName(path), id: 'f', kind: 'file', sizeBytes: 1_000, version, ...facts } as const
    const base = { version, sizeBytes: 1_000, committedAtMs: TIME_MS, current: false, snapshots: [] }
    return { ...base, entry: { ...entry, groupVersions: [version], older: true }, ...more }
  }
  yield of(9, { current: true, snapshots: [snapshotOf('new', '/')] })
  yield of(5, { trashUntilMs: TIME_MS + 604_800_000 })
  yield of(2, { snapshots: [snapshotOf('old', '/'), { ...snapshotOf('lost', ''), folder: undefined }] })
}

/** Versions and snapshots as the commands see them. */
export abstract class TestVersions extends TestLimits {
  readonly calls: string[] = []
  readonly versions = versionsAt

  async snapshots(folder = '/'): Promise<Snapshot[]> {
    return [snapshotOf('one', folder), snapshotOf('two', folder)]
  }

  async takeSnapshot(name: string, folder = '/'): Promise<Snapshot> {
    this.calls.push(`take snapshot ${name} ${folder}`)
    return snapshotOf(name, folder)
  }

  async dropSnapshot(name: string, folder = '/'): Promise<void> {
    this.calls.push(`drop snapshot ${name} ${folder}`)
  }
}
