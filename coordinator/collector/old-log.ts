import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, revisionOf, under } from '../metadata/keys.ts'
import type { Entry } from '../metadata/metadata-store.ts'
import { LogRecord, LogStartRecord } from '../metadata/records.js'

/** For how long it can be told what changed. Longer: a client that was away need not look at everything anew; shorter: fewer rows. */
export const LOG_KEEP_MS = 24 * 60 * 60_000
const LINES_PER_TRANSACTION = 100

/** Takes away lines of the log that are old, and notes up to which. They stand in the order in which they came, so that nothing is read that is not due. */
export async function forgetOldLog(context: Context, signal: AbortSignal): Promise<void> {
  const dueMs = context.clock.now() - LOG_KEEP_MS
  const isDue = ({ value }: Entry): boolean => LogRecord.decode(value).atMs <= dueMs
  for (;;) {
    const [first] = await context.store.scan(under('log/', { limit: 1 }))
    if (first === undefined || !isDue(first)) return
    throwIfAborted(signal)
    const due = (await context.store.scan(under('log/', { limit: LINES_PER_TRANSACTION }))).filter(isDue)
    await context.store.transact(async (tx) => {
      for (const { key } of due) tx.delete(key)
      tx.put(keys.logStart, LogStartRecord.encode({ revision: Math.max(...due.map(revisionOfLine)) }))
    })
  }
}

function revisionOfLine({ key }: Entry): number {
  return revisionOf(partsOf(key)[0])
}
