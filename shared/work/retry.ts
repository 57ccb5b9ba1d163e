import type { Clock } from '../clock/clock.ts'
import { sleep } from '../clock/sleep.ts'
import { errorTable, HiroError } from '../errors.ts'
import type { Random } from '../random/random.ts'
import { LinkedController, throwIfAborted } from './signal.ts'

export interface RetryPolicy {
  /** The last try begins this long after the first, if all fail; longer outlives longer outages, shorter fails sooner for people. */
  patienceMs: number
  /** The wait before the second try; it grows by a quarter with each try. */
  firstDelayMs: number
  /** The longest wait between two tries. */
  delayMsMax: number
}

export interface RetryPorts {
  clock: Clock
  random: Random
}

function isRetryable(error: unknown): error is HiroError {
  return error instanceof HiroError && errorTable[error.code].retryable
}

/**
 * Tries `work` again as long as its error says that the same call may succeed later (`retryable` in the table of errors) and patience
 * lasts; then throws the last error. Waits grow with the time that has gone by, so that whatever comes back soon is noticed soon, and with jitter, so that many who
 * failed together do not come back together. This is the only layer that retries: what it calls does not. `work` must be idempotent.
 */
export async function retry<T>(
  { clock, random }: RetryPorts,
  policy: RetryPolicy,
  work: (attempt: number) => Promise<T>,
  signal?: AbortSignal,
  onRetry?: (error: HiroError, delayMs: number) => void,
): Promise<T> {
  using patience = new LinkedController(signal)
  const cancel = clock.after(policy.patienceMs, () => patience.abort())
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work(attempt)
      } catch (error) {
        if (patience.signal.aborted || !isRetryable(error)) throw error
        const delayMs = delayBefore(attempt, policy, random)
        onRetry?.(error, delayMs)
        // When patience ends during the wait, one last try follows at once.
        await sleep(clock, delayMs, patience.signal).catch(() => throwIfAborted(signal))
      }
    }
  } finally {
    cancel()
  }
}

/** Longer: less noise while a peer is away. Shorter: less is waited on top of its absence, by a quarter of it at most. */
export const WAIT_GROWTH = 1.25

/** Between half of the full wait and all of it. */
function delayBefore(attempt: number, policy: RetryPolicy, random: Random): number {
  const fullMs = Math.min(Math.ceil(policy.firstDelayMs * WAIT_GROWTH ** (attempt - 1)), policy.delayMsMax)
  return Math.ceil(fullMs / 2) + random.below(Math.floor(fullMs / 2) + 1)
}
