import { formatDuration } from '../config/for-people.ts'
import { HiroError } from '../errors.ts'
import { abortable, LinkedController, throwIfAborted } from '../work/signal.ts'
import type { Clock } from './clock.ts'

/**
 * Runs `work` with a signal that is aborted with `timeout` after `ms`, or when `signal` is. Settles at that moment even if `work`
 * does not heed its signal; then its result is dropped, so `work` itself releases what it opened once its signal is aborted.
 * `what` begins the message: "heartbeat to the coordinator".
 */
export async function withDeadline<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
  what: string,
): Promise<T> {
  throwIfAborted(signal)
  using controller = new LinkedController(signal)
  const cancel = clock.after(ms, () =>
    controller.abort(new HiroError('timeout', `${what}: not done within ${formatDuration(ms)}`)),
  )
  try {
    return await abortable(work(controller.signal), controller.signal)
  } finally {
    cancel()
  }
}

/** Silence is counted in ticks of the clock's timers and not by its time: a process that was stopped for an hour, or whose time was set, must not take that for silence of the other side. */
const TICKS = 4

/**
 * A watch-dog over work whose length is unknown but which must move: `signal` is aborted with `timeout` when nobody called `feed`
 * for `ms` (noticed at most a quarter later), or when `parent` is aborted. Feeding is cheap enough for every chunk. Dispose it when the work is over.
 */
export class ProgressDeadline implements Disposable {
  readonly #clock: Clock
  readonly #ms: number
  readonly #what: string
  readonly #controller: LinkedController
  #ticksSilent = 0
  #cancel: () => void = () => {}

  constructor(clock: Clock, ms: number, what: string, parent?: AbortSignal) {
    this.#clock = clock
    this.#ms = ms
    this.#what = what
    this.#controller = new LinkedController(parent)
    this.#arm()
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  feed(): void {
    this.#ticksSilent = 0
  }

  [Symbol.dispose](): void {
    this.#cancel()
    this.#controller[Symbol.dispose]()
  }

  #arm(): void {
    this.#cancel = this.#clock.after(this.#ms / TICKS, () => {
      if (this.signal.aborted) return
      // The first tick after a feeding is a partial one and counts for nothing.
      if (++this.#ticksSilent <= TICKS) return this.#arm()
      this.#controller.abort(new HiroError('timeout', `${this.#what}: no progress within ${formatDuration(this.#ms)}`))
    })
  }
}
