import type { Clock } from '../clock/clock.ts'
import { HiroError } from '../errors.ts'
import type { BufferedStream } from './buffered-stream.ts'
import type { PlacesMax } from './connection-places.ts'
import { Libp2pGate } from './libp2p-gate.ts'
import { PeerStandings } from './peer-standings.ts'
import { StreamCounts } from './stream-counts.ts'
import { type Holder, UnreadBudget } from './unread-budget.ts'

/** What one libp2p transport lets its peers have: connections, streams, buffers. */
export class Libp2pPeers {
  readonly streams = new Set<BufferedStream>()
  readonly counts: StreamCounts
  readonly gate: Libp2pGate
  readonly #standings: PeerStandings

  constructor(max: PlacesMax, clock: Clock) {
    this.#standings = new PeerStandings(clock)
    this.counts = new StreamCounts(this.#standings)
    const budget = new UnreadBudget({
      holders: () => this.#holders(),
      isMember: (peer) => this.#standings.isMember(peer),
      expel: (peer, why) => this.#expel(peer, why),
    })
    this.gate = new Libp2pGate(max, this.#standings, clock, (bytes) => budget.received(bytes))
  }

  admit(peer: string): void {
    if (!this.#standings.isMember(peer)) this.gate.admit(peer)
    this.#standings.admit(peer)
  }

  offend(peer: string): void {
    if (this.#standings.offend(peer)) this.#expel(peer, 'it asked too often for what it may not')
  }

  #expel(peer: string, why: string): void {
    for (const stream of this.streams) {
      if (stream.remotePeer === peer) stream.abort(new HiroError('busy', why))
    }
    this.gate.expel(peer, why)
  }

  *#holders(): Generator<Holder> {
    yield* this.streams
    yield* this.gate.unsent()
  }
}
