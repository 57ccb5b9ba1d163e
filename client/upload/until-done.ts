import { sleep } from '../../shared/clock/sleep.ts'
import { HiroError } from '../../shared/errors.ts'
import type { UploadPorts } from './ports.ts'

/** How often the coordinator is asked to hear receipts that workers gave us already, before their pieces are pushed elsewhere; each time it waits a little. */
export const DOUBTS_MAX = 1
const ASK_AGAIN_MS = 250

/** Asks the coordinator, which may say what is short, again and again until it has what it needs. Throws what `attempt` does, and `too-few-workers` when patience is over. */
export async function untilDone<T>(
  { clock, patienceMs }: Pick<UploadPorts, 'clock' | 'patienceMs'>,
  signal: AbortSignal,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  const giveUpAtMs = clock.now() + patienceMs
  for (;;) {
    const done = await attempt()
    if (done !== undefined) return done
    if (clock.now() >= giveUpAtMs) {
      throw new HiroError('too-few-workers', 'the coordinator has no word of enough copies; nothing was changed')
    }
    await sleep(clock, ASK_AGAIN_MS, signal)
  }
}
