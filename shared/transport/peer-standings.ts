import type { Clock } from '../clock/clock.ts'
import { OFFENCE_WINDOW_MS, OFFENCES_MAX, PEERS_REMEMBERED_MAX, REFUSAL_MS } from './stream-limits.ts'

interface Offences {
  sinceMs: number
  count: number
  /** 0: not refused. */
  refusedUntilMs: number
}

/**
 * What a transport knows of peers: who has shown that it belongs here, and who has offended. Both are forgotten when too many others came since, so a crowd of
 * made-up identities costs a bounded amount of memory. Addresses are not judged: behind one of them there may be many peers.
 */
export class PeerStandings {
  readonly #clock: Clock
  /** The one seen last is at the end. */
  readonly #members = new Set<string>()
  readonly #offences = new Map<string, Offences>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  admit(peer: string): void {
    this.#offences.delete(peer)
    this.#members.delete(peer)
    this.#members.add(peer)
    if (this.#members.size > PEERS_REMEMBERED_MAX) dropFirst(this.#members)
  }

  isMember(peer: string): boolean {
    return this.#members.has(peer)
  }

  /** The result says whether that was once too often: from now on the peer is refused for a while. */
  offend(peer: string): boolean {
    const now = this.#clock.now()
    const known = this.#offences.get(peer)
    const offences =
      known && now - known.sinceMs < OFFENCE_WINDOW_MS ? known : { sinceMs: now, count: 0, refusedUntilMs: 0 }
    this.#offences.delete(peer)
    this.#offences.set(peer, offences)
    if (this.#offences.size > PEERS_REMEMBERED_MAX) dropFirst(this.#offences)
    if (++offences.count < OFFENCES_MAX) return false
    offences.refusedUntilMs = now + REFUSAL_MS
    this.#members.delete(peer)
    return true
  }

  isRefused(peer: string): boolean {
    const offences = this.#offences.get(peer)
    return offences !== undefined && offences.refusedUntilMs > this.#clock.now()
  }
}

function dropFirst(kept: Set<string> | Map<string, unknown>): void {
  for (const key of kept.keys()) {
    kept.delete(key)
    return
  }
}
