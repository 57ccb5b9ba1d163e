import { editsControl } from './sample-edits.ts'
import { bytes, group, id, result, short, version } from './sample-parts.ts'

const quota = { bytesMax: 50 * 2 ** 30, filesMax: 100_000 }
const use = { folder: id, quota, usedBytes: 3 * 2 ** 30, usedFiles: 1_234, counting: true }
const [amendRequest, amendResponse] = editsControl.amend
const [openEditRequest, openEditResponse] = editsControl.openEdit

/** Calls that came with quotas, and those that have more in them since. */
export const quotasControl = {
  setQuota: [{ folder: id, quota }, {}],
  readQuota: [{ id }, { use, above: 3 }],
  listQuotas: [
    { after: `quota/${'ab'.repeat(16)}` },
    {
      quotas: [use],
      folders: [{ id, parent: bytes(16, 55), tag: bytes(32, 3), sealedName: bytes(60, 4) }],
      next: `quota/${'cd'.repeat(16)}`,
    },
  ],
  commit: [
    {
      version,
      groups: 2,
      sealedHead: bytes(70, 7),
      sealedAttributes: bytes(60, 5),
      lastGroup: group,
      // Said, and not left out.
      logicalBytes: 0,
    },
    { result, short, reopened: [0, 1] },
  ],
  openEdit: [{ ...openEditRequest, logicalBytes: 4_195_300 }, openEditResponse],
  amend: [{ ...amendRequest, logicalBytes: 4_195_300 }, amendResponse],
  restore: [
    {
      number: version,
      id,
      version,
      parent: id,
      tag: bytes(32, 3),
      sealedName: bytes(60, 4),
      sealedHead: bytes(70, 7),
      logicalBytes: 4_195_300,
    },
    { revision: version },
  ],
} as const
