import { step } from '../../shared/steps.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, revisionOf, timeKey, under } from '../metadata/keys.ts'
import { readTrash, trashedOf } from '../namespace/trash.ts'
import { THROWN_PER_TRANSACTION, throwAway } from '../trash/throw-away.ts'

/** Throws away what was in the trash for its time. The rows stand in the order of their expiry, so that nothing is read that is not due. */
export async function expireTrash(context: Context, signal: AbortSignal): Promise<void> {
  for (let more = true; more; ) {
    throwIfAborted(signal)
    const due = { start: 'expiry/', end: `expiry/${timeKey(context.clock.now() + 1)}`, limit: THROWN_PER_TRANSACTION }
    const rows = await context.store.scan(due)
    if (rows.length === 0) return
    step('trash-expiring')
    await context.store.transact(async (tx) => {
      for (const { key } of rows) {
        const [, id = '', version] = partsOf(key)
        const item = await readTrash(tx, id, revisionOf(version))
        // It may have been restored, and removed again, since it was looked for.
        if (item && keys.expiry(item.record.untilMs, id, item.version) === key) await throwAway(context, tx, item)
        else tx.delete(key)
      }
    })
    step('trash-expired')
    more = rows.length === THROWN_PER_TRANSACTION
  }
}

/** Throws away what the trash holds of files that are gone for good. */
export async function purgeTrash(context: Context, signal: AbortSignal): Promise<void> {
  for (;;) {
    const [first] = await context.store.scan(under('purge/', { limit: 1 }))
    if (first === undefined) return
    throwIfAborted(signal)
    const [file = ''] = partsOf(first.key)
    await context.store.transact(async (tx) => {
      const rows = await tx.scan(under(`trash/${file}/`, { limit: THROWN_PER_TRANSACTION }))
      for (const { key, value } of rows) {
        await throwAway(context, tx, trashedOf(file, revisionOf(partsOf(key)[1]), value))
      }
      if (rows.length < THROWN_PER_TRANSACTION) tx.delete(first.key)
      else tx.put(first.key, new Uint8Array())
    })
  }
}
