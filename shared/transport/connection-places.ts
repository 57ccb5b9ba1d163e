import type { Clock } from '../clock/clock.ts'
import { HiroError } from '../errors.ts'
import { Crowd } from './crowd.ts'
import type { PeerStandings } from './peer-standings.ts'
import { STRANGER_MS } from './stream-limits.ts'

export interface PlacesMax {
  /** Connections from outside that have not said yet who they are. */
  readonly handshakesMax: number
  /** Of peers that have not shown that they belong here. */
  readonly strangersMax: number
  /** Of peers that have. */
  readonly membersMax: number
  readonly connectionsPerPeerMax: number
}

/** A connection from outside. */
export interface Guest {
  readonly host: string
  drop(reason: HiroError): void
}

interface Seat {
  readonly peer: string
  cancelDeadline: () => void
}

/**
 * Who of those that connected may stay. Where places are short, the newest comes in and the oldest of the most crowded host goes: whoever means well is done with its handshake, and has
 * shown that it belongs here, long before its turn to go. Members have places of their own, which no stranger can take.
 */
export class ConnectionPlaces {
  readonly #max: PlacesMax
  readonly #standings: PeerStandings
  readonly #clock: Clock
  readonly #handshaking = new Crowd<Guest>()
  readonly #strangers = new Crowd<Guest>()
  readonly #members = new Set<Guest>()
  readonly #seats = new Map<Guest, Seat>()
  /** The oldest of each peer first. */
  readonly #byPeer = new Map<string, Set<Guest>>()

  constructor(max: PlacesMax, standings: PeerStandings, clock: Clock) {
    this.#max = max
    this.#standings = standings
    this.#clock = clock
  }

  get counts(): { handshaking: number; strangers: number; members: number } {
    return { handshaking: this.#handshaking.size, strangers: this.#strangers.size, members: this.#members.size }
  }

  arrive(guest: Guest): void {
    this.#handshaking.add(guest)
    if (this.#handshaking.size > this.#max.handshakesMax)
      this.#drop(this.#handshaking.last, 'too many handshakes at once')
  }

  /** The handshake says who it is. `false`: it may not stay. */
  introduce(guest: Guest, peer: string): boolean {
    if (!this.#handshaking.delete(guest) || this.#standings.isRefused(peer)) return false
    const member = this.#standings.isMember(peer)
    if (member && this.#members.size >= this.#max.membersMax) return false
    const ofPeer = this.#byPeer.get(peer) ?? new Set()
    this.#byPeer.set(peer, ofPeer.add(guest))
    this.#seats.set(guest, { peer, cancelDeadline: member ? () => {} : this.#deadline(guest) })
    if (member) this.#members.add(guest)
    else this.#strangers.add(guest)
    if (this.#strangers.size > this.#max.strangersMax) this.#drop(this.#strangers.last, 'too many strangers at once')
    if (ofPeer.size > this.#max.connectionsPerPeerMax) this.#drop(ofPeer.values().next().value, 'too many connections')
    return true
  }

  /** Its peer has shown that it belongs here. */
  admit(peer: string): void {
    for (const guest of this.#byPeer.get(peer) ?? []) {
      if (this.#members.size >= this.#max.membersMax || !this.#strangers.delete(guest)) continue
      this.#members.add(guest)
      this.#seats.get(guest)?.cancelDeadline()
    }
  }

  /** Drops what this peer has. */
  expel(peer: string, why: string): void {
    for (const guest of this.#byPeer.get(peer) ?? []) this.#drop(guest, why)
  }

  /** It is closed. Idempotent. */
  leave(guest: Guest): void {
    this.#handshaking.delete(guest)
    this.#strangers.delete(guest)
    this.#members.delete(guest)
    const seat = this.#seats.get(guest)
    if (seat === undefined) return
    this.#seats.delete(guest)
    seat.cancelDeadline()
    const ofPeer = this.#byPeer.get(seat.peer)
    ofPeer?.delete(guest)
    if (ofPeer?.size === 0) this.#byPeer.delete(seat.peer)
  }

  #deadline(guest: Guest): () => void {
    return this.#clock.after(STRANGER_MS, () => this.#drop(guest, 'it did not show that it belongs here'))
  }

  #drop(guest: Guest | undefined, why: string): void {
    if (guest === undefined) return
    this.leave(guest)
    guest.drop(new HiroError('busy', why))
  }
}
