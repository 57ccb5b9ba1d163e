import type { Clock } from '../clock/clock.ts'
import { withDeadline } from '../clock/deadline.ts'
import { HiroError, hasCode, toHiroError } from '../errors.ts'
import { Limiter } from '../work/limiter.ts'
import { abortReason, onAbort, throwIfAborted } from '../work/signal.ts'
import { Channel } from './channel.ts'
import type { PeerAddress, Transport } from './transport.ts'

export interface ChannelPoolOptions {
  clock: Clock
  /** An idle channel is closed after this. Larger: fewer streams opened, each at ten times the cost of a request. Smaller: fewer kept by the peer. */
  idleMs: number
  /** Requests at once to one peer; more wait, first come first served. */
  streamsPerPeerMax: number
  /** What is said on each new channel before anything else (showing a pass). The channel is dropped when it throws. */
  greet?: (channel: Channel) => Promise<void>
}

interface Peer {
  readonly id: string
  readonly limiter: Limiter
  /** The one used last is at the end, and is taken first: the others grow old and are closed. */
  readonly idle: Map<Channel, () => void>
}

/** Channels of one protocol, kept open between requests. */
export class ChannelPool {
  readonly #transport: Transport
  readonly #protocol: string
  readonly #options: ChannelPoolOptions
  readonly #peers = new Map<string, Peer>()
  #closed = false

  constructor(transport: Transport, protocol: string, options: ChannelPoolOptions) {
    this.#transport = transport
    this.#protocol = protocol
    this.#options = options
  }

  /**
   * Runs `work` on a channel to `peer` that nobody else uses meanwhile. When it resolves, the channel must stand between two requests, and is kept;
   * when it throws, or when time or the caller cut it off, the channel is aborted. On a kept channel that turns out to be dead before
   * the first byte of a reply, `work` is run once more on a new one: so the request must be idempotent.
   * Throws what `work` throws; `timeout` after `timeoutMs`, waiting and opening included; the signal's reason; and what opening throws.
   */
  async use<T>(
    peer: PeerAddress,
    work: (channel: Channel, signal: AbortSignal) => Promise<T>,
    options: { signal?: AbortSignal; timeoutMs?: number } = {},
  ): Promise<T> {
    const { signal, timeoutMs } = options
    const run = (signal: AbortSignal): Promise<T> => this.#run(peer, work, signal)
    if (timeoutMs === undefined) return await run(signal ?? new AbortController().signal)
    return await withDeadline(this.#options.clock, timeoutMs, signal, run, `${this.#protocol} with ${peer.id}`)
  }

  /** Closes the idle channels, and those in use when they come back. Later requests are refused. Idempotent. */
  close(): void {
    this.#closed = true
    for (const peer of this.#peers.values()) for (const channel of peer.idle.keys()) this.#retire(peer, channel)
  }

  async #run<T>(
    address: PeerAddress,
    work: (channel: Channel, signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const peer = this.#peer(address.id)
    const turn = async (): Promise<T> => {
      const kept = [...peer.idle.keys()].at(-1)
      if (kept !== undefined) {
        this.#take(peer, kept)
        const bytesBefore = kept.reader.bytesRead
        try {
          return await this.#borrow(peer, kept, work, signal)
        } catch (error) {
          const unanswered = hasCode(error, 'unreachable') && kept.reader.bytesRead === bytesBefore
          if (signal.aborted || !unanswered) throw error
        }
      }
      return await this.#borrow(peer, await this.#open(peer, address, signal), work, signal)
    }
    try {
      return await peer.limiter.run(turn, signal)
    } finally {
      this.#forgetUnused(peer)
    }
  }

  async #open(peer: Peer, address: PeerAddress, signal: AbortSignal): Promise<Channel> {
    if (this.#closed) throw new HiroError('unreachable', `no more ${this.#protocol}: closed`)
    const channel = new Channel(await this.#transport.open(address, this.#protocol, { signal }))
    using _ = onAbort(signal, () => channel.abort(abortReason(signal)))
    try {
      await this.#options.greet?.(channel)
      channel.closed.catch(() => this.#take(peer, channel))
      return channel
    } catch (error) {
      channel.abort(toHiroError(error))
      throw signal.aborted ? abortReason(signal) : error
    }
  }

  async #borrow<T>(
    peer: Peer,
    channel: Channel,
    work: (channel: Channel, signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    using _ = onAbort(signal, () => channel.abort(abortReason(signal)))
    try {
      throwIfAborted(signal)
      const result = await work(channel, signal)
      this.#keep(peer, channel, signal)
      return result
    } catch (error) {
      channel.abort(toHiroError(error))
      throw signal.aborted ? abortReason(signal) : error
    }
  }

  #keep(peer: Peer, channel: Channel, signal: AbortSignal): void {
    if (channel.broken || signal.aborted) return
    if (this.#closed) return void channel.close().catch(() => {})
    const cancel = this.#options.clock.after(this.#options.idleMs, () => this.#retire(peer, channel))
    peer.idle.set(channel, cancel)
  }

  /** Out of the idle ones, if it is among them. */
  #take(peer: Peer, channel: Channel): void {
    peer.idle.get(channel)?.()
    peer.idle.delete(channel)
  }

  #retire(peer: Peer, channel: Channel): void {
    this.#take(peer, channel)
    this.#forgetUnused(peer)
    channel.close().catch(() => {})
  }

  #peer(id: string): Peer {
    let peer = this.#peers.get(id)
    if (peer === undefined) {
      peer = { id, limiter: new Limiter(this.#options.streamsPerPeerMax), idle: new Map() }
      this.#peers.set(id, peer)
    }
    return peer
  }

  #forgetUnused(peer: Peer): void {
    if (peer.limiter.size === 0 && peer.idle.size === 0) this.#peers.delete(peer.id)
  }
}
