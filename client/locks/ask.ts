import { withDeadline } from '../../shared/clock/deadline.ts'
import { sleep } from '../../shared/clock/sleep.ts'
import type { HiroError } from '../../shared/errors.ts'
import { hasCode, toHiroError } from '../../shared/errors.ts'
import { fromHex } from '../../shared/ids.ts'
import { CALLS_OPEN_MAX, LOCK_WAIT_MS_MAX } from '../../shared/limits.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import { Limiter } from '../../shared/work/limiter.ts'
import { LinkedController } from '../../shared/work/signal.ts'
import type { LockPorts, LockSession } from './lock-session.ts'

/** Calls that wait, at once: the others of this client, renewals above all, have to come through beside them. */
const CALLS_WAITING_MAX = CALLS_OPEN_MAX / 2
/** Of each call, while more wait than may be asked for at once. */
const CROWDED_WAIT_MS = 1_000
const CANCEL_MS = 5_000
const CANCEL_AGAIN_MS = 1_000
/** After these, what was asked for may have been granted, or be so yet. */
const LEAVES_OPEN = ['aborted', 'unreachable', 'timeout', 'conflict', 'busy'] as const

export interface Asked {
  readonly session: LockSession
  readonly range: wire.LockRange
  readonly exclusive: boolean
  readonly request: Uint8Array
  /** Until when it is waited for; at once, where that is over. */
  readonly untilMs: number
}

/** Asks for locks until they are granted, or waited for long enough, and leaves nothing behind where they are not. */
export class Asking {
  readonly #ports: LockPorts
  readonly #turns = new Limiter(CALLS_WAITING_MAX)

  constructor(ports: LockPorts) {
    this.#ports = ports
  }

  /** Gives the number of the fence. Throws what the call does, and the signal's reason. */
  async lock(asked: Asked, signal: AbortSignal | undefined): Promise<number> {
    using controller = new LinkedController(signal, asked.session.signal)
    const waits = asked.untilMs > this.#ports.clock.now()
    try {
      return await this.#ask(asked, controller.signal)
    } catch (cause) {
      const error = toHiroError(cause)
      const leftWaiting = waits && hasCode(error, 'locked')
      const mayBeThere = leftWaiting || controller.signal.aborted || hasCode(error, ...LEAVES_OPEN)
      const fence = mayBeThere && asked.session.alive ? await this.#cancel(asked) : 0
      if (fence === 0) throw error
      return fence
    }
  }

  async #ask({ session, range, exclusive, request, untilMs }: Asked, signal: AbortSignal): Promise<number> {
    const { coordinator, clock } = this.#ports
    for (;;) {
      const waitMsMax = this.#turns.size >= CALLS_WAITING_MAX ? CROWDED_WAIT_MS : LOCK_WAIT_MS_MAX
      const leftMs = (): number => Math.max(0, untilMs - clock.now())
      try {
        const ask = async (): Promise<wire.LockResponse> => {
          const waitMs = Math.ceil(Math.min(leftMs(), waitMsMax))
          const body = { session: fromHex(session.id), range, exclusive, waitMs, request }
          return await coordinator.call('lock', body, { signal })
        }
        return (await this.#turns.run(ask, signal)).fence
      } catch (error) {
        if (!hasCode(error, 'locked') || leftMs() === 0) throw error
      }
    }
  }

  /** The fence where it was granted after all, else 0. */
  async #cancel(asked: Asked): Promise<number> {
    const { clock } = this.#ports
    const ask = async (signal: AbortSignal) => await this.#askToCancel(asked, signal)
    try {
      return await withDeadline(clock, CANCEL_MS, undefined, ask, 'giving up a lock')
    } catch (error) {
      if (!hasCode(error, 'lease-lapsed')) void this.#cancelLater(asked)
      return 0
    }
  }

  async #askToCancel({ session, request }: Asked, signal: AbortSignal): Promise<number> {
    const body = { session: fromHex(session.id), request }
    return (await this.#ports.coordinator.call('cancelLock', body, { signal })).fence
  }

  /** Nobody knows of it any more, and nobody would give it back. */
  async #cancelLater(asked: Asked): Promise<void> {
    const { coordinator, clock, log } = this.#ports
    const { session, range } = asked
    while (session.alive) {
      try {
        await sleep(clock, CANCEL_AGAIN_MS, session.signal)
        const fence = await this.#askToCancel(asked, session.signal)
        if (fence > 0)
          await coordinator.call('unlock', { session: fromHex(session.id), range }, { signal: session.signal })
        return
      } catch (cause) {
        const error: HiroError = toHiroError(cause)
        log.info('a lock that was given up may be held still', { error })
      }
    }
  }
}
