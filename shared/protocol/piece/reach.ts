import type { Clock } from '../../clock/clock.ts'
import { ProgressDeadline } from '../../clock/deadline.ts'
import type { Channel } from '../../transport/channel.ts'
import type { ChannelPool } from '../../transport/stream-pool.ts'
import type { PeerAddress } from '../../transport/transport.ts'
import { abortReason, LinkedController, onAbort } from '../../work/signal.ts'

export interface ReachOptions {
  readonly clock: Clock
  /** For a channel to come, waiting for a turn and dialling included. What happens on it has watch-dogs of its own. */
  readonly reachMs: number
  readonly signal?: AbortSignal | undefined
}

/** `pool.use`, but a peer that cannot be reached is given up, with `timeout`, as soon as one that stalls: those before this one in a chain wait no longer. */
export async function reach<T>(
  pool: ChannelPool,
  peer: PeerAddress,
  { clock, reachMs, signal }: ReachOptions,
  work: (channel: Channel, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  using controller = new LinkedController(signal)
  const watch = (): ProgressDeadline => {
    const deadline = new ProgressDeadline(clock, reachMs, `reaching ${peer.id}`)
    onAbort(deadline.signal, () => controller.abort(abortReason(deadline.signal)))
    return deadline
  }
  let deadline = watch()
  const begin = async (channel: Channel, own: AbortSignal): Promise<T> => {
    deadline[Symbol.dispose]()
    try {
      return await work(channel, own)
    } catch (error) {
      // The pool may now open another channel.
      deadline = watch()
      throw error
    }
  }
  try {
    return await pool.use(peer, begin, { signal: controller.signal })
  } finally {
    deadline[Symbol.dispose]()
  }
}
