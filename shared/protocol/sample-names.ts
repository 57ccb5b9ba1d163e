import { bytes, entry, id, tag, version } from './sample-parts.ts'

const move = { parent: id, tag, id, newParent: id, newTag: tag, sealedName: bytes(80, 3), seen: version }

/** Calls that came with what file systems need beyond files and folders. */
export const namesControl = {
  setAttributes: [
    { parent: id, tag, id, sealedAttributes: bytes(60, 5), seen: version },
    { revision: version, committedAtMs: 1_800_000_000_001 },
  ],
  makeFile: [{ parent: id, tag, id, sealedName: bytes(80, 3), sealedAttributes: bytes(60, 5) }, { entry }],
} as const

/** What came with them in a message that was there before. */
export const moveOver = { ...move, replace: true }
