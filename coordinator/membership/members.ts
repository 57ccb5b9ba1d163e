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
  /** What it vouches with (shared/voucher.ts). */
  readonly voucherKey: Uint8Array
  space: Space
  /** To be emptied: it is read from, and gets nothing new. */
  draining: boolean
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
  readonly #goodbyes = new Set<string>()
  /** Grows whenever one comes or goes. */
  #changes = 0
  readonly #waiting = new Set<() => void>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get changes(): number {
    return this.#changes
  }

  /** A peer that joins again takes the place of its older stream. */
  join(member: Omit<Member, 'leaseUntilMs'>): Member {
    const joined = { ...member, leaseUntilMs: this.#clock.now() + WORKER_LEASE_MS }
    const before = this.#byPeer.get(member.peer)
    if (before) this.leave(before)
    this.#byPeer.set(member.peer, joined)
    this.#byStore.set(member.store, joined)
    this.#goodbyes.delete(member.peer)
    this.#lastSeenMs.set(member.peer, this.#clock.now())
    this.#changes++
    for (const wake of this.#waiting) wake()
    return joined
  }

  heartbeat(member: Member, space: Space): void {
    member.space = space
    member.leaseUntilMs = this.#clock.now() + WORKER_LEASE_MS
    this.#lastSeenMs.set(member.peer, this.#clock.now())
  }

  /** An announced stop. */
  goodbye(member: Member): void {
    this.#goodbyes.add(member.peer)
    this.leave(member)
  }

  /** Whether its stop, since which it was not heard of, was announced to this coordinator. */
  saidGoodbye(peer: string): boolean {
    return this.#goodbyes.has(peer)
  }

  /** Of an older stream of the peer it does nothing. */
  leave(member: Member): void {
    this.#changes++
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
