import { REMOVALS_PER_CALL_MAX } from '../../shared/limits.ts'
import { step } from '../../shared/steps.ts'
import { removeUnlessKept } from '../backup/unknown-pieces.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { PieceRecord, RemovalRecord } from '../metadata/records.js'
import { dropHolder } from './drop-holder.ts'

export interface Removal {
  readonly cid: string
  readonly revision: number
}

export interface RemovalOutcome extends Removal {
  /** Refused by the worker: the piece was put again under a newer revision. */
  readonly kept: boolean
}

/** What a store's worker shall remove; waits up to `waitMs` where there is nothing. Each removal is told again until its outcome comes. */
export async function nextRemovals(
  context: Context,
  store: string,
  waitMs: number,
  signal: AbortSignal,
): Promise<Removal[]> {
  const prefix = `removal/${store}/`
  const woken = Promise.withResolvers<void>()
  const unwatch = context.store.watch(prefix, () => woken.resolve())
  const unwatchBackups = context.backups.watch(() => woken.resolve())
  const cancel = context.clock.after(waitMs, woken.resolve)
  signal.addEventListener('abort', () => woken.resolve(), { once: true })
  try {
    const due = await readRemovals(context, prefix)
    if (due.length > 0) return due
    await woken.promise
    return await readRemovals(context, prefix)
  } finally {
    unwatch()
    unwatchBackups()
    cancel()
  }
}

async function readRemovals(context: Context, prefix: string): Promise<Removal[]> {
  const rows = await context.store.scan(under(prefix, { limit: REMOVALS_PER_CALL_MAX }))
  const due = rows
    .map(({ key, value }) => ({ cid: partsOf(key)[1] ?? '', revision: RemovalRecord.decode(value).revision }))
    // Not before a backup knows of it: if these metadata had to be restored, the piece might be needed again.
    .filter(({ revision }) => context.backups.covers(revision))
  if (due.length > 0) step('removals-telling')
  return due
}

/** Writes per outcome: removal, held, piece and its rows in the list of those that are short. */
const OUTCOMES_PER_TRANSACTION = 25

/** Forgets removals that are done, and the piece with its last holder. Idempotent. */
export async function confirmRemovals(
  context: Context,
  store: string,
  outcomes: readonly RemovalOutcome[],
): Promise<void> {
  const nowMs = context.clock.now()
  for (let at = 0; at < outcomes.length; at += OUTCOMES_PER_TRANSACTION) {
    step('removals-confirming')
    await context.store.transact(async (tx) => {
      for (const outcome of outcomes.slice(at, at + OUTCOMES_PER_TRANSACTION))
        await confirmOne(tx, store, outcome, nowMs)
    })
    step('removals-confirmed')
  }
}

async function confirmOne(
  tx: Transaction,
  store: string,
  { cid, revision, kept }: RemovalOutcome,
  nowMs: number,
): Promise<void> {
  const removal = await tx.get(keys.removal(store, cid))
  if (removal === undefined || RemovalRecord.decode(removal).revision !== revision) return
  const row = await tx.get(keys.piece(cid))
  const piece = row && PieceRecord.decode(row)
  if (kept && (piece === undefined || piece.condemned)) {
    // Put again by an upload that is over by now, or, before the metadata were restored, by one that they do not know: the next removal is newer than that put.
    const again = { store, cid, sizeBytes: piece?.sizeBytes ?? 0, revision }
    if (await removeUnlessKept(tx, again, nowMs)) tx.delete(keys.removal(store, cid))
    return
  }
  tx.delete(keys.removal(store, cid))
  if (kept) return
  await dropHolder(tx, store, cid, piece)
}
