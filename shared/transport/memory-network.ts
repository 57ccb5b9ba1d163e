import type { Clock } from '../clock/clock.ts'
import { HiroError } from '../errors.ts'
import type { Random } from '../random/random.ts'
import { MemoryStream, type MemoryStreamOptions } from './memory-stream.ts'
import { MemoryTransport, type Switchboard } from './memory-transport.ts'
import { Lane, MemoryWire } from './memory-wire.ts'
import type { PeerAddress, Transport } from './transport.ts'

export interface MemoryNetworkOptions {
  clock: Clock
  random: Random
  /** How long a message travels: evenly spread between the two, in whole milliseconds. */
  delayMs?: readonly [min: number, max: number]
  /** One message in so many is late, and those of other streams overtake it; 0 for none. */
  lateOneIn?: number
  /** By how much at most, in whole milliseconds. */
  lateMsMax?: number
  /** One slice in so many breaks its stream instead of arriving; 0 for none. */
  breakOneIn?: number
  /** Bytes of one direction of a stream that may be on their way or unread. */
  bufferBytesMax?: number
  /** Told of each message that overtakes another one between the same two peers. */
  onOvertaken?: () => void
  /** Told of each stream that `breakOneIn` breaks. */
  onBroken?: () => void
}

/** How a partition shows: nothing arrives until it is healed, and then what was sent meanwhile; or connections are reset, and new ones refused. */
export type PartitionMode = 'silent' | 'reset'

const DEFAULTS = {
  delayMs: [0, 2],
  breakOneIn: 0,
  lateOneIn: 0,
  lateMsMax: 0,
  bufferBytesMax: 1024 * 1024,
  onOvertaken: () => {},
  onBroken: () => {},
} as const

/** A network of peers in one process. Its faults come from a seed and from the test; under a simulated clock every run of a seed is the same. */
export class MemoryNetwork implements Switchboard {
  readonly #options: Required<MemoryNetworkOptions>
  readonly #peers = new Map<string, MemoryTransport>()
  readonly #wires = new Map<string, MemoryWire>()
  readonly #partitions = new Map<string, PartitionMode>()
  /** Pairs with a connection, over which either may open streams without an address. */
  readonly #connections = new Set<string>()
  /** Peers that are paused, with what happens to them when they go on. */
  readonly #paused = new Map<string, (() => void)[]>()
  #calm = false

  constructor(options: MemoryNetworkOptions) {
    this.#options = { ...DEFAULTS, ...options }
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

  /** From here on it breaks no more streams of its own. */
  calm(): void {
    this.#calm = true
  }

  /** Its process stands still: nothing arrives at it, and none of its waits ends. What it sent before still travels. */
  pause(peerId: string): void {
    if (!this.#paused.has(peerId)) this.#paused.set(peerId, [])
  }

  /** It goes on where it was paused: with what happened to it meanwhile. */
  resume(peerId: string): void {
    const waiting = this.#paused.get(peerId) ?? []
    this.#paused.delete(peerId)
    for (const happen of waiting) happen()
    for (const [key, wire] of this.#wires) if (key.endsWith(` ${peerId}`)) wire.deliver()
  }

  /**
   * Its process dies: whatever it waits for never settles, and the others find their streams with it broken, once word of it arrives.
   * What it sent before still arrives.
   */
  kill(peerId: string): void {
    this.#peers.get(peerId)?.die()
    this.leave(peerId)
    this.resume(peerId)
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
    const [atA, atB] = [this.#peers.get(a), this.#peers.get(b)]
    this.#whenAwake(a, () => atA?.breakStreams(b))
    this.#whenAwake(b, () => atB?.breakStreams(a))
  }

  /** Called by the transport that dials. Settles when the answer is back; waits while the peers are parted in silence. */
  dial(from: MemoryTransport, peer: PeerAddress, protocol: string): Promise<MemoryStream> {
    const answer = Promise.withResolvers<MemoryStream>()
    const lanes = { there: new Lane(), back: new Lane() }
    this.#wire(from.self, peer.id).send(lanes.there, () => {
      const accepted = this.#accept(from, peer, protocol, lanes)
      this.#wire(peer.id, from.self).send(lanes.back, () => {
        if (from.dead) return
        if (accepted instanceof HiroError) answer.reject(accepted)
        else answer.resolve(accepted)
      })
    })
    return answer.promise
  }

  #accept(from: MemoryTransport, peer: PeerAddress, protocol: string, lanes: Lanes): MemoryStream | HiroError {
    const to = this.#find(from, peer)
    if (to === undefined || !this.#peers.has(from.self)) return new HiroError('unreachable', `cannot reach ${peer.id}`)
    if (to.standings.isRefused(from.self)) return new HiroError('unreachable', `${peer.id} lets nobody in who offended`)
    const served = to.handlers.get(protocol)
    if (served === undefined) return new HiroError('version-unknown', `${peer.id} does not speak ${protocol}`)
    this.#connections.add(pair(from.self, to.self))
    const [near, far] = this.#connect([from, to], protocol, lanes)
    const place = to.counts.enter(from.self, protocol, served.streamsMax)
    if (place === undefined) far.abort(new HiroError('busy', `too many streams of ${from.self}`))
    else void far.serve(served.handler).finally(() => place[Symbol.dispose]())
    return near
  }

  #find(from: MemoryTransport, peer: PeerAddress): MemoryTransport | undefined {
    const parted = pair(from.self, peer.id)
    const there = this.#peers.get(peer.id)
    if (there === undefined || this.#partitions.has(parted)) return undefined
    const addressed = peer.addresses.some((address) => there.addresses().includes(address))
    return addressed || this.#connections.has(parted) ? there : undefined
  }

  #connect([from, to]: [MemoryTransport, MemoryTransport], protocol: string, { there, back }: Lanes) {
    const end = (here: MemoryTransport, other: MemoryTransport, lane: Lane): MemoryStreamOptions => ({
      remotePeer: other.self,
      protocol,
      clock: this.#options.clock,
      send: (arrive) => this.#wire(here.self, other.self).send(lane, arrive),
      open: here.streams,
      bufferBytesMax: this.#options.bufferBytesMax,
      breaks: () => this.#breaks(),
      whenAwake: (happen) => this.#whenAwake(here.self, happen),
    })
    return MemoryStream.pair(end(from, to, there), end(to, from, back))
  }

  #breaks(): boolean {
    const { breakOneIn, random, onBroken } = this.#options
    const breaks = !this.#calm && breakOneIn > 0 && random.below(breakOneIn) === 0
    if (breaks) onBroken()
    return breaks
  }

  #whenAwake(peerId: string, happen: () => void): void {
    const waiting = this.#paused.get(peerId)
    if (waiting === undefined) happen()
    else waiting.push(happen)
  }

  #wire(from: string, to: string): MemoryWire {
    const key = `${from} ${to}`
    let wire = this.#wires.get(key)
    if (wire === undefined) {
      wire = new MemoryWire(
        this.#options,
        () => this.#partitions.get(pair(from, to)) === 'silent' || this.#paused.has(to),
      )
      this.#wires.set(key, wire)
    }
    return wire
  }
}

/** Of one stream. */
interface Lanes {
  readonly there: Lane
  readonly back: Lane
}

function pair(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
