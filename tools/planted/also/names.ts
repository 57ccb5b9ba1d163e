import { type Plant, seeds, unit } from '../plant.ts'

const MOVE_OVER = 'coordinator/operations/move-over.spec.ts'
const ATTRIBUTES = 'coordinator/operations/attributes.spec.ts'
const MAKE_FILE = 'coordinator/operations/make-file.spec.ts'
const AT_CLIENTS = 'client/namespace/make-file.spec.ts'

export const names: readonly Plant[] = [
  {
    name: 'move-over-full',
    breaks: 'a folder that holds something gives way to nobody',
    edits: [
      {
        file: 'coordinator/operations/move.ts',
        takenOut: 'inode.folder && !(await isEmpty(tx, id))',
        insteadStands: 'false',
      },
    ],
    catchers: [unit(MOVE_OVER, 'a folder takes the place of an empty folder alone', /./)],
  },
  {
    name: 'move-over-trash',
    breaks: 'what gave way to a move can be restored',
    edits: [
      {
        file: 'coordinator/operations/move.ts',
        takenOut: 'if (over) await removeEntry(tx, over.id, over.inode, goodbye)',
        insteadStands: '',
      },
    ],
    catchers: [unit(MOVE_OVER, 'a file takes the place of a file, which goes to the trash whole', /./)],
  },
  {
    name: 'attributes-seen',
    breaks: 'of two who change different attributes at once, neither undoes what the other did',
    edits: [
      {
        file: 'coordinator/operations/set-attributes.ts',
        takenOut: 'inode.revision !== wanted.seen',
        insteadStands: 'false',
      },
    ],
    catchers: [
      unit(ATTRIBUTES, 'two clients that read the same: the second is told', /./),
      seeds(300, /nobody asked for this: attributes|it did not happen, or not then/),
    ],
  },
  {
    name: 'made-once',
    breaks: 'a file that was made and removed does not come back when the answer was lost',
    edits: [
      {
        file: 'coordinator/operations/make-file.ts',
        takenOut: 'await tx.get(keys.upload(id))',
        insteadStands: 'false',
      },
    ],
    catchers: [unit(MAKE_FILE, 'when it was removed for good, and collected since', /./)],
  },
  {
    name: 'passed-off-as-empty',
    breaks: 'a coordinator cannot pass a file that has content off as empty',
    edits: [{ file: 'client/namespace/entry.ts', takenOut: 'if (!fresh)', insteadStands: 'if (version < 0)' }],
    catchers: [unit(AT_CLIENTS, 'a file that has content is never passed off as empty', /./)],
  },
  {
    name: 'link-filled',
    breaks: 'a link that gave way to content can be restored',
    edits: [
      {
        file: 'client/upload/begin.ts',
        takenOut: 'found && isLink(namespace.keys, found) ? undefined : found?.id',
        insteadStands: 'found?.id',
      },
    ],
    catchers: [unit(AT_CLIENTS, 'content in the place of a link is a new file', /./)],
  },
]
