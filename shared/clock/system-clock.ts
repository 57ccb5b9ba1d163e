import type { Clock } from './clock.ts'

/** Node fires a timer with a longer delay at once; longer waits are made of several. */
const TIMER_DELAY_MS_MAX = 2 ** 31 - 1

/** The clock of this machine. Its timers do not keep the process alive: a main that only waits uses `keepAlive`. */
export const systemClock: Clock = {
  now() {
    return Date.now()
  },

  after(delayMs, fire) {
    let leftMs = Math.max(0, delayMs)
    let timer: NodeJS.Timeout
    const arm = (): void => {
      const stepMs = Math.min(leftMs, TIMER_DELAY_MS_MAX)
      leftMs -= stepMs
      timer = setTimeout(() => (leftMs > 0 ? arm() : fire()), stepMs).unref()
    }
    arm()
    return () => clearTimeout(timer)
  },
}
