import type { Connection } from '@libp2p/interface'
import type { Libp2p } from 'libp2p'
import type { Clock } from '../clock/clock.ts'
import { withDeadline } from '../clock/deadline.ts'
import { HiroError } from '../errors.ts'
import { connectionsOf } from './libp2p-open.ts'
import { PROBE_TIMEOUT_MS } from './stream-limits.ts'

/** Nobody serves it: any answer, and a refusal comes at once, shows that someone is there. */
const PROBE_PROTOCOL = '/hiro/nobody/1'

/**
 * Finds connections whose other end is gone without a word (power cut, cable). TCP keeps such a connection for a quarter of an
 * hour, and every new stream would be opened over it in vain.
 */
export class ConnectionProber {
  readonly #node: Libp2p
  readonly #clock: Clock
  readonly #probed = new Set<Connection>()

  constructor(node: Libp2p, clock: Clock) {
    this.#node = node
    this.#clock = clock
  }

  /** Opening a stream to this peer took too long: its connections are asked for a sign of life, and dropped if there is none. */
  suspect(peerId: string): void {
    for (const connection of connectionsOf(this.#node, peerId)) {
      if (!this.#probed.has(connection)) void this.#probe(connection)
    }
  }

  async #probe(connection: Connection): Promise<void> {
    this.#probed.add(connection)
    const ask = (signal: AbortSignal) => connection.newStream([PROBE_PROTOCOL], { signal })
    try {
      const stream = await withDeadline(this.#clock, PROBE_TIMEOUT_MS, undefined, ask, 'a sign of life')
      stream.abort(new HiroError('unreachable', 'only a probe'))
    } catch (error) {
      const answered = error instanceof Error && error.name === 'UnsupportedProtocolError'
      if (!answered) connection.abort(new HiroError('unreachable', 'the peer gives no sign of life', { cause: error }))
    } finally {
      this.#probed.delete(connection)
    }
  }
}
