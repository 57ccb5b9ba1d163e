import { HiroError } from '../../shared/errors.ts'
import { LOCKS_PER_FILE_MAX } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import { hasAny, readLocks, writeLocks } from './lock-rows.ts'
import { type LockOwner, overlaps, type Span, sameOwner, without } from './ranges.ts'
import { requireSession, touchSession } from './require-session.ts'

/** Unlocks what the owner has of a range; what it has not is no error. Idempotent. Throws `lease-lapsed`, `refused`, `no-room` (it would leave too many pieces). */
export async function unlock(
  context: Context,
  client: string,
  file: string,
  owner: LockOwner,
  span: Span,
): Promise<void> {
  const { session } = owner
  await touchSession(context, client, session)
  const { value: left } = await context.store.transact(async (tx) => {
    await requireSession(tx, context, client, session)
    const before = await readLocks(tx, file)
    if (!before.some((lock) => sameOwner(lock, owner) && overlaps(lock, span))) return hasAny(before, session)
    const after = without(before, owner, span)
    // Unlocking has room beyond that of locking, for it may split.
    if (after.length > 2 * LOCKS_PER_FILE_MAX)
      throw new HiroError('no-room', 'what is left of the locks of this file would be too many pieces')
    writeLocks(tx, file, { before, after })
    if (!hasAny(after, session)) tx.delete(keys.locked(session, file))
    return hasAny(after, session)
  })
  if (!left) context.locks.sessions.filesOf(session).delete(file)
}

/** Unlocks all that an owner has, wherever, file by file. Idempotent. Throws as `unlock`. */
export async function unlockAll(context: Context, client: string, owner: LockOwner, everything: Span): Promise<void> {
  let last: string | undefined
  do {
    const rows = await context.store.scan(under(`locked/${owner.session}/`, { last }))
    for (const { key } of rows) await unlock(context, client, partsOf(key)[1] ?? '', owner, everything)
    last = rows.at(-1)?.key
  } while (last !== undefined)
}
