import { fromHex, toHex } from '../../shared/ids.ts'
import { keys } from '../metadata/keys.ts'
import type { Reader, Transaction } from '../metadata/metadata-store.ts'
import { LockRecord } from '../metadata/records.js'
import type { HeldLock } from './ranges.ts'

const NOTHING = new Uint8Array()

/** All locks of a file, in the order of their beginnings; also those of sessions that have lapsed since. */
export async function readLocks(reader: Reader, file: string): Promise<HeldLock[]> {
  const value = await reader.get(keys.lock(file))
  if (value === undefined) return []
  return LockRecord.decode(value).held.map(({ session, owner, ...lock }) => ({
    ...lock,
    session: toHex(session),
    owner: toHex(owner),
  }))
}

/** `after` takes the place of `before`. What has fence 0 gets the revision of this transaction. */
export function writeLocks(
  tx: Transaction,
  file: string,
  { before, after }: { readonly before: readonly HeldLock[]; readonly after: readonly HeldLock[] },
): void {
  if (after.length === 0) tx.delete(keys.lock(file))
  else tx.put(keys.lock(file), (revision) => encode(after, revision))
  for (const { session } of after) {
    if (!hasAny(before, session)) tx.put(keys.locked(session, file), NOTHING)
  }
}

/** Whether a session has anything among these. */
export function hasAny(held: readonly HeldLock[], session: string): boolean {
  return held.some((lock) => lock.session === session)
}

function encode(held: readonly HeldLock[], revision: number): Uint8Array {
  return LockRecord.encode({
    held: held.map(({ session, owner, fence, ...lock }) => ({
      ...lock,
      session: fromHex(session),
      owner: fromHex(owner),
      fence: fence === 0 ? revision : fence,
    })),
  })
}
