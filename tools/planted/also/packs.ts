import { type Plant, unit } from '../plant.ts'

const PACKED = 'coordinator/operations/publish-packed.ts'
const SPEC = 'coordinator/operations/publish-packed.spec.ts'

export const packs: readonly Plant[] = [
  {
    name: 'pack-copies',
    breaks: 'no file of a pack is visible before its piece has the copies that it needs',
    edits: [
      {
        file: PACKED,
        takenOut: 'if (short.length > 0) return { short, copies, revision: 0, outcomes: [] }',
        insteadStands: '',
      },
    ],
    catchers: [unit(SPEC, 'nothing is visible before its piece has R receipts', /./)],
  },
  {
    name: 'pack-twice',
    breaks: 'a file of a pack that was published and removed does not come back when the answer was lost',
    edits: [
      {
        file: PACKED,
        takenOut: 'if (!files.some(({ file }) => before.has(file))) return undefined',
        insteadStands: 'if (files.length > 0) return undefined',
      },
    ],
    catchers: [unit(SPEC, 'no file comes back that was removed meanwhile', /./)],
  },
  {
    name: 'pack-references',
    breaks: 'the piece of a pack stays as long as one of its files does',
    edits: [
      {
        file: PACKED,
        takenOut: 'await putPiece(tx, cid, { ...piece, refs })',
        insteadStands: 'await putPiece(tx, cid, { ...piece, refs: piece.refs + 0 * refs })',
      },
    ],
    catchers: [unit(SPEC, 'its piece goes with the last of its files', /./)],
  },
  {
    name: 'pack-policy',
    breaks: 'a piece of several files is not kept less safely because one of them asks for less',
    edits: [
      {
        file: 'coordinator/shards/reshape.ts',
        takenOut: '    if (piece.refs > 1 && weakens(piece, policy)) continue\n',
        insteadStands: '',
      },
    ],
    catchers: [unit(SPEC, 'kept more safely for one of them, never less', /./)],
  },
]
