import { cidToBytes } from '../shared/cid.ts'
import { RECEIPTS_PER_CALL_MAX } from '../shared/limits.ts'
import { step } from '../shared/steps.ts'
import { abortable } from '../shared/work/signal.ts'
import type { MembershipCalls } from './membership-calls.ts'
import type { PieceStore } from './store/piece-store.ts'
import type { Wakeup } from './wakeup.ts'

/**
 * Hands in the receipts that are due, those from before a restart first, and then whenever one is due again: what gathers while a call is under way goes with
 * the next. Each stays due until the coordinator answered. Ends by throwing; an abort is heeded also while the disk hangs.
 */
export async function sendReceipts(
  store: PieceStore,
  calls: MembershipCalls,
  due: Wakeup,
  signal: AbortSignal,
): Promise<never> {
  for (;;) {
    const receipts = await abortable(store.receiptsDue(RECEIPTS_PER_CALL_MAX), signal)
    if (receipts.length === 0) {
      await due.wait(signal)
      continue
    }
    const entries = receipts.map(({ cid, sizeBytes, revision }) => ({ cid: cidToBytes(cid), sizeBytes, revision }))
    step('receipts-sending')
    await calls.call('receipts', { receipts: entries }, { signal })
    step('receipts-answered')
    await abortable(store.receiptsAcknowledged(receipts), signal)
  }
}
