import { type Plant, unit } from '../plant.ts'

const SPEC = 'testnet/simulator/files/tidy.spec.ts'

export const tidy: readonly Plant[] = [
  {
    name: 'tidied-to-the-trash',
    breaks: 'what is brought into fewer pieces takes no more space for it',
    edits: [
      {
        file: 'coordinator/edits/amend.ts',
        takenOut: 'farewell(context, { now: wanted.sameContent })',
        insteadStands: 'farewell(context)',
      },
    ],
    catchers: [unit(SPEC, 'is brought into few pieces, is what it was', /strictly equal/)],
  },
  {
    name: 'groups-never-merged',
    breaks: 'a file that was written to in many places is in few parts again',
    edits: [
      {
        file: 'client/files/regroup.ts',
        takenOut: 'if (!isCovered) return count',
        insteadStands: 'if (!isCovered || count >= 0) return 0',
      },
    ],
    catchers: [unit('client/files/regroup.spec.ts', 'what covers many groups', /groups of/)],
  },
]
