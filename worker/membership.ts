import type { Clock } from '../shared/clock/clock.ts'

/** What a worker knows of its swarm since it joined. */
export interface Membership {
  /** Peer id: passes and grants are its word. */
  readonly coordinator: string
  /** Swarm id, hex. */
  readonly swarm: string
  readonly epoch: number
  /** What this worker vouches with for what it stored. */
  readonly voucherKey: Uint8Array
  /** The coordinator's clock, as its last answer lets it be reckoned: passes expire by it. */
  readonly coordinatorNowMs: number
}

/** Filled in by the link to the coordinator, anew with each join. */
export class JoinedMembership implements Membership {
  readonly coordinator: string
  readonly swarm: string
  readonly epoch: number
  readonly voucherKey: Uint8Array
  /** What this worker shows to other workers when it forwards. */
  pass: Uint8Array
  readonly #clock: Clock
  #aheadMs = 0

  constructor(
    clock: Clock,
    joined: Pick<Membership, 'coordinator' | 'swarm' | 'epoch' | 'voucherKey'> & { pass: Uint8Array; nowMs: number },
  ) {
    this.#clock = clock
    this.coordinator = joined.coordinator
    this.swarm = joined.swarm
    this.epoch = joined.epoch
    this.voucherKey = joined.voucherKey
    this.pass = joined.pass
    this.heard(joined.nowMs)
  }

  heard(coordinatorNowMs: number): void {
    this.#aheadMs = coordinatorNowMs - this.#clock.now()
  }

  get coordinatorNowMs(): number {
    return this.#clock.now() + this.#aheadMs
  }
}
