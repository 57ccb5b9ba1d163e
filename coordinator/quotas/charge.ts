import { formatSize } from '../../shared/config/for-people.ts'
import { HiroError } from '../../shared/errors.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import type { InodeRecord, QuotaRecord, UsedRecord } from '../metadata/records.js'
import { adjust, type Difference, type FoundQuota, quotaAt, readUsed } from './quota-rows.ts'

/** What an inode says of quotas. */
export type Charged = Pick<InodeRecord, 'logicalBytes' | 'charged'>

const NOTHING = new Uint8Array()

export interface Arrival {
  /** The folder that the file is in from now on. */
  readonly folder: string
  readonly logicalBytes: number
  /** Files that were below the same quota and give way to it, or are the file itself as it was: what they take is free for it, whether they were counted or not. */
  readonly instead?: readonly (InodeRecord | undefined)[]
  /** The file itself, where it comes from elsewhere. */
  readonly from?: InodeRecord | undefined
}

/**
 * Counts a file where it is from now on, and no more what gives way to it, in the transaction that writes its inode; the result is for that. Whatever makes a file, or makes it larger, goes through here. Throws `over-quota` where that
 * leads beyond what the quota allows; what makes nothing more is let through also where there is too much.
 */
export async function charge(tx: Transaction, { folder, logicalBytes, instead = [], from }: Arrival): Promise<Charged> {
  const gone = instead.filter((inode) => inode !== undefined)
  const found = await quotaAt(tx, folder)
  if (found) await requireFits(tx, found, { logicalBytes, gone })
  // So it is wherever there are no quotas.
  if (!found && ![...gone, ...(from ? [from] : [])].some(counts)) return { logicalBytes, charged: NOTHING }
  const sum = new Differences()
  for (const inode of gone) sum.less(inode)
  if (from) sum.less(from)
  const charged = found ? fromHex(found.folder) : NOTHING
  sum.more({ logicalBytes, charged })
  await sum.write(tx)
  return { logicalBytes, charged }
}

/** A file that is no more, or not in the tree any more. */
export async function discharge(tx: Transaction, inode: InodeRecord): Promise<void> {
  if (!counts(inode)) return
  const sum = new Differences()
  sum.less(inode)
  await sum.write(tx)
}

function counts({ charged }: InodeRecord): boolean {
  return charged.byteLength > 0
}

/** What changes in the counts of several quotas: only what is other in the end is written. */
export class Differences {
  readonly #sums = new Map<string, { bytes: number; files: number }>()

  more(inode: Charged): void {
    this.#add(inode, 1)
  }

  less(inode: Charged): void {
    this.#add(inode, -1)
  }

  async write(tx: Transaction): Promise<void> {
    for (const [folder, difference] of this.#sums) await adjust(tx, folder, difference)
  }

  #add({ charged, logicalBytes = 0 }: Charged, sign: 1 | -1): void {
    if (charged.byteLength === 0) return
    const folder = toHex(charged)
    const { bytes, files } = this.#sums.get(folder) ?? { bytes: 0, files: 0 }
    this.#sums.set(folder, { bytes: bytes + sign * logicalBytes, files: files + sign })
  }
}

async function requireFits(
  tx: Transaction,
  found: FoundQuota,
  { logicalBytes, gone }: { readonly logicalBytes: number; readonly gone: readonly InodeRecord[] },
): Promise<void> {
  const freed = gone.reduce((sum, inode) => sum + (inode.logicalBytes ?? 0), 0)
  const difference = { bytes: logicalBytes - freed, files: 1 - gone.length }
  requireRoomFor(found, await readUsed(tx, found.folder), difference)
}

/** Throws `over-quota` where so much more leads beyond what is allowed. */
export function requireRoomFor({ quota }: FoundQuota, used: UsedRecord, { bytes, files }: Difference): void {
  const tooMuch = bytes > 0 && quota.bytesMax > 0 && used.bytes + bytes > quota.bytesMax
  const tooMany = files > 0 && quota.filesMax > 0 && used.files + files > quota.filesMax
  // Names are the client's: it tells which folder that is.
  const more = tooMuch ? `${formatSize(bytes)} more do not fit` : 'no more files fit'
  if (tooMuch || tooMany) throw new HiroError('over-quota', `${more}: ${usedText(quota, used)}`)
}

function usedText({ bytesMax, filesMax }: QuotaRecord, { bytes, files }: UsedRecord): string {
  const size = bytesMax > 0 ? [`${formatSize(bytes)} of ${formatSize(bytesMax)}`] : []
  const count = filesMax > 0 ? [`${files} of ${filesMax} files`] : []
  return `${[...size, ...count].join(' and ')} are used`
}
