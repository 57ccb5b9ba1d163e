import { cidFromBytes } from '../shared/cid.ts'
import { CALL_TIMEOUT_MS } from '../shared/limits.ts'
import type { Removal, RemovalOutcome } from '../shared/protocol/membership/membership.js'
import { step } from '../shared/steps.ts'
import { abortable } from '../shared/work/signal.ts'
import type { MembershipCalls } from './membership-calls.ts'
import type { PieceStore } from './store/piece-store.ts'

/** How long the coordinator may look for removals before it answers that there are none. */
const WAIT_MS = 8_000

/**
 * Does what the coordinator says shall go, and tells with the next call how it went. Each is told again until then. Ends by throwing; what one piece does
 * wrong is thrown only after the others were told of. An abort is heeded also while the disk hangs.
 */
export async function obeyRemovals(store: PieceStore, calls: MembershipCalls, signal: AbortSignal): Promise<never> {
  let outcomes: RemovalOutcome[] = []
  for (;;) {
    const options = { signal, timeoutMs: WAIT_MS + CALL_TIMEOUT_MS }
    const { removals } = await calls.call('removals', { outcomes, waitMs: WAIT_MS }, options)
    const ended = await abortable(Promise.allSettled(removals.map((removal) => remove(store, removal))), signal)
    outcomes = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const failed = ended.find((one) => one.status === 'rejected')
    if (outcomes.length > 0) step('removals-reporting')
    if (failed === undefined) continue
    await calls.call('removals', { outcomes, waitMs: 0 }, { signal })
    throw failed.reason
  }
}

async function remove(store: PieceStore, { cid, revision }: Removal): Promise<RemovalOutcome> {
  const outcome = await store.remove(cidFromBytes(cid), revision)
  return { cid, revision, kept: outcome === 'newer' }
}
