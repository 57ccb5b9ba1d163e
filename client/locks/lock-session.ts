import type { Clock } from '../../shared/clock/clock.ts'
import { withDeadline } from '../../shared/clock/deadline.ts'
import { sleep } from '../../shared/clock/sleep.ts'
import { HiroError, hasCode, toHiroError } from '../../shared/errors.ts'
import { fromHex, newId } from '../../shared/ids.ts'
import { SESSION_LEASE_MARGIN_MS, SESSION_RENEW_INTERVAL_MS } from '../../shared/limits.ts'
import type { Log } from '../../shared/log.ts'
import type { Random } from '../../shared/random/random.ts'
import type { Coordinator } from '../control/coordinator.ts'

/** One try; the lease counts from its beginning, so one that takes long is worth little. Shorter: a coordinator that is busy would be called anew, and all calls with it. */
const RENEW_TRY_MS = 6_000
const RENEW_AGAIN_MS = 500
const CLOSE_MS = 2_000

export interface LockPorts {
  readonly coordinator: Coordinator
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/**
 * What the locks of this client live under. Renewed while anything is held. Its lease counts from when the request that was granted it was sent, and ends a margin early: before
 * the coordinator gives to others what it holds. Told by timers and by the time of day, whichever is first: the ones stand still while the machine sleeps, the other may be set.
 */
export class LockSession {
  readonly id: string
  readonly #ports: LockPorts
  readonly #lost = new AbortController()
  #holders = 0
  #sentMs = Number.NEGATIVE_INFINITY
  #untilMs = Number.NEGATIVE_INFINITY
  #cancel: () => void = () => {}
  #idle = new AbortController()

  private constructor(ports: LockPorts) {
    this.#ports = ports
    this.id = newId(ports.random)
  }

  /** Throws as a call does. */
  static async open(ports: LockPorts, signal?: AbortSignal): Promise<LockSession> {
    const session = new LockSession(ports)
    const sentMs = ports.clock.now()
    const { leaseMs } = await ports.coordinator.call('openSession', { session: fromHex(session.id) }, { signal })
    session.#extend(sentMs, leaseMs)
    return session
  }

  /** Aborted with `lease-lapsed` when what it holds is held no more, as far as this client can know. */
  get signal(): AbortSignal {
    return this.#lost.signal
  }

  get alive(): boolean {
    if (this.#ports.clock.now() >= this.#untilMs) this.lose('its lease ran out')
    return !this.signal.aborted
  }

  /** It is kept alive until this is disposed. */
  hold(): Disposable {
    if (this.#holders++ === 0) {
      this.#idle = new AbortController()
      void this.#renew(this.#idle.signal)
    }
    let held = true
    return {
      [Symbol.dispose]: () => {
        if (held && --this.#holders === 0) this.#idle.abort()
        held = false
      },
    }
  }

  lose(why: string): void {
    if (this.signal.aborted) return
    this.#lost.abort(new HiroError('lease-lapsed', `the lock is not held any more: ${why}`))
    this.#idle.abort()
    this.#cancel()
  }

  /** Gives back all that it holds, in a moment or not at all: the coordinator does it by itself when the lease runs out. */
  async close(): Promise<void> {
    const { alive } = this
    this.lose('the client was closed')
    if (!alive) return
    const { coordinator, clock, log } = this.#ports
    const ask = async (signal: AbortSignal) => await coordinator.call('closeSession', this.#body(), { signal })
    await withDeadline(clock, CLOSE_MS, undefined, ask, 'giving back locks').catch((error: unknown) =>
      log.info('locks were not given back in order; their lease will run out', { error: toHiroError(error) }),
    )
  }

  async #renew(signal: AbortSignal): Promise<void> {
    const { clock, coordinator, log } = this.#ports
    let waitMs = this.#sentMs + SESSION_RENEW_INTERVAL_MS - clock.now()
    while (!signal.aborted) {
      try {
        await sleep(clock, Math.min(waitMs, SESSION_RENEW_INTERVAL_MS), signal)
        const sentMs = clock.now()
        const ask = async (signal: AbortSignal) => await coordinator.call('renewSession', this.#body(), { signal })
        const { leaseMs } = await withDeadline(clock, RENEW_TRY_MS, signal, ask, 'keeping locks')
        this.#extend(sentMs, leaseMs)
        waitMs = SESSION_RENEW_INTERVAL_MS
      } catch (cause) {
        if (signal.aborted) return
        const error = toHiroError(cause)
        if (hasCode(error, 'lease-lapsed')) return this.lose('the coordinator has not heard of this client in time')
        log.info('locks could not be kept, and it is tried again', { error })
        waitMs = RENEW_AGAIN_MS
      }
    }
  }

  #extend(sentMs: number, leaseMs: number): void {
    const { clock } = this.#ports
    // An answer may be found waiting that came before this process stood still.
    if (!this.#isFirst && !this.alive) return
    this.#sentMs = sentMs
    this.#untilMs = sentMs + leaseMs - SESSION_LEASE_MARGIN_MS
    this.#cancel()
    this.#cancel = clock.after(this.#untilMs - clock.now(), () => this.lose('its lease ran out'))
  }

  get #isFirst(): boolean {
    return this.#sentMs === Number.NEGATIVE_INFINITY
  }

  #body(): { session: Uint8Array } {
    return { session: fromHex(this.id) }
  }
}
