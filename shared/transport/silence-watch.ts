import type { Clock } from '../clock/clock.ts'
import { SILENCE_CHECK_MS, SILENCE_DROP_CHECKS, SILENCE_PING_CHECKS } from './stream-limits.ts'

export interface Watched {
  /** Someone has a stream open over it, and so may be waiting. */
  inUse(): boolean
  /** What waits to be sent: as long as it shrinks, the other end takes it, and has nothing to say yet. */
  unsentBytes(): number
  /** Asks the other end for a sign of life. */
  ping(): void
  /** It gave none. */
  drop(): void
}

/**
 * Finds connections whose other end is gone without a word (power cut, cable, partition). TCP keeps such a connection for a quarter of an hour, everything new would be sent over it in vain, and
 * after a partition that has healed TCP waits as long again as it lasted before it sends again. Checks are counted, not time: a process that was itself paused, or too busy to
 * read, finds its watch where it was, and what came in meanwhile before the next check.
 */
export class SilenceWatch {
  readonly #clock: Clock
  readonly #watched: Watched
  #heard = false
  #unsentBytes = 0
  #silentChecks = 0
  #checksSincePing: number | undefined
  #cancel: () => void

  constructor(clock: Clock, watched: Watched) {
    this.#clock = clock
    this.#watched = watched
    this.#cancel = clock.after(SILENCE_CHECK_MS, this.#check)
  }

  /** Something came in, whatever it was. Called for every read. */
  heard(): void {
    this.#heard = true
  }

  stop(): void {
    this.#cancel()
  }

  readonly #check = (): void => {
    this.#cancel = this.#clock.after(SILENCE_CHECK_MS, this.#check)
    const unsentBytes = this.#watched.unsentBytes()
    const taken = unsentBytes < this.#unsentBytes
    this.#unsentBytes = unsentBytes
    if (this.#heard || taken) {
      this.#heard = false
      this.#silentChecks = 0
      this.#checksSincePing = undefined
      return
    }
    this.#silentChecks++
    if (this.#checksSincePing === undefined) {
      if (this.#silentChecks < SILENCE_PING_CHECKS || !this.#watched.inUse()) return
      this.#checksSincePing = 0
      this.#watched.ping()
    } else if (++this.#checksSincePing >= SILENCE_DROP_CHECKS) {
      this.stop()
      this.#watched.drop()
    }
  }
}
