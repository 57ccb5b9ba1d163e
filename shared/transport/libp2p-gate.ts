import type {
  ConnectionEncrypter,
  ConnectionGater,
  MessageStream,
  MultiaddrConnection,
  SecuredConnection,
  StreamMuxer,
  StreamMuxerFactory,
  Upgrader,
} from '@libp2p/interface'
import type { Clock } from '../clock/clock.ts'
import { HiroError } from '../errors.ts'
import { LinkedController } from '../work/signal.ts'
import { ConnectionPlaces, type Guest, type PlacesMax } from './connection-places.ts'
import { FrameGuard } from './frame-guard.ts'
import { HandshakeTurns } from './handshake-turns.ts'
import type { PeerStandings } from './peer-standings.ts'
import { SilenceWatch } from './silence-watch.ts'
import { HANDSHAKE_BYTES_MAX } from './stream-limits.ts'

/** Only yamux has pings, and says nothing when one is never answered. */
type PingingMuxer = StreamMuxer & { ping(): Promise<number> }

interface Arrival {
  readonly guest: Guest
  /** It sent more than a handshake needs, and is not read on until that is over. */
  tooMuch: boolean
}

interface Guarded {
  readonly guard: FrameGuard
  peer: string | undefined
}

/**
 * Hiro's limits on connections, where libp2p has none or such as refuse the wrong ones: its own refuse whoever comes last, so some idle sockets would keep everyone out. It stands before the
 * upgrader, where a connection has cost next to nothing yet, and reads along with the muxer.
 */
export class Libp2pGate {
  readonly #clock: Clock
  readonly #standings: PeerStandings
  readonly #places: ConnectionPlaces
  readonly #handshakes: HandshakeTurns
  readonly #arrivals = new Map<MessageStream, Arrival>()
  readonly #guarded = new Map<MessageStream, Guarded>()
  /** Of the connection whose muxer was made last, and whose peer is named next. */
  #newest: Guarded | undefined
  readonly #onReceived: (bytes: number) => void

  constructor(max: PlacesMax, standings: PeerStandings, clock: Clock, onReceived: (bytes: number) => void) {
    this.#clock = clock
    this.#standings = standings
    this.#places = new ConnectionPlaces(max, standings, clock)
    this.#handshakes = new HandshakeTurns(clock)
    this.#onReceived = onReceived
  }

  readonly gater: ConnectionGater = {
    denyInboundEncryptedConnection: (peer, connection) => {
      const arrival = this.#arrivals.get(connection)
      return arrival === undefined || !this.#places.introduce(arrival.guest, peer.toString())
    },
    denyInboundUpgradedConnection: (peer) => this.#name(peer.toString()),
    denyOutboundUpgradedConnection: (peer) => {
      // Who is dialled was asked for.
      this.#standings.admit(peer.toString())
      return this.#name(peer.toString())
    },
  }

  admit(peer: string): void {
    this.#places.admit(peer)
    for (const guarded of this.#guarded.values()) if (guarded.peer === peer) guarded.guard.stranger = false
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

  /** The same handshakes, in turns. One waits here only when its peer has begun it: sockets that say nothing are not in the way. */
  pacing(encrypter: ConnectionEncrypter): ConnectionEncrypter {
    const secureInbound: ConnectionEncrypter['secureInbound'] = async (connection, options) => {
      using waits = new LinkedController(options?.signal)
      const onClose = (): void => waits.abort(new HiroError('unreachable', 'the connection closed'))
      connection.addEventListener('close', onClose)
      // Nobody listens yet, and what comes meanwhile would be lost.
      const arrival = this.#arrivals.get(connection)
      const held = connection.status === 'open' && arrival?.tooMuch === false
      if (held) connection.pause()
      const handshake = async (): Promise<SecuredConnection> => {
        const secured = encrypter.secureInbound(connection, options)
        if (held && connection.status === 'open') connection.resume()
        return await secured
      }
      const host = arrival?.guest.host ?? ''
      return await this.#handshakes
        .run(host, handshake, waits.signal)
        .finally(() => connection.removeEventListener('close', onClose))
    }
    return new Proxy(encrypter, {
      get: (target, name) => (name === 'secureInbound' ? secureInbound : (Reflect.get(target, name) as unknown)),
    })
  }

  /** The same muxer, read along with. */
  guarding(factory: StreamMuxerFactory<PingingMuxer>): StreamMuxerFactory {
    const createStreamMuxer: StreamMuxerFactory['createStreamMuxer'] = (connection) => {
      this.#guard(connection)
      const muxer = factory.createStreamMuxer(connection)
      this.#watch(connection, muxer)
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
    const arrival: Arrival = { guest, tooMuch: false }
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

  #guard(connection: MessageStream): void {
    const unsentBytes = (): number => connection.writeBufferLength
    const guard = new FrameGuard(this.#clock, { stranger: false, unsentBytes })
    const guarded: Guarded = { guard, peer: undefined }
    this.#newest = guarded
    this.#guarded.set(connection, guarded)
    connection.addEventListener('close', () => this.#guarded.delete(connection))
    connection.addEventListener('message', ({ data }) => {
      this.#onReceived(data.byteLength)
      if (!guard.stranger) this.#handshakes.memberSeen()
      for (const bytes of data instanceof Uint8Array ? [data] : data) {
        const wrong = guard.check(bytes)
        if (wrong === undefined) continue
        connection.abort(new HiroError('bad-frame', wrong))
        return
      }
    })
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
    newest.guard.stranger = !this.#standings.isMember(peer)
    return false
  }
}
