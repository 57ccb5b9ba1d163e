import type { Clock } from '../../clock/clock.ts'
import { formatDuration } from '../../config/for-people.ts'
import { HiroError } from '../../errors.ts'

export interface StallWatchOptions {
  readonly clock: Clock
  /** How long the other side may be waited for without a sign of progress; noticed at most a quarter later. */
  readonly stallMs: number
  /** Begins the message: "a piece from 12D3…". */
  readonly what: string
  /** Called before the wait rejects, to let go of what the other side holds: an abort of its channel, say. */
  readonly giveUp?: (reason: HiroError) => void
}

/** Silence is counted in ticks of timers and not by the clock's time: a process that was stopped for a while must not take that for silence of the other side. */
const TICKS = 4

/**
 * Gives another side up, with `timeout`, when it makes no progress while it is waited for. What is waited for elsewhere meanwhile does not count: or a slow disk would make the
 * sender look dead, and a slow sender the next worker. One wait at a time; cheap enough for every slice. Dispose it at the end.
 */
export class StallWatch implements Disposable {
  readonly #options: StallWatchOptions
  #waiting: ((reason: HiroError) => void) | undefined
  #ticksSilent = 0
  #cancel: (() => void) | undefined

  constructor(options: StallWatchOptions) {
    this.#options = options
  }

  /**
   * How `work` ends, or `timeout`. In that case it goes on unseen, and how it ends is ignored. `goesOn`: what the last wait brought was too little to be called progress, and this one goes on
   * where it stopped.
   */
  async during<T>(work: Promise<T>, goesOn = false): Promise<T> {
    if (!goesOn) this.#ticksSilent = 0
    if (this.#cancel === undefined) this.#tick()
    return await new Promise<T>((resolve, reject) => {
      const end = (): void => {
        if (this.#waiting === reject) this.#waiting = undefined
      }
      this.#waiting = reject
      work.finally(end).then(resolve, reject)
    })
  }

  /** The other side has shown progress in another way than by ending what is waited for. */
  feed(): void {
    this.#ticksSilent = 0
  }

  [Symbol.dispose](): void {
    this.#cancel?.()
    this.#cancel = undefined
  }

  #tick(): void {
    const { clock, stallMs, what, giveUp } = this.#options
    this.#cancel = clock.after(stallMs / TICKS, () => {
      this.#cancel = undefined
      // Nobody waits: the next wait starts ticking again.
      if (this.#waiting === undefined) return
      // The first tick of a wait is a partial one and counts for nothing.
      if (++this.#ticksSilent <= TICKS) return this.#tick()
      const reason = new HiroError('timeout', `${what}: no progress within ${formatDuration(stallMs)}`)
      giveUp?.(reason)
      this.#waiting?.(reason)
      this.#waiting = undefined
    })
  }
}
