import type { Clock } from '../clock/clock.ts'
import { HiroError } from '../errors.ts'
import { abortReason, onAbort, throwIfAborted } from '../work/signal.ts'
import { HANDSHAKE_PRESENT_MS, HANDSHAKE_REST_TURNS, HANDSHAKE_TURN_MS } from './stream-limits.ts'

type Go = () => void

/**
 * Handshakes, one after the other. Each is some milliseconds of signatures and key agreements, so a flood of them would leave members little: while members are at work, every handshake is followed by a rest of a few times its
 * own length. Hosts take turns, and of one host the newest goes first: whoever is flooded away has given up before it, and one that comes now is let in now.
 *
 * A turn ends after HANDSHAKE_TURN_MS at the latest, so a peer that falls silent in the middle holds nobody up.
 */
export class HandshakeTurns {
  readonly #clock: Clock
  /** In the order of their turns; the newest of each host last. */
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

  /** Runs `handshake` when its turn has come. Aborting `signal` ends the wait. */
  async run<T>(host: string, handshake: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#wait(host, signal)
    const end = this.#turn()
    try {
      return await handshake()
    } finally {
      end()
    }
  }

  async #wait(host: string, signal: AbortSignal | undefined): Promise<void> {
    throwIfAborted(signal)
    const turn = Promise.withResolvers<void>()
    const ofHost = this.#waiting.get(host) ?? []
    this.#waiting.set(host, ofHost)
    ofHost.push(turn.resolve)
    using _ = onAbort(signal, () => {
      const at = ofHost.indexOf(turn.resolve)
      if (at < 0) return
      ofHost.splice(at, 1)
      if (ofHost.length === 0) this.#waiting.delete(host)
      turn.reject(signal ? abortReason(signal) : new HiroError('aborted', 'given up'))
    })
    this.#next()
    await turn.promise
  }

  #next(): void {
    const [first] = this.#waiting
    if (this.#taken || first === undefined) return
    const [host, ofHost] = first
    const go = ofHost.pop()
    // To the end of the round.
    this.#waiting.delete(host)
    if (ofHost.length > 0) this.#waiting.set(host, ofHost)
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
      const pressed = Math.abs(now - this.#memberMs) < HANDSHAKE_PRESENT_MS
      const tookMs = Math.min(Math.max(now - startMs, 1), HANDSHAKE_TURN_MS)
      this.#clock.after(pressed ? HANDSHAKE_REST_TURNS * tookMs : 0, () => {
        this.#taken = false
        this.#next()
      })
    }
    const cancel = this.#clock.after(HANDSHAKE_TURN_MS, end)
    return end
  }
}
