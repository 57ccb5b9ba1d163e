import { type Plant, processes, unit } from '../plant.ts'

const SPEC = 'coordinator/snapshots/snapshots.spec.ts'
const EDITS = 'coordinator/snapshots/edits.spec.ts'
const PROCESSES = 'testnet/specs/snapshots.spec.ts'

export const snapshots: readonly Plant[] = [
  {
    name: 'snapshot-content-collected',
    breaks: 'what a snapshot shows is not collected when nothing else shows it any more',
    edits: [
      {
        file: 'coordinator/collector/garbage-versions.ts',
        takenOut: 'if (await isContentSeen(tx, file, revisionOf(content))) {',
        insteadStands: 'if (revisionOf(content) < 0 && (await isContentSeen(tx, file, revisionOf(content)))) {',
      },
    ],
    catchers: [
      unit(SPEC, 'keeps what is removed for good', /its piece is gone|is missing/),
      processes(PROCESSES, 'a folder is read as it was', /hiro (cat|get)/),
    ],
  },
  {
    name: 'snapshot-of-moved-folder',
    breaks: 'a snapshot sees what hung in its folder when it was taken, wherever that hangs by now',
    edits: [
      {
        file: 'coordinator/namespace/seers.ts',
        takenOut: 'const some = taken.filter((one) => revision <= one.revision && one.revision < until)',
        insteadStands: 'const some = until === Number.POSITIVE_INFINITY ? [...taken] : []',
      },
    ],
    catchers: [unit(SPEC, 'shows a folder as it was', /Expected values|deep-equal|undefined/)],
  },
  {
    name: 'snapshot-written-over',
    breaks: 'an edit does not write over the step of it that a snapshot sees',
    edits: [
      {
        file: 'coordinator/edits/amend.ts',
        takenOut: 'if (past || (await isInodeSeen(tx, file, before)))',
        insteadStands: 'if (past && (await isInodeSeen(tx, file, before)))',
      },
    ],
    catchers: [unit(EDITS, 'writes over nothing of it', /Missing expected rejection/)],
  },
  {
    name: 'snapshot-kept-for-ever',
    breaks: 'what only a dropped snapshot saw gives its space back',
    edits: [
      {
        file: 'coordinator/snapshots/drop-snapshot.ts',
        takenOut: "  tx.put(keys.sift, SiftRecord.encode({ last: '' }))\n",
        insteadStands: '  void SiftRecord\n',
      },
    ],
    catchers: [unit(SPEC, 'what two snapshots see stays for the second one', /past\//)],
  },
]
