import type { PeerStandings } from './peer-standings.ts'
import { STRANGER_STREAMS_MAX, STREAMS_PER_PEER_MAX } from './stream-limits.ts'

/** How many streams of each protocol each peer has open, over all its connections. */
export class StreamCounts {
  readonly #standings: PeerStandings
  readonly #counts = new Map<string, number>()

  constructor(standings: PeerStandings) {
    this.#standings = standings
  }

  /** Lets one more in, until it is disposed; `undefined`: there are enough. */
  enter(peer: string, protocol: string, streamsMax = STREAMS_PER_PEER_MAX): Disposable | undefined {
    const key = `${peer} ${protocol}`
    const count = this.#counts.get(key) ?? 0
    const max = this.#standings.isMember(peer) ? streamsMax : Math.min(streamsMax, STRANGER_STREAMS_MAX)
    if (count >= max) return undefined
    this.#counts.set(key, count + 1)
    return { [Symbol.dispose]: () => this.#leave(key) }
  }

  #leave(key: string): void {
    const count = this.#counts.get(key) ?? 0
    if (count > 1) this.#counts.set(key, count - 1)
    else this.#counts.delete(key)
  }
}
