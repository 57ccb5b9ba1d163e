import type {
  ConnectionEncrypter,
  ConnectionGater,
  MessageStream,
  MultiaddrConnection,
  StreamMuxer,
  StreamMuxerFactory,
  Upgrader,
} from '@libp2p/interface'
import type { Clock } from '../clock/clock.ts'
import { HiroError } from '../errors.ts'
import { ConnectionPlaces, type Guest, type PlacesMax } from './connection-places.ts'
import { FrameGuard } from './frame-guard.ts'
import { type Arriving, pacedHandshakes, paceStreams } from './libp2p-pace.ts'
import type { PeerStandings } from './peer-standings.ts'
import { SilenceWatch } from './silence-watch.ts'
import { StrangerTurns } from './stranger-turns.ts'
import { HANDSHAKE_BYTES_MAX } from './stream-limits.ts'

/** Only yamux has pings, and says nothing when one is never answered. */
type PingingMuxer = StreamMuxer & { ping(): Promise<number> }

interface Arrival extends Arriving {
  readonly guest: Guest
  tooMuch: boolean
}

interface Guarded {
  readonly guard: FrameGuard
  peer: string | undefined
  /** Aborted when the peer is no stranger any more. */
  readonly known: AbortController
}

/**
 * Hiro's limits on connections, where libp2p has none or such as refuse the wrong ones: its own refuse whoever comes last, so some idle sockets would keep everyone out. It stands before the
 * upgrader, where a connection has cost next to nothing yet, and reads along with the muxer.
 */
export class Libp2pGate {
  readonly #clock: Clock
  readonly #standings: PeerStandings
  readonly #places: ConnectionPlaces
  readonly #strangers: StrangerTurns
  readonly #arrivals = new Map<MessageStream, Arrival>()
  readonly #guarded = new Map<MessageStream, Guarded>()
  /** Of the connection whose muxer was made last, and whose peer is named next. */
  #newest: Guarded | undefined
  readonly #onReceived: (bytes: number) => void

  constructor(max: PlacesMax, standings: PeerStandings, clock: Clock, onReceived: (bytes: number) => void) {
    this.#clock = clock
    this.#standings = standings
    this.#places = new ConnectionPlaces(max, standings, clock)
    this.#strangers = new StrangerTurns(clock)
    this.#onReceived = onReceived
  }

  readonly gater: ConnectionGater = {
    denyInboundEncryptedConnection: (peer, connection) => {
      const arrival = this.#arrivals.get(connection)
      return arrival === undefined || !this.#places.introduce(arrival.guest, peer.toString())
    },
    denyInboundUpgradedConnection: (peer) => this.#name(peer.toString()),
    denyOutboundUpgradedConnection: (peer) => {
      // Who is dialled was asked for; also on a connection of its own, where both dialled at once.
      if (!this.#standings.isMember(peer.toString())) this.admit(peer.toString())
      this.#standings.admit(peer.toString())
      return this.#name(peer.toString())
    },
  }

  admit(peer: string): void {
    this.#places.admit(peer)
    for (const guarded of this.#guarded.values()) if (guarded.peer === peer) this.#admit(guarded)
  }

  /** Drops the connections that came from this peer. */
  expel(peer: string, why: string): void {
    this.#places.expel(peer, why)
  }

  /** What the connections hold that their peers have not read. */
  *unsent(): Generator<{ remotePeer: string; unreadBytes: number }> {
    for (const [stream, { peer }] of this.#guarded)
      yield { remotePeer: peer ?? '', unreadBytes: stream.writeBufferLength }
  }

  /** The same upgrader behind the gate. */
  before(upgrader: Upgrader): Upgrader {
    const upgradeInbound: Upgrader['upgradeInbound'] = async (connection, options) => {
      const handshake = this.#arrive(connection)
      try {
        await upgrader.upgradeInbound(connection, options)
      } finally {
        handshake[Symbol.dispose]()
      }
    }
    return new Proxy(upgrader, {
      get: (target, name) => (name === 'upgradeInbound' ? upgradeInbound : (Reflect.get(target, name) as unknown)),
    })
  }

  /** The same handshakes, in turns. */
  pacing(encrypter: ConnectionEncrypter): ConnectionEncrypter {
    return pacedHandshakes(encrypter, this.#strangers, (connection) => this.#arrivals.get(connection))
  }

  /** The same muxer, read along with. */
  guarding(factory: StreamMuxerFactory<PingingMuxer>): StreamMuxerFactory {
    const createStreamMuxer: StreamMuxerFactory['createStreamMuxer'] = (connection) => {
      const guarded = this.#guard(connection)
      const muxer = factory.createStreamMuxer(connection)
      this.#watch(connection, muxer)
      const known = guarded.known.signal
      paceStreams(muxer, { turns: this.#strangers, clock: this.#clock, peer: () => guarded.peer ?? '', known })
      return muxer
    }
    return new Proxy(factory, {
      get: (target, name) =>
        name === 'createStreamMuxer' ? createStreamMuxer : (Reflect.get(target, name) as unknown),
    })
  }

  /** Disposed when the handshake is over. Until then no more is read than it needs. */
  #arrive(connection: MultiaddrConnection): Disposable {
    const host = connection.remoteAddr.getComponents()[0]?.value ?? ''
    const guest: Guest = { host, drop: (reason) => connection.abort(reason) }
    const arrival: Arrival = { guest, host, tooMuch: false }
    this.#arrivals.set(connection, arrival)
    connection.addEventListener('close', () => {
      this.#arrivals.delete(connection)
      this.#places.leave(guest)
    })
    let receivedBytes = 0
    const onMessage = (event: { data: { byteLength: number } }): void => {
      receivedBytes += event.data.byteLength
      if (receivedBytes <= HANDSHAKE_BYTES_MAX || arrival.tooMuch) return
      arrival.tooMuch = true
      connection.pause()
    }
    connection.addEventListener('message', onMessage)
    this.#places.arrive(guest)
    return {
      [Symbol.dispose]: () => {
        connection.removeEventListener('message', onMessage)
        if (arrival.tooMuch && connection.status === 'open') connection.resume()
      },
    }
  }

  #guard(connection: MessageStream): Guarded {
    const unsentBytes = (): number => connection.writeBufferLength
    const guard = new FrameGuard(this.#clock, { stranger: false, unsentBytes })
    const guarded: Guarded = { guard, peer: undefined, known: new AbortController() }
    this.#newest = guarded
    this.#guarded.set(connection, guarded)
    connection.addEventListener('close', () => this.#guarded.delete(connection))
    connection.addEventListener('message', ({ data }) => {
      this.#onReceived(data.byteLength)
      if (!guard.stranger) this.#strangers.memberSeen()
      for (const bytes of data instanceof Uint8Array ? [data] : data) {
        const wrong = guard.check(bytes)
        if (wrong === undefined) continue
        connection.abort(new HiroError('bad-frame', wrong))
        return
      }
    })
    return guarded
  }

  #admit(guarded: Guarded): void {
    guarded.guard.stranger = false
    guarded.known.abort()
  }

  #watch(connection: MessageStream, muxer: PingingMuxer): void {
    const watch = new SilenceWatch(this.#clock, {
      inUse: () => muxer.streams.length > 0,
      unsentBytes: () => connection.writeBufferLength,
      ping: () => void muxer.ping().catch(() => {}),
      drop: () => connection.abort(new HiroError('unreachable', 'the peer gives no sign of life')),
    })
    connection.addEventListener('message', () => watch.heard())
    connection.addEventListener('close', () => watch.stop())
  }

  /** libp2p asks this right after it made the muxer, with nothing in between. Nobody is denied here. */
  #name(peer: string): boolean {
    const newest = this.#newest
    this.#newest = undefined
    if (newest === undefined) return false
    newest.peer = peer
    newest.guard.stranger = true
    if (this.#standings.isMember(peer)) this.#admit(newest)
    return false
  }
}
