import type { Clock } from '../shared/clock/clock.ts'
import { withDeadline } from '../shared/clock/deadline.ts'
import { HiroError, hasCode, toHiroError } from '../shared/errors.ts'
import type { Log } from '../shared/log.ts'
import { STORE_REST_MS, USAGE_WAIT_MS } from './patience.ts'
import type { PieceStore, Usage } from './store/piece-store.ts'

export interface StoreHealthPorts {
  readonly store: PieceStore
  readonly clock: Clock
  readonly log: Log
}

/** Questions in a row that the store may leave without figures before it counts as gone: heartbeats of a minute. Counted so, because a process that was stopped for an hour must not blame its disk. */
const UNANSWERED_MAX = 60

/**
 * What a worker knows of its store's condition. A store that fails has no room, as far as others are told: so the coordinator places nothing here until it works
 * again, while what can still be read is read. One that gives no sign of life for a minute is gone, and with it the reason for this worker to be alive.
 */
export class StoreHealth {
  readonly #ports: StoreHealthPorts
  #usage: Usage = { pieces: 0, usedBytes: 0, freeBytes: 0 }
  #asking: Promise<void> | undefined
  #unanswered = 0
  #failing = false
  #endRest: (() => void) | undefined
  readonly #gone = Promise.withResolvers<never>()

  constructor(ports: StoreHealthPorts) {
    this.#ports = ports
    this.#gone.promise.catch(() => {})
  }

  /** Never settles but with `io`. */
  get gone(): Promise<never> {
    return this.#gone.promise
  }

  /** The store's figures, for the coordinator: the last ones known while the disk is slow, and no room while it fails. Never throws. */
  async space(): Promise<Usage> {
    this.#asking ??= this.#ask()
    const asking = this.#asking
    await withDeadline(this.#ports.clock, USAGE_WAIT_MS, undefined, () => asking, 'usage').catch(() => {})
    if (this.#asking !== undefined) this.#unanswered++
    if (this.#unanswered > UNANSWERED_MAX) {
      this.#gone.reject(new HiroError('io', 'the store gave no sign of life for too long'))
    }
    const full = this.#unanswered > 1 || this.#endRest !== undefined
    return full ? { ...this.#usage, freeBytes: 0 } : this.#usage
  }

  /** How something that needed the disk ended; `undefined`: well. */
  note(failure: HiroError | undefined): void {
    const { log, clock } = this.#ports
    if (failure === undefined) {
      if (this.#failing) log.info('the store works again')
      this.#failing = false
      this.#endRest?.()
      this.#endRest = undefined
    } else if (hasCode(failure, 'io', 'timeout')) {
      log.error('the store fails', { error: failure })
      this.#failing = true
      this.#endRest?.()
      this.#endRest = clock.after(STORE_REST_MS, () => {
        this.#endRest = undefined
      })
    }
  }

  async #ask(): Promise<void> {
    try {
      this.#usage = await this.#ports.store.usage()
      this.#unanswered = 0
    } catch (cause) {
      this.#unanswered++
      this.note(toHiroError(cause, 'io'))
    } finally {
      this.#asking = undefined
    }
  }
}
