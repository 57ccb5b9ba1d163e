import { SEGMENT_SIZE_BYTES } from '../../shared/limits.ts'
import { revisionKey } from '../../shared/revision.ts'
import { under } from '../metadata/keys.ts'
import type { Reader } from '../metadata/metadata-store.ts'
import { GroupRecord, type InodeRecord } from '../metadata/records.js'
import { contentOf } from '../namespace/detach.ts'

/** Groups that are looked at: 128 GiB of whole chunks. */
const GROUPS_READ_MAX = 64
/** What sealing adds to a piece, and to each of its segments. */
const [PIECE_OVERHEAD_BYTES, SEGMENT_OVERHEAD_BYTES] = [8, 16]

/** The size of a file, or, where no client ever said it, what its pieces give to believe. */
export async function logicalSize(reader: Reader, id: string, inode: InodeRecord): Promise<number> {
  return inode.logicalBytes ?? (await estimate(reader, id, inode))
}

/**
 * Its head is sealed, so the size of a file that was written before clients told it is taken from its pieces: exact for one that was added whole; for one of a pack, what it takes on all disks at most; of one that was edited, whatever its
 * pieces hold, without what was never written. The next one who publishes it says better.
 */
async function estimate(reader: Reader, id: string, inode: InodeRecord): Promise<number> {
  if (inode.folder || inode.version === 0 || inode.groups === 0) return 0
  const prefix = `extents/${id}/${revisionKey(contentOf(inode))}/`
  const rows = await reader.scan(under(prefix, { limit: GROUPS_READ_MAX }))
  const pieces = rows.flatMap(({ value }) => GroupRecord.decode(value).pieces)
  const read = pieces.reduce((sum, { sizeBytes }) => sum + plainBytes(sizeBytes), 0)
  const all = rows.length < GROUPS_READ_MAX ? read : Math.ceil((read * inode.groups) / rows.length)
  return inode.storedBytes > 0 ? Math.min(all, inode.storedBytes) : all
}

/** What is in so many sealed bytes, but for 8 bytes for each piece after the first. */
export function plainBytes(sealedBytes: number): number {
  const body = Math.max(0, sealedBytes - PIECE_OVERHEAD_BYTES)
  const segments = Math.ceil(body / (SEGMENT_SIZE_BYTES + SEGMENT_OVERHEAD_BYTES))
  return Math.max(0, body - segments * SEGMENT_OVERHEAD_BYTES)
}
