import type { Clock } from './clock.ts'
import { sleep } from './sleep.ts'

/**
 * Calls `work` again and again, first after `ms` and then `ms` after the one before has ended, so that it never overlaps itself.
 * Resolves when `signal` is aborted and the running `work` has ended. What `work` throws goes to `onError` and the loop goes on;
 * without one the loop ends and rejects with it.
 */
export async function every(
  clock: Clock,
  ms: number,
  work: (signal: AbortSignal) => Promise<void> | void,
  signal: AbortSignal,
  onError?: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await sleep(clock, ms, signal)
      await work(signal)
    } catch (error) {
      if (signal.aborted) return
      if (onError === undefined) throw error
      onError(error)
    }
  }
}
