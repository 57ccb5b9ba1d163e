import { setTimeout as delay } from 'node:timers/promises'
import { formatDuration } from '../../shared/config/for-people.ts'
import { HiroError } from '../../shared/errors.ts'
import { abortReason, throwIfAborted } from '../../shared/work/signal.ts'

export interface WaitOptions {
  /** For the message: "worker-1 did not join". */
  readonly otherwise: string
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
  readonly pollMs?: number
}

const POLL_MS = 20

/** Asks again and again until the answer is something, and gives it. Throws `timeout`, the signal's reason, and what `ask` throws. */
export async function waitFor<T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  { otherwise, timeoutMs, signal, pollMs = POLL_MS }: WaitOptions,
): Promise<T> {
  const endMs = performance.now() + timeoutMs
  for (;;) {
    throwIfAborted(signal)
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (performance.now() > endMs) throw new HiroError('timeout', `${otherwise} within ${formatDuration(timeoutMs)}`)
    await pause(pollMs, signal)
  }
}

/** Unlike a wait on the Clock port this keeps the process alive: a testnet's commands do little but wait. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, signal === undefined ? {} : { signal }).catch((error: unknown) => {
    throw signal?.aborted ? abortReason(signal) : error
  })
}
