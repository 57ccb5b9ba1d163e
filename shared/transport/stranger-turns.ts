import type { Clock } from '../clock/clock.ts'
import { HiroError } from '../errors.ts'
import { abortReason, onAbort, throwIfAborted } from '../work/signal.ts'
import { MEMBER_PRESENT_MS, STRANGER_REST_TURNS, STRANGER_TURN_MS } from './stream-limits.ts'

type Go = () => void

/**
 * What is done for peers that have not shown yet that they belong here, one thing after the other: a handshake is some milliseconds of signatures and key agreements, a new stream about one, so a flood of either would leave
 * members little. While members are at work, every turn is followed by a rest of a few times its own length. Those that wait go round, by `whose` they are, and of one the newest goes first: whoever is flooded away has
 * given up before it, and one that comes now is let in now.
 *
 * A turn ends after STRANGER_TURN_MS at the latest, so a peer that falls silent in the middle holds nobody up.
 */
export class StrangerTurns {
  readonly #clock: Clock
  /** In the order of their turns; the newest of each last. */
  readonly #waiting = new Map<string, Go[]>()
  #memberMs = Number.NEGATIVE_INFINITY
  /** In a turn, or in the rest after it. */
  #taken = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** A member is at work. */
  memberSeen(): void {
    this.#memberMs = this.#clock.now()
  }

  /** Runs `work` when its turn has come. Aborting `signal` ends the wait. */
  async run<T>(whose: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#wait(whose, signal)
    const end = this.#turn()
    try {
      return await work()
    } finally {
      end()
    }
  }

  async #wait(whose: string, signal: AbortSignal | undefined): Promise<void> {
    throwIfAborted(signal)
    const turn = Promise.withResolvers<void>()
    const ofOne = this.#waiting.get(whose) ?? []
    this.#waiting.set(whose, ofOne)
    ofOne.push(turn.resolve)
    using _ = onAbort(signal, () => {
      const at = ofOne.indexOf(turn.resolve)
      if (at < 0) return
      ofOne.splice(at, 1)
      if (ofOne.length === 0) this.#waiting.delete(whose)
      turn.reject(signal ? abortReason(signal) : new HiroError('aborted', 'given up'))
    })
    this.#next()
    await turn.promise
  }

  #next(): void {
    const [first] = this.#waiting
    if (this.#taken || first === undefined) return
    const [whose, ofOne] = first
    const go = ofOne.pop()
    // To the end of the round.
    this.#waiting.delete(whose)
    if (ofOne.length > 0) this.#waiting.set(whose, ofOne)
    this.#taken = true
    go?.()
  }

  /** The result ends the turn, if time has not yet. */
  #turn(): () => void {
    const startMs = this.#clock.now()
    let over = false
    const end = (): void => {
      if (over) return
      over = true
      cancel()
      const now = this.#clock.now()
      const pressed = Math.abs(now - this.#memberMs) < MEMBER_PRESENT_MS
      const tookMs = Math.min(Math.max(now - startMs, 1), STRANGER_TURN_MS)
      this.#clock.after(pressed ? STRANGER_REST_TURNS * tookMs : 0, () => {
        this.#taken = false
        this.#next()
      })
    }
    const cancel = this.#clock.after(STRANGER_TURN_MS, end)
    return end
  }
}
