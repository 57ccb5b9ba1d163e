import { type Plant, unit } from '../plant.ts'

const FILES = 'testnet/simulator/files/mount-files.spec.ts'

export const mounts: readonly Plant[] = [
  {
    name: 'hole-taken-for-content',
    breaks: 'what was never written is told as a hole, and not copied as zeros',
    edits: [
      {
        file: 'client/files/seek-layers.ts',
        takenOut: "if (what === 'data') return run.offset",
        insteadStands: "if (what === 'data') return at",
      },
    ],
    catchers: [
      unit(FILES, 'where its holes are, and what it takes without them, while they are published', /deep-equal/),
    ],
  },
  {
    name: 'descriptor-keeps-its-lock',
    breaks: 'a lock goes with the last descriptor that it was taken through',
    edits: [
      {
        file: 'client/mount/engine/file-calls.ts',
        takenOut: 'for (const owner of engine.held.ownersThrough(node.id, handle))',
        insteadStands: 'for (const owner of engine.held.ownersThrough(node.id, -1))',
      },
    ],
    catchers: [unit(FILES, 'a lock of a descriptor itself goes with it', /locked/)],
  },
  {
    name: 'cut-before-looked-at',
    breaks: 'O_TRUNC cuts a file only once it is known to be the one that was meant',
    edits: [
      {
        file: 'client/mount/engine/file-calls.ts',
        takenOut: 'if (file.id !== node.entry.id) {',
        insteadStands: 'if (truncate) file.truncate(0)\n  if (file.id !== node.entry.id) {',
      },
    ],
    catchers: [unit(FILES, 'O_TRUNC on a name that somebody else has given to another file', /precious/)],
  },
  {
    name: 'group-of-who-made-it',
    breaks: 'what is made below a folder with set-group-id is of its group',
    edits: [
      {
        file: 'client/mount/engine/inherited.ts',
        takenOut: 'return { uid, gid: (mode & SET_GROUP_ID) === 0 ? gid : group }',
        insteadStands: 'return { uid, gid: (mode & SET_GROUP_ID) === SET_GROUP_ID + 1 ? group : gid }',
      },
    ],
    catchers: [unit(FILES, 'the group of what is made below a folder with set-group-id', /deep-equal/)],
  },
]
