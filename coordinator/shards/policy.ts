import { DATA_SHARDS_MAX, PARITY_SHARDS_MAX } from '../../shared/erasure/limits.ts'
import { HiroError } from '../../shared/errors.ts'
import { ROOT_ID, toHex } from '../../shared/ids.ts'
import { COPIES_MAX, PATH_DEPTH_MAX } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import type { Reader } from '../metadata/metadata-store.ts'
import { PolicyRecord, ReshapeRecord } from '../metadata/records.js'
import { readInode } from '../namespace/tree.ts'
import type { Policy } from './shape.ts'

export interface FoundPolicy {
  readonly policy: Policy
  /** How many steps up the folder is that asks for it; `undefined`: nobody does, it is the swarm's. */
  readonly above: number | undefined
}

/** The policy that holds at a file or folder: that of the nearest folder, itself included, that asks for one. Throws `not-found`. */
export async function policyAt(context: Context, reader: Reader, id: string): Promise<FoundPolicy> {
  let at = id
  for (let above = 0; above <= PATH_DEPTH_MAX; above++) {
    const row = await reader.get(keys.policy(at))
    if (row) return { policy: policyOf(PolicyRecord.decode(row)), above }
    if (at === ROOT_ID) break
    const inode = await readInode(reader, at)
    if (inode === undefined) throw new HiroError('not-found', 'no such file or folder')
    at = toHex(inode.parent)
  }
  return { policy: { copies: context.swarm.copies, dataShards: 0, parityShards: 0 }, above: undefined }
}

function policyOf({ copies, dataShards, parityShards }: PolicyRecord): Policy {
  // As many copies as lose no more by the death of m workers than the shards will.
  return dataShards > 0
    ? { copies: parityShards + 1, dataShards, parityShards }
    : { copies, dataShards: 0, parityShards: 0 }
}

/** From now on, for what is there and what comes; `undefined`: as the folder above. Idempotent. Throws `not-found`, `not-a-folder`, `usage`. */
export async function setPolicy(context: Context, folder: string, policy: PolicyRecord | undefined): Promise<void> {
  if (policy) checkPolicy(policy)
  await context.store.transact(async (tx) => {
    const inode = folder === ROOT_ID ? undefined : await readInode(tx, folder)
    if (folder !== ROOT_ID && inode === undefined) throw new HiroError('not-found', 'no such folder')
    if (inode && !inode.folder) throw new HiroError('not-a-folder', 'policies are for folders, that is a file')
    if (policy) tx.put(keys.policy(folder), PolicyRecord.encode(policy))
    else tx.delete(keys.policy(folder))
    tx.put(keys.reshape(folder), ReshapeRecord.encode({ last: '' }))
  })
}

function checkPolicy({ copies, dataShards, parityShards }: PolicyRecord): void {
  if (dataShards === 0 && parityShards === 0) {
    if (copies < 1 || copies > COPIES_MAX)
      throw new HiroError('usage', `copies go from 1 to ${COPIES_MAX}, not ${copies}`)
    return
  }
  if (copies !== 0) throw new HiroError('usage', 'a policy asks for copies or for shards, not for both')
  // One shard of data would be a copy under another name.
  if (dataShards < 2 || dataShards > DATA_SHARDS_MAX)
    throw new HiroError('usage', `shards of data go from 2 to ${DATA_SHARDS_MAX}, not ${dataShards}`)
  if (parityShards < 1 || parityShards > PARITY_SHARDS_MAX)
    throw new HiroError('usage', `shards of parity go from 1 to ${PARITY_SHARDS_MAX}, not ${parityShards}`)
}
