import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import { hasAny, readLocks, writeLocks } from './lock-rows.ts'

/** Files in one transaction: their locks come to half of what a transaction may write, and two rows each. */
const FILES_PER_TRANSACTION = 20

/** Ends a session, by its client's wish or because its lease ran out. Its fences hold nothing from here on; what it had locked is freed in bounded transactions. Idempotent. */
export async function endSession(context: Context, session: string): Promise<void> {
  const { sessions, queue } = context.locks
  sessions.lapse(session)
  queue.drop(session)
  const page = under(`locked/${session}/`, { limit: FILES_PER_TRANSACTION })
  for (let more = true; more; ) {
    await context.store.transact(async (tx) => {
      // First of all: from now on nothing can be locked under it.
      tx.delete(keys.session(session))
      const rows = await tx.scan(page)
      for (const { key } of rows) {
        const file = partsOf(key)[1] ?? ''
        const before = await readLocks(tx, file)
        const after = before.filter((lock) => lock.session !== session)
        if (hasAny(before, session)) writeLocks(tx, file, { before, after })
        tx.delete(key)
      }
      more = rows.length === FILES_PER_TRANSACTION
    })
  }
  sessions.forget(session)
}

/** Ends sessions whose client has not been heard of for a lease. */
export async function endLapsedSessions(context: Context): Promise<void> {
  for (const session of context.locks.sessions.lapsed()) {
    context.log.info('a session lapsed', { session, client: context.locks.sessions.clientOf(session) ?? '' })
    await endSession(context, session)
  }
}
