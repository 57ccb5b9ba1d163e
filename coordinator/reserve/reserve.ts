import type { Clock } from '../../shared/clock/clock.ts'
import { every } from '../../shared/clock/every.ts'
import { HiroError, hasCode, toHiroError } from '../../shared/errors.ts'
import type { Log } from '../../shared/log.ts'

/** Space of the disk that is taken so that it can be given back, as a port. Engines: a file beside the metadata, memory (tests). */
export interface ReservedSpace {
  readonly sizeBytes: number
  /** Takes it. Throws `no-room` (nothing is taken), `io`. Idempotent. */
  hold(): Promise<void>
  /** Gives it back; `false`: there is none. */
  release(): Promise<boolean>
  /** Of the disk, without it. */
  freeBytes(): Promise<number>
}

/** Whether there is room again. */
const LOOK_MS = 2_000
/** Taken again only when so many times its size is free: else it would come and go. */
const ROOM_FACTOR = 2

/** Lets removals through on a full disk, and holds up what grows until there is room again. */
export class Reserve {
  readonly #space: ReservedSpace
  readonly #clock: Clock
  readonly #log: Log
  #spent = false

  constructor(space: ReservedSpace, ports: { clock: Clock; log: Log }) {
    this.#space = space
    this.#clock = ports.clock
    this.#log = ports.log
  }

  /** Takes the space, now or as soon as there is room, and whenever it was spent. Resolves when `signal` is aborted. */
  async keep(signal: AbortSignal): Promise<void> {
    await this.#hold(0)
    const look = async (): Promise<void> => {
      if (this.#spent) await this.#hold(ROOM_FACTOR * this.#space.sizeBytes)
    }
    await every(this.#clock, LOOK_MS, look, signal, (error) =>
      this.#log.warn('the reserve cannot be kept', { error: toHiroError(error) }),
    )
  }

  /** Whatever grows asks first. Throws `no-room` while the reserve is spent. */
  requireRoom(): void {
    if (!this.#spent) return
    throw new HiroError('no-room', "the coordinator's disk is full: remove files, or give it room")
  }

  /** Work that gives room back, or leads to it, and may be repeated: on a full disk it gets the reserve. */
  async forRemoval<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!hasCode(error, 'no-room') || !(await this.#space.release())) throw error
      this.#spent = true
      this.#log.warn('the disk is full: only removals are taken until there is room')
      return await work()
    }
  }

  async #hold(freeBytesMin: number): Promise<void> {
    try {
      if ((await this.#space.freeBytes()) < freeBytesMin) return
      await this.#space.hold()
      this.#spent = false
    } catch (error) {
      if (!hasCode(error, 'no-room')) throw error
      this.#spent = true
    }
  }
}
