import type { Clock } from '../../clock/clock.ts'
import { ProgressDeadline } from '../../clock/deadline.ts'
import type { Channel } from '../../transport/channel.ts'
import { abortable, abortReason, onAbort } from '../../work/signal.ts'

export interface StallWatchOptions {
  readonly clock: Clock
  /** How long the other end may be waited for without a sign of progress. */
  readonly stallMs: number
  /** Begins the message: "a piece from 12D3…". */
  readonly what: string
  readonly signal?: AbortSignal | undefined
}

/**
 * Gives a channel up, with `timeout`, when its other end makes no progress while it is waited for. What this end waits for elsewhere (a disk, the channel
 * that the bytes come from) does not count: or a slow sender would make the next worker look dead.
 */
export class StallWatch {
  readonly #channel: Channel
  readonly #options: StallWatchOptions
  #deadline: ProgressDeadline | undefined

  constructor(channel: Channel, options: StallWatchOptions) {
    this.#channel = channel
    this.#options = options
  }

  /** `work`, which waits for the other end of the channel. One at a time. When the other end stalls, or the signal is aborted, it rejects with that and the channel is aborted. */
  async during<T>(work: Promise<T>): Promise<T> {
    const { clock, stallMs, what, signal } = this.#options
    using deadline = new ProgressDeadline(clock, stallMs, what, signal)
    using _ = onAbort(deadline.signal, () => this.#channel.abort(abortReason(deadline.signal)))
    this.#deadline = deadline
    return await abortable(work, deadline.signal)
  }

  /** The other end has shown progress in another way than by ending what is waited for. */
  feed(): void {
    this.#deadline?.feed()
  }
}
