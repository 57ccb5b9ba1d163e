import type { Connection } from '@libp2p/interface'
import type { Clock } from '../clock/clock.ts'
import { withDeadline } from '../clock/deadline.ts'
import { HiroError, hasCode } from '../errors.ts'
import type { Identity } from '../identity.ts'
import { type Libp2pNode, startNode, TRANSPORT_LIMITS_DEFAULT, type TransportLimits } from './libp2p-node.ts'
import { connectionsOf, openStream } from './libp2p-open.ts'
import { Libp2pPeers } from './libp2p-peers.ts'
import { Libp2pStream } from './libp2p-stream.ts'
import { CLOSE_TIMEOUT_MS, OPEN_TIMEOUT_MS, STOP_TIMEOUT_MS } from './stream-limits.ts'
import type { ByteStream, PeerAddress, StreamHandler, Transport } from './transport.ts'

export interface Libp2pTransportOptions {
  identity: Identity
  /** Multiaddrs to listen on, such as `/ip4/127.0.0.1/tcp/0`; none for one that only dials. */
  listen: readonly string[]
  /** Multiaddrs to give to others instead of those listened on (behind a router, in a container). */
  announce?: readonly string[]
  clock: Clock
  limits?: Partial<TransportLimits>
}

/** The real network: TCP, TLS, yamux. Throws `unreachable` when an address cannot be listened on. */
export async function startLibp2pTransport(options: Libp2pTransportOptions): Promise<Transport> {
  const { identity, listen, announce = [], clock } = options
  const limits = { ...TRANSPORT_LIMITS_DEFAULT, ...options.limits }
  try {
    const peers = new Libp2pPeers(limits, clock)
    const started = await startNode({
      identity,
      listen,
      announce,
      limits,
      gate: peers.gate,
    })
    return new Libp2pTransport(started, identity.peerId, clock, limits, peers)
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    throw new HiroError('unreachable', `cannot listen on ${listen.join(', ')}: ${detail}`, { cause })
  }
}

class Libp2pTransport implements Transport {
  readonly self: string
  readonly #started: Libp2pNode
  readonly #clock: Clock
  readonly #limits: TransportLimits
  readonly #peers: Libp2pPeers
  #stopped: Promise<void> | undefined

  constructor(started: Libp2pNode, self: string, clock: Clock, limits: TransportLimits, peers: Libp2pPeers) {
    this.#started = started
    this.self = self
    this.#clock = clock
    this.#limits = limits
    this.#peers = peers
  }

  addresses(): readonly string[] {
    return this.#started.addresses()
  }

  handle(protocol: string, handler: StreamHandler, options: { streamsPerPeerMax?: number } = {}): void {
    const { streamsPerConnectionMax } = this.#limits
    const limits = { maxInboundStreams: streamsPerConnectionMax, maxOutboundStreams: streamsPerConnectionMax }
    // It takes effect at once; what is awaited is a note in libp2p's peer store, in memory.
    void this.#started.node.handle(
      protocol,
      (stream, { remotePeer }) => {
        const peer = remotePeer.toString()
        const place = this.#peers.counts.enter(peer, protocol, options.streamsPerPeerMax)
        if (place === undefined) return stream.abort(new HiroError('busy', `too many streams of ${peer}`))
        const served = new Libp2pStream(stream, peer, this.#clock, this.#peers.streams).serve(handler)
        void served.finally(() => place[Symbol.dispose]())
      },
      { ...limits, force: true },
    )
  }

  admit(peer: string): void {
    this.#peers.admit(peer)
  }

  offend(peer: string): void {
    this.#peers.offend(peer)
  }

  async open(
    peer: PeerAddress,
    protocol: string,
    options: { signal?: AbortSignal; timeoutMs?: number },
  ): Promise<ByteStream> {
    const { signal, timeoutMs = OPEN_TIMEOUT_MS } = options
    if (this.#stopped) throw new HiroError('unreachable', 'this transport is stopped')
    const { node } = this.#started
    const open = async (signal: AbortSignal): Promise<Libp2pStream> => {
      const stream = await openStream(node, peer, protocol, this.#limits.streamsPerConnectionMax, signal)
      return new Libp2pStream(stream, peer.id, this.#clock, this.#peers.streams)
    }
    try {
      return await withDeadline(this.#clock, timeoutMs, signal, open, `opening ${protocol} to ${peer.id}`)
    } catch (error) {
      if (signal?.aborted || !hasCode(error, 'timeout')) throw error
      throw new HiroError('unreachable', error.message, { cause: error })
    }
  }

  async disconnect(peer: string): Promise<void> {
    await this.#drop(connectionsOf(this.#started.node, peer), `disconnected from ${peer}`)
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  async #stop(): Promise<void> {
    const { node } = this.#started
    await this.#drop(node.getConnections(), 'this transport was stopped')
    const stopping = async (): Promise<void> => node.stop()
    // What is left open by then is dropped by the end of the process at the latest.
    await withDeadline(this.#clock, STOP_TIMEOUT_MS, undefined, stopping, 'stopping').catch(() => {})
    for (const connection of node.getConnections()) connection.abort(new Error('stopped'))
  }

  /**
   * Streams are broken first, for a connection that closes in order ends them as if all had been sent. Closing in order lets
   * what was sent before arrive; it may hang, so abort follows.
   */
  async #drop(connections: Connection[], why: string): Promise<void> {
    const error = new HiroError('unreachable', why)
    const peers = new Set(connections.map(({ remotePeer }) => remotePeer.toString()))
    for (const stream of this.#peers.streams) if (peers.has(stream.remotePeer)) stream.abort(error)
    const close = async (connection: Connection): Promise<void> => {
      const closing = (signal: AbortSignal): Promise<void> => connection.close({ signal })
      await withDeadline(this.#clock, CLOSE_TIMEOUT_MS, undefined, closing, 'closing').catch(() => {})
      if (connection.status !== 'closed') connection.abort(error)
    }
    await Promise.all(connections.map(close))
  }
}
