import type { Clock } from '../../shared/clock/clock.ts'
import { systemClock } from '../../shared/clock/system-clock.ts'

/** The machine's clock, but what is due at once comes in the next turn of the event loop and not a millisecond later: a network in memory is then as fast as its peers. */
export const promptClock: Clock = {
  now: () => systemClock.now(),
  after(delayMs, fire) {
    if (delayMs > 0) return systemClock.after(delayMs, fire)
    const turn = setImmediate(fire)
    return () => clearImmediate(turn)
  },
}
