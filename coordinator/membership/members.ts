import type { Clock } from '../../shared/clock/clock.ts'
import { WORKER_LEASE_MS } from '../../shared/limits.ts'

export interface Space {
  readonly usedBytes: number
  readonly freeBytes: number
  readonly pieces: number
}

/** A worker on its open stream. */
export interface Member {
  readonly peer: string
  /** Store id. */
  readonly store: string
  readonly name: string
  readonly zone: string
  readonly addresses: readonly string[]
  readonly capacityBytes: number
  space: Space
  leaseUntilMs: number
}

/**
 * Who is alive: joined on a stream that is still open, and heard of within the lease. Kept in memory only; after a restart the workers
 * join again within a heartbeat or two.
 */
export class Members {
  readonly #clock: Clock
  readonly #byPeer = new Map<string, Member>()
  readonly #byStore = new Map<string, Member>()
  readonly #lastSeenMs = new Map<string, number>()
  readonly #waiting = new Set<() => void>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** A peer that joins again takes the place of its older stream. */
  join(member: Omit<Member, 'leaseUntilMs'>): Member {
    const joined = { ...member, leaseUntilMs: this.#clock.now() + WORKER_LEASE_MS }
    const before = this.#byPeer.get(member.peer)
    if (before) this.leave(before)
    this.#byPeer.set(member.peer, joined)
    this.#byStore.set(member.store, joined)
    this.#lastSeenMs.set(member.peer, this.#clock.now())
    for (const wake of this.#waiting) wake()
    return joined
  }

  heartbeat(member: Member, space: Space): void {
    member.space = space
    member.leaseUntilMs = this.#clock.now() + WORKER_LEASE_MS
    this.#lastSeenMs.set(member.peer, this.#clock.now())
  }

  /** Of an older stream of the peer it does nothing. */
  leave(member: Member): void {
    if (this.#byPeer.get(member.peer) === member) this.#byPeer.delete(member.peer)
    if (this.#byStore.get(member.store) === member) this.#byStore.delete(member.store)
  }

  alive(): Member[] {
    return [...this.#byPeer.values()].filter((member) => this.#isAlive(member))
  }

  aliveByPeer(peer: string): Member | undefined {
    const member = this.#byPeer.get(peer)
    return member && this.#isAlive(member) ? member : undefined
  }

  aliveByStore(store: string): Member | undefined {
    const member = this.#byStore.get(store)
    return member && this.#isAlive(member) ? member : undefined
  }

  /** How long ago a worker was last heard of; `undefined`: not since the coordinator's start. */
  silentMs(peer: string): number | undefined {
    const lastSeenMs = this.#lastSeenMs.get(peer)
    return lastSeenMs === undefined ? undefined : this.#clock.now() - lastSeenMs
  }

  /** Resolves when `count` workers are alive, or after `waitMs`. */
  async settled(count: number, waitMs: number): Promise<void> {
    if (waitMs <= 0 || this.alive().length >= count) return
    const done = Promise.withResolvers<void>()
    const cancel = this.#clock.after(waitMs, done.resolve)
    const check = (): void => {
      if (this.alive().length >= count) done.resolve()
    }
    this.#waiting.add(check)
    await done.promise
    this.#waiting.delete(check)
    cancel()
  }

  #isAlive(member: Member): boolean {
    return member.leaseUntilMs > this.#clock.now()
  }
}
