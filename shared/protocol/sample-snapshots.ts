import { bytes, entry, id, tag, version } from './sample-parts.ts'

const snapshot = {
  folder: id,
  tag,
  id: bytes(16, 41),
  sealedName: bytes(80, 3),
  revision: version,
  takenAtMs: 1_800_000_000_000,
}

/** Calls that came with snapshots, and those that have more in them since. */
export const snapshotsControl = {
  takeSnapshot: [{ folder: id, tag, id, sealedName: bytes(80, 3) }, { revision: version }],
  listSnapshots: [{ folder: id, tag }, { snapshots: [snapshot] }],
  dropSnapshot: [{ folder: id, tag, id }, { revision: version }],
  listVersions: [
    { parent: id, tag, before: version },
    {
      versions: [{ entry, current: true, trashUntilMs: 1_800_000_000_000, snapshots: [0] }],
      snapshots: [snapshot],
      more: true,
    },
  ],
  lookup: [{ parent: id, tag, at: version }, { entry }],
  list: [
    { folder: id, after: tag, limit: 100, at: version },
    { entries: [entry], more: true, next: tag },
  ],
  readEntry: [
    { id, at: version },
    { entry, parent: bytes(16, 55) },
  ],
} as const

/** What came with them in messages that were there before. */
export const olderMap = { file: id, version, firstGroup: 0, groups: 0, numbers: [3], removed: true, older: true }
export const olderMaps = { files: [{ file: id, version }], older: true }
