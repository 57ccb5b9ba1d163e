import { toHex } from '../../shared/ids.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { type InodeRecord, RecountRecord } from '../metadata/records.js'
import { type Charged, charge, discharge } from './charge.ts'
import { logicalSize } from './estimate.ts'
import { quotaAt, quotasInUse, readQuota, surroundings } from './quota-rows.ts'

/** The collector looks at all that is in it, down to folders with a quota of their own. Where it was looking already, it begins anew. */
export function markForRecount(tx: Transaction, folder: string): void {
  tx.put(keys.recount(folder), RecountRecord.encode({ last: '' }))
}

/** It is about to go to the trash. A file counts no more; what is in a folder is looked at later, for that is one step whatever it holds. Before the entry is taken out of the tree. */
export async function dischargeRemoved(tx: Transaction, id: string, inode: InodeRecord): Promise<void> {
  if (!inode.folder) return await discharge(tx, inode)
  if (!(await quotasInUse(tx)) || (await hasOwn(tx, id))) return
  const { found, recounting } = await surroundings(tx, toHex(inode.parent))
  if (found || recounting) markForRecount(tx, id)
}

/**
 * It goes to another folder, or to another name in its own. A file counts there at once. What is in a folder is looked at later where another quota holds, and where it leaves before those who are counting came to it. `over`: what
 * gives way to it. Throws `over-quota`: a file does not fit.
 */
export async function chargeMoved(
  tx: Transaction,
  { id, inode, to, over }: { id: string; inode: InodeRecord; to: string; over: InodeRecord | undefined },
): Promise<Partial<Charged>> {
  if (!(await quotasInUse(tx))) return {}
  const from = toHex(inode.parent)
  if (!inode.folder) {
    const isSame = (await quotaAt(tx, from))?.folder === (await quotaAt(tx, to))?.folder
    const others = isSame ? { instead: [inode, over] } : { instead: [over], from: inode }
    return await charge(tx, { folder: to, logicalBytes: await logicalSize(tx, id, inode), ...others })
  }
  if (await hasOwn(tx, id)) return {}
  const { found, recounting } = await surroundings(tx, from)
  if (recounting || found?.folder !== (await quotaAt(tx, to))?.folder) markForRecount(tx, id)
  return {}
}

/**
 * It comes back from the trash, to the folder `to`. `live`: the file that is there, and that it is older content of. `logicalBytes`: as its client says, who has its head. Throws `over-quota`: a file does not fit.
 */
export async function chargeRestored(
  tx: Transaction,
  wanted: {
    id: string
    inode: InodeRecord
    to: string
    live: InodeRecord | undefined
    logicalBytes?: number | undefined
  },
): Promise<Partial<Charged>> {
  const { id, inode, to, live, logicalBytes = inode.logicalBytes } = wanted
  if (!(await quotasInUse(tx))) return logicalBytes === undefined ? {} : { logicalBytes }
  if (!inode.folder) {
    const size = await logicalSize(tx, id, { ...inode, ...(logicalBytes !== undefined && { logicalBytes }) })
    return await charge(tx, { folder: to, logicalBytes: size, instead: [live] })
  }
  if (!(await hasOwn(tx, id)) && (await quotaAt(tx, to))) markForRecount(tx, id)
  return {}
}

/** Whether it takes its quota along wherever it goes, and all that counts there. */
async function hasOwn(tx: Transaction, folder: string): Promise<boolean> {
  const quota = await readQuota(tx, folder)
  return quota !== undefined && !quota.removed
}
