import { COLLECT_DELAY_MS } from '../../shared/limits.ts'
import { step } from '../../shared/steps.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Context } from '../context.ts'
import { keys, under } from '../metadata/keys.ts'
import type { Entry, Transaction } from '../metadata/metadata-store.ts'
import { DirentRecord, InodeRecord, SiftRecord } from '../metadata/records.js'
import { contentOf } from '../namespace/detach.ts'
import { isDirentSeen, isInodeSeen, placeOfPast, untilOf } from '../namespace/past.ts'
import { letContentGo } from '../snapshots/kept-content.ts'

/** Three writes each at most. Each reads its way up to the folder of a snapshot. */
const ROWS_PER_TRANSACTION = 30

/** After a snapshot was dropped: goes through all rows of the past, and lets those go that no other snapshot sees, with the content that nothing else needs. */
export async function siftPast(context: Context, signal: AbortSignal): Promise<void> {
  while ((await context.store.get(keys.sift)) !== undefined) {
    throwIfAborted(signal)
    step('past-sifting')
    await siftSome(context)
    step('past-sifted')
  }
}

async function siftSome(context: Context): Promise<void> {
  const notBeforeMs = context.clock.now() + COLLECT_DELAY_MS
  await context.store.transact(async (tx) => {
    const mark = await tx.get(keys.sift)
    if (mark === undefined) return
    const { last } = SiftRecord.decode(mark)
    const rows = await tx.scan(under('past/', { last: last || undefined, limit: ROWS_PER_TRANSACTION }))
    for (const row of rows) await siftOne(tx, row, notBeforeMs)
    if (rows.length < ROWS_PER_TRANSACTION) tx.delete(keys.sift)
    else tx.put(keys.sift, SiftRecord.encode({ last: rows.at(-1)?.key ?? '' }))
  })
}

async function siftOne(tx: Transaction, { key, value }: Entry, notBeforeMs: number): Promise<void> {
  const place = placeOfPast(key)
  if (place.kind === 'dirent') {
    if (!(await isDirentSeen(tx, place.parent, DirentRecord.decode(value), untilOf(key)))) tx.delete(key)
    return
  }
  const inode = InodeRecord.decode(value)
  if (await isInodeSeen(tx, place.id, inode, untilOf(key))) return
  tx.delete(key)
  if (!inode.folder) await letContentGo(tx, place.id, contentOf(inode), notBeforeMs)
}
