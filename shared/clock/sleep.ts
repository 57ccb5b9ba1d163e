import { abortReason, onAbort, throwIfAborted } from '../work/signal.ts'
import type { Clock } from './clock.ts'

/** Resolves `ms` from now. Rejects with the signal's reason (`aborted` unless it was a deadline) as soon as it is aborted. */
export async function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  throwIfAborted(signal)
  const slept = Promise.withResolvers<void>()
  const cancel = clock.after(ms, slept.resolve)
  using _ = onAbort(signal, () => {
    cancel()
    if (signal) slept.reject(abortReason(signal))
  })
  await slept.promise
}
