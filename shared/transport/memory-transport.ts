import type { Clock } from '../clock/clock.ts'
import { withDeadline } from '../clock/deadline.ts'
import { HiroError, hasCode } from '../errors.ts'
import { throwIfAborted } from '../work/signal.ts'
import type { MemoryStream } from './memory-stream.ts'
import { PeerStandings } from './peer-standings.ts'
import { StreamCounts } from './stream-counts.ts'
import { OPEN_TIMEOUT_MS } from './stream-limits.ts'
import type { ByteStream, PeerAddress, StreamHandler, Transport } from './transport.ts'

/** What a peer asks of the network it is in. */
export interface Switchboard {
  /** Settles when the answer is back. */
  dial(from: MemoryTransport, peer: PeerAddress, protocol: string): Promise<MemoryStream>
  disconnect(a: string, b: string): void
  leave(peerId: string): void
}

/** One peer of a `MemoryNetwork`, which makes it. */
export class MemoryTransport implements Transport {
  readonly self: string
  readonly handlers = new Map<string, { handler: StreamHandler; streamsMax: number | undefined }>()
  readonly standings: PeerStandings
  readonly counts: StreamCounts
  readonly streams = new Set<MemoryStream>()
  readonly #addresses: readonly string[]
  readonly #clock: Clock
  readonly #network: Switchboard
  #state: 'up' | 'stopped' | 'dead' = 'up'

  constructor(self: string, addresses: readonly string[], clock: Clock, network: Switchboard) {
    this.self = self
    this.#addresses = addresses
    this.#clock = clock
    this.#network = network
    this.standings = new PeerStandings(clock)
    this.counts = new StreamCounts(this.standings)
  }

  get dead(): boolean {
    return this.#state === 'dead'
  }

  addresses(): readonly string[] {
    return this.#addresses
  }

  handle(protocol: string, handler: StreamHandler, options: { streamsPerPeerMax?: number } = {}): void {
    this.handlers.set(protocol, { handler, streamsMax: options.streamsPerPeerMax })
  }

  admit(peer: string): void {
    this.standings.admit(peer)
  }

  offend(peer: string): void {
    if (this.standings.offend(peer) && this.#state === 'up') this.#network.disconnect(this.self, peer)
  }

  async open(
    peer: PeerAddress,
    protocol: string,
    options: { signal?: AbortSignal; timeoutMs?: number },
  ): Promise<ByteStream> {
    const { signal, timeoutMs = OPEN_TIMEOUT_MS } = options
    const dial = async (signal: AbortSignal): Promise<MemoryStream> => {
      if (this.#state !== 'up') throw new HiroError('unreachable', 'this transport is stopped')
      const stream = await this.#network.dial(this, peer, protocol)
      if (signal.aborted) stream.abort(new HiroError('aborted', 'nobody waits for this stream any more'))
      throwIfAborted(signal)
      return stream
    }
    try {
      return await withDeadline(this.#clock, timeoutMs, signal, dial, `opening ${protocol} to ${peer.id}`)
    } catch (error) {
      if (this.dead) return await new Promise(() => {})
      if (signal?.aborted || !hasCode(error, 'timeout')) throw error
      throw new HiroError('unreachable', error.message, { cause: error })
    }
  }

  async disconnect(peer: string): Promise<void> {
    if (this.#state === 'up') this.#network.disconnect(this.self, peer)
  }

  async stop(): Promise<void> {
    if (this.#state !== 'up') return
    this.#state = 'stopped'
    this.#network.leave(this.self)
    this.breakStreams()
  }

  /** Its process was killed. */
  die(): void {
    this.#state = 'dead'
    for (const stream of this.streams) stream.die()
  }

  /** Those with `peer`, or all. */
  breakStreams(peer?: string): void {
    for (const stream of this.streams) {
      if (peer === undefined || stream.remotePeer === peer) stream.breakOff('the connection was dropped')
    }
  }
}
