import { type Plant, unit } from '../plant.ts'

const COORDINATOR = 'coordinator/edits/edits.spec.ts'
const FILES = 'testnet/simulator/files/files.spec.ts'
const DIRTY = 'client/files/dirty.spec.ts'
const REGROUP = 'client/files/regroup.spec.ts'

export const edits: readonly Plant[] = [
  {
    name: 'overtaken-not-told',
    breaks: 'a step of an edit never covers what somebody else published',
    edits: [
      {
        file: 'coordinator/edits/amend.ts',
        takenOut: 'if (!isOurs) throw',
        insteadStands: 'if (!isOurs && inode.version === 0) throw',
      },
    ],
    catchers: [unit(COORDINATOR, 'somebody else published meanwhile', /Missing expected rejection/)],
  },
  {
    name: 'base-not-kept',
    breaks: 'what was there before an edit can be restored',
    edits: [
      {
        file: 'coordinator/edits/amend.ts',
        takenOut: 'if (edit.published === 0) leave(tx, file, before, goodbye)',
        insteadStands: 'void leave',
      },
    ],
    catchers: [unit(COORDINATOR, 'what it began from goes to the trash', /deep-equal/)],
  },
  {
    name: 'added-without-receipts',
    breaks: 'a step takes no piece that nobody has receipts for',
    edits: [
      {
        file: 'coordinator/edits/amend.ts',
        takenOut: 'if (short.length > 0) return',
        insteadStands: 'if (short.length > 99) return',
      },
    ],
    catchers: [unit(COORDINATOR, 'nothing is published without receipts', /deep-equal|metadata|strictly/)],
  },
  {
    name: 'dropped-at-once',
    breaks: 'a piece stays while a group lists it',
    edits: [
      {
        file: 'coordinator/collector/edited-content.ts',
        takenOut: 'if (groups <= 0) return',
        insteadStands: 'if (by < 0) return',
      },
    ],
    catchers: [unit(COORDINATOR, 'a piece goes when no group lists it', /group 1 lists it|strictly/)],
  },
  {
    name: 'written-bytes-shared',
    breaks: 'bytes that were written are the caller’s again',
    edits: [
      {
        file: 'client/files/dirty.ts',
        takenOut: 'buffer: new Uint8Array(bytes),',
        insteadStands: 'buffer: bytes,',
      },
    ],
    catchers: [unit(DIRTY, 'holds what a byte by byte model holds', /Property failed/)],
  },
  {
    name: 'cut-from-the-front',
    breaks: 'what was cut off a file is not seen again',
    edits: [
      {
        file: 'client/files/regroup.ts',
        takenOut: 'within(await this.#extentsOf(last), 0, size)',
        insteadStands: 'within(await this.#extentsOf(last), 0, size + 1)',
      },
    ],
    catchers: [unit(REGROUP, 'any changes, one after the other', /Property failed/)],
  },
  {
    name: 'memory-read-last',
    breaks: 'who reads while a file is published sees what was written',
    edits: [
      {
        file: 'client/files/read-layers.ts',
        takenOut: '    dirty.readInto(offset, out)\n',
        insteadStands: '',
      },
    ],
    catchers: [unit(FILES, 'reads and writes while it is published', /after write \d+|strictly/)],
  },
]
