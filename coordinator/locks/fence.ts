import { HiroError } from '../../shared/errors.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import type { Context } from '../context.ts'
import type { Reader } from '../metadata/metadata-store.ts'
import type { FenceRecord } from '../metadata/records.js'
import { readLocks } from './lock-rows.ts'
import { requireSession } from './require-session.ts'

/** Proof of a lock. */
export interface Fence {
  readonly session: string
  /** That is locked. */
  readonly file: string
  /** The revision of the grant. */
  readonly number: number
}

/**
 * For whoever publishes under a lock, inside the very transaction: it comes before whatever takes the lock away, or not at all. Without a fence, nothing is asked. Throws `lease-lapsed` when the session's lease is
 * over by the coordinator's clock, or nothing of what the fence stands for is held any more; `refused` when it is another client's.
 */
export async function requireFence(
  tx: Reader,
  context: Context,
  client: string,
  fence: Fence | undefined,
): Promise<void> {
  if (fence === undefined) return
  await requireSession(tx, context, client, fence.session)
  const held = await readLocks(tx, fence.file)
  if (held.some(({ session, fence: number }) => session === fence.session && number === fence.number)) return
  throw new HiroError('lease-lapsed', 'the lock that this is done under is not held any more; nothing was changed')
}

/** As it is kept with an upload. */
export function fenceRecord(fence: Fence | undefined): { fence: FenceRecord } | Record<string, never> {
  if (fence === undefined) return {}
  return { fence: { session: fromHex(fence.session), file: fromHex(fence.file), number: fence.number } }
}

export function fenceOfRecord(record: FenceRecord | undefined): Fence | undefined {
  return record && { session: toHex(record.session), file: toHex(record.file), number: record.number }
}
