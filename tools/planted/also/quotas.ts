import { type Plant, seeds, unit } from '../plant.ts'

const QUOTAS = 'coordinator/quotas/quotas.spec.ts'

export const quotas: readonly Plant[] = [
  {
    name: 'quota-not-held',
    breaks: 'nothing is published beyond a quota, also when two race for the last bytes',
    edits: [
      {
        file: 'coordinator/quotas/charge.ts',
        takenOut: 'if (found) await requireFits',
        insteadStands: 'if (found && logicalBytes < 0) await requireFits',
      },
    ],
    catchers: [unit(QUOTAS, 'two uploads race for the last bytes', /deep-equal/)],
  },
  {
    name: 'trash-not-discharged',
    breaks: 'what is in the trash counts in no quota',
    edits: [
      {
        file: 'coordinator/quotas/hooks.ts',
        takenOut: 'if (!inode.folder) return await discharge(tx, inode)',
        insteadStands: 'if (!inode.folder) return',
      },
    ],
    catchers: [
      unit(QUOTAS, 'what is in the trash counts nowhere', /strictly equal/),
      seeds(40, /used\/|counts? in the quota/),
    ],
  },
  {
    name: 'moved-while-counted',
    breaks: 'a folder that moves away from those who count is counted all the same',
    edits: [
      {
        file: 'coordinator/quotas/hooks.ts',
        takenOut: 'if (recounting || found?.folder !==',
        insteadStands: 'if (found?.folder !==',
      },
    ],
    catchers: [unit(QUOTAS, 'leaves the folder that is to be counted', /strictly equal/)],
  },
  {
    name: 'taken-apart-and-still-counted',
    breaks: 'what is removed for good leaves its quota',
    edits: [
      {
        file: 'coordinator/collector/detached-folders.ts',
        takenOut: 'sum.less(inode)',
        insteadStands: 'void inode',
      },
    ],
    catchers: [unit(QUOTAS, 'goes with its folder to the trash', /deep-equal/)],
  },
  {
    name: 'quota-forgotten-too-soon',
    breaks: 'a quota that is set again goes on with what is counted in it',
    edits: [
      {
        file: 'coordinator/quotas/quota-rows.ts',
        takenOut: 'if ((await readUsed(tx, folder)).files === 0) dropQuota',
        insteadStands: 'if ((await readUsed(tx, folder)).files >= 0) dropQuota',
      },
    ],
    catchers: [unit(QUOTAS, 'of the nearest folder holds, and alone', /deep-equal/)],
  },
]
