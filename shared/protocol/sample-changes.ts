import { editsControl } from './sample-edits.ts'
import { bytes, id, version } from './sample-parts.ts'

const change = {
  change: 'move',
  id,
  parent: bytes(16, 35),
  sealedName: bytes(80, 3),
  fromParent: bytes(16, 37),
  fromSealedName: bytes(80, 39),
  folder: true,
  fresh: true,
  version,
  revision: version + 1,
  atMs: 1_800_000_000_000,
}

/** The call of those who watch, and the step of an edit that brings the same bytes into other pieces. */
export const changesControl = {
  changes: [
    { after: version, waitMs: 10_000 },
    { changes: [change], revision: version + 2, more: true, lost: true },
  ],
  amend: [{ ...editsControl.amend[0], sameContent: true }, editsControl.amend[1]],
} as const
