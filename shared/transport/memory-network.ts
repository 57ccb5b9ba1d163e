import type { Clock } from '../clock/clock.ts'
import { HiroError } from '../errors.ts'
import type { Random } from '../random/random.ts'
import { MemoryStream, type MemoryStreamOptions } from './memory-stream.ts'
import { MemoryTransport, type Switchboard } from './memory-transport.ts'
import { MemoryWire } from './memory-wire.ts'
import type { PeerAddress, StreamHandler, Transport } from './transport.ts'

export interface MemoryNetworkOptions {
  clock: Clock
  random: Random
  /** How long a message travels: evenly spread between the two, in whole milliseconds. */
  delayMs?: readonly [min: number, max: number]
  /** One slice in so many breaks its stream instead of arriving; 0 for none. */
  breakOneIn?: number
  /** Bytes of one direction of a stream that may be on their way or unread. */
  bufferBytesMax?: number
}

/** How a partition shows: nothing arrives until it is healed, and then what was sent meanwhile; or connections are reset, and new ones refused. */
export type PartitionMode = 'silent' | 'reset'

const BUFFER_BYTES_MAX_DEFAULT = 1024 * 1024

/** A network of peers in one process. Its faults come from a seed and from the test; under a simulated clock every run of a seed is the same. */
export class MemoryNetwork implements Switchboard {
  readonly #options: Required<MemoryNetworkOptions>
  readonly #peers = new Map<string, MemoryTransport>()
  readonly #wires = new Map<string, MemoryWire>()
  readonly #partitions = new Map<string, PartitionMode>()
  /** Pairs with a connection, over which either may open streams without an address. */
  readonly #connections = new Set<string>()

  constructor(options: MemoryNetworkOptions) {
    this.#options = { delayMs: [0, 2], breakOneIn: 0, bufferBytesMax: BUFFER_BYTES_MAX_DEFAULT, ...options }
  }

  /** A peer that listens at `address`, or without one only dials. The id of a peer that stopped or was killed may join again. */
  join(peerId: string, address?: string): Transport {
    if (this.#peers.has(peerId)) throw new HiroError('internal', `${peerId} is in this network already`)
    const transport = new MemoryTransport(peerId, address === undefined ? [] : [address], this.#options.clock, this)
    this.#peers.set(peerId, transport)
    return transport
  }

  /** Parts two peers, whether they are there or not. */
  partition(a: string, b: string, mode: PartitionMode = 'silent'): void {
    this.#partitions.set(pair(a, b), mode)
    if (mode === 'reset') this.disconnect(a, b)
  }

  heal(a: string, b: string): void {
    this.#partitions.delete(pair(a, b))
    this.#wire(a, b).deliver()
    this.#wire(b, a).deliver()
  }

  /**
   * Its process dies: whatever it waits for never settles, and the others find their streams with it broken, once word of it arrives.
   * What it sent before still arrives.
   */
  kill(peerId: string): void {
    this.#peers.get(peerId)?.die()
    this.leave(peerId)
  }

  /** Called by a transport that stops. */
  leave(peerId: string): void {
    this.#peers.delete(peerId)
    for (const connection of this.#connections) {
      if (connection.split(' ').includes(peerId)) this.#connections.delete(connection)
    }
  }

  /** Breaks every stream between two peers, at both ends. */
  disconnect(a: string, b: string): void {
    this.#connections.delete(pair(a, b))
    this.#peers.get(a)?.breakStreams(b)
    this.#peers.get(b)?.breakStreams(a)
  }

  /** Called by the transport that dials. Settles when the answer is back; waits while the peers are parted in silence. */
  dial(from: MemoryTransport, peer: PeerAddress, protocol: string): Promise<MemoryStream> {
    const answer = Promise.withResolvers<MemoryStream>()
    this.#wire(from.self, peer.id).send(() => {
      const accepted = this.#accept(from, peer, protocol)
      this.#wire(peer.id, from.self).send(() => {
        if (from.dead) return
        if (accepted instanceof HiroError) answer.reject(accepted)
        else answer.resolve(accepted)
      })
    })
    return answer.promise
  }

  #accept(from: MemoryTransport, peer: PeerAddress, protocol: string): MemoryStream | HiroError {
    const to = this.#find(from, peer)
    if (to === undefined || !this.#peers.has(from.self)) return new HiroError('unreachable', `cannot reach ${peer.id}`)
    const handler = to.handlers.get(protocol)
    if (handler === undefined) return new HiroError('version-unknown', `${peer.id} does not speak ${protocol}`)
    this.#connections.add(pair(from.self, to.self))
    return this.#connect(from, to, protocol, handler)
  }

  #find(from: MemoryTransport, peer: PeerAddress): MemoryTransport | undefined {
    const parted = pair(from.self, peer.id)
    const there = this.#peers.get(peer.id)
    if (there === undefined || this.#partitions.has(parted)) return undefined
    const addressed = peer.addresses.some((address) => there.addresses().includes(address))
    return addressed || this.#connections.has(parted) ? there : undefined
  }

  #connect(from: MemoryTransport, to: MemoryTransport, protocol: string, handler: StreamHandler): MemoryStream {
    const end = (here: MemoryTransport, there: MemoryTransport): MemoryStreamOptions => ({
      remotePeer: there.self,
      protocol,
      clock: this.#options.clock,
      wire: this.#wire(here.self, there.self),
      open: here.streams,
      bufferBytesMax: this.#options.bufferBytesMax,
      breaks: () => this.#options.breakOneIn > 0 && this.#options.random.below(this.#options.breakOneIn) === 0,
    })
    const [near, far] = MemoryStream.pair(end(from, to), end(to, from))
    void far.serve(handler)
    return near
  }

  #wire(from: string, to: string): MemoryWire {
    const key = `${from} ${to}`
    let wire = this.#wires.get(key)
    if (wire === undefined) {
      wire = new MemoryWire(this.#options, () => this.#partitions.get(pair(from, to)) === 'silent')
      this.#wires.set(key, wire)
    }
    return wire
  }
}

function pair(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
