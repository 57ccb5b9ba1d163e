import { fault, type Plant, seeds, unit } from '../plant.ts'

const TRASH = 'coordinator/trash/trash.spec.ts'
const INVENTORY = 'coordinator/inventory/inventory.spec.ts'
const AT_THE_WORKER = 'worker/inventory.spec.ts'

export const trashAndInventory: readonly Plant[] = [
  {
    name: 'trash-expiry',
    breaks: 'what was removed can be restored for its time: nothing is collected earlier',
    edits: [
      {
        file: 'coordinator/collector/expired-trash.ts',
        takenOut: 'end: `expiry/${timeKey(context.clock.now() + 1)}`',
        insteadStands: 'end: `expiry/${timeKey(2 * context.clock.now() + 1)}`',
      },
    ],
    catchers: [
      unit(TRASH, 'keeps its pieces until its time in the trash is over', /\+\s+0,|its piece is gone/),
      seeds(20, /from the trash before its time/),
    ],
  },
  {
    name: 'restored-stays-in-trash',
    breaks: 'what was restored is referenced, and not collected when its time in the trash would be over',
    edits: [{ file: 'coordinator/trash/restore.ts', takenOut: '    takeFromTrash(tx, item)\n', insteadStands: '' }],
    catchers: [
      unit(TRASH, 'a removed file comes back under a new version', /its piece is gone|\+\s+0,/),
      seeds(20, /is there twice|is missing|counts \d+ references/),
    ],
  },
  {
    name: 'removed-twice',
    breaks: 'a removal that is told twice does not remove what was restored in between',
    edits: [
      {
        file: 'coordinator/operations/remove.ts',
        takenOut: 'if (there.inode.restored > (wanted.seen ?? Number.POSITIVE_INFINITY))',
        insteadStands: 'if (there.inode.restored > Number.POSITIVE_INFINITY)',
      },
    ],
    catchers: [unit(TRASH, 'a removal and a move that come late', /Missing expected rejection/)],
  },
  {
    name: 'older-content-with-live-file',
    breaks: 'what the trash holds of a file goes with it only when the file itself is gone',
    edits: [
      {
        file: 'coordinator/trash/throw-away.ts',
        takenOut: ' && (await tx.get(keys.inode(id))) === undefined',
        insteadStands: '',
      },
    ],
    catchers: [unit(TRASH, 'older content of a file that is there stays', /not in the trash any more/)],
  },
  {
    name: 'unknown-not-handed-in',
    breaks: 'a worker that returns does not keep what was removed while it was away',
    edits: [
      {
        file: 'worker/inventory.ts',
        takenOut: '    await store.receiptsAgain(unknown.map((cid) => cidFromBytes(cid)))\n',
        insteadStands: '',
      },
    ],
    catchers: [
      unit(AT_THE_WORKER, 'lists only what differs', /deep-equal/),
      fault('returns-after-removals', 2, /pieces that nobody counts on/),
    ],
  },
  {
    name: 'absent-still-counted',
    breaks: 'a copy that is not there is not counted on, and made anew',
    edits: [
      {
        file: 'coordinator/inventory/absent-pieces.ts',
        takenOut: '        await dropHolder(tx, store, cid, row && PieceRecord.decode(row))\n',
        insteadStands: '        void row\n',
      },
    ],
    catchers: [
      unit(INVENTORY, 'what is not there is asked for', /deep-equal/),
      fault('returns-after-removals', 2, /pieces that are counted on/),
    ],
  },
]
