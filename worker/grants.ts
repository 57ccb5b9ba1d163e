import type { Clock } from '../shared/clock/clock.ts'
import { HiroError } from '../shared/errors.ts'
import { toHex } from '../shared/ids.ts'
import { PASS_TTL_MS } from '../shared/limits.ts'
import type { Grant } from '../shared/protocol/token/token.js'
import { openGrant } from '../shared/protocol/token/tokens.ts'
import type { PeerAddress } from '../shared/transport/transport.ts'
import type { Membership } from './membership.ts'
import type { Role } from './passes.ts'

/** What a put asks for; what of it the grant allows is checked here. */
export interface PutClaim {
  /** Who sends it, and what its pass says it is. */
  readonly from: string
  readonly role: Role
  readonly grant: Uint8Array
  readonly sizeBytes: number
  /** Peers it still has to travel to. */
  readonly forward: readonly string[]
}

export interface AllowedPut {
  readonly revision: number
  readonly forward: PeerAddress[]
  /** Nothing was stored after all: the bytes may be used again. To be called once. */
  giveBack(): void
}

interface SeenGrant {
  readonly untilMs: number
  bytesLeft: number
}

/** A grant is forgotten so long after it expired: what is forgotten is new again, and by then no pass of that time holds any more. */
const FORGET_AFTER_MS = PASS_TTL_MS
/**
 * Grants that are remembered, expired ones too, for what is forgotten is new again; the oldest go first. Larger: more memory, about 200 bytes each. Smaller: an old
 * grant could sooner be used afresh, for pieces that nobody wants any more and that the coordinator has removed again.
 */
const GRANTS_SEEN_MAX = 50_000
/** One is good for several pieces, which come soon after each other. */
const GRANTS_OPENED_MAX = 64

/**
 * Who may put what here. A worker stores, and dials, only what a grant names. A grant's time runs by this worker's clock from when it was first
 * seen here, so that clocks need not agree.
 */
export class Grants {
  readonly #self: string
  readonly #clock: Clock
  readonly #seenMax: number
  /** Those used last, by their bytes: checking a signature takes longer than all else. */
  readonly #opened = new Map<string, Grant>()
  /** By grant id, in the order in which they were first seen. */
  readonly #seen = new Map<string, SeenGrant>()

  constructor(self: string, clock: Clock, seenMax = GRANTS_SEEN_MAX) {
    this.#self = self
    this.#clock = clock
    this.#seenMax = seenMax
  }

  /** Throws `refused`, saying what the grant does not allow. */
  check(membership: Membership, claim: PutClaim): AllowedPut {
    const grant = this.#open(membership.coordinator, claim.grant)
    const workers = new Map(grant.workers.map((worker) => [worker.peer, worker]))
    requireThat(toHex(grant.swarm) === membership.swarm, 'it is for another swarm')
    requireThat(grant.epoch >= membership.epoch, `it is of epoch ${grant.epoch}, the swarm is in ${membership.epoch}`)
    requireThat(workers.has(this.#self), 'it does not name this worker')
    const passedOn = claim.role === 'worker' && workers.has(claim.from)
    requireThat(claim.from === grant.peer || passedOn, 'it is for another peer')
    requireThat(claim.sizeBytes <= grant.pieceBytesMax, `it allows ${grant.pieceBytesMax} bytes for a piece`)
    const forward = claim.forward.map((peer) => {
      const worker = workers.get(peer)
      requireThat(worker !== undefined, `it does not name ${peer}, to forward to`)
      return { id: peer, addresses: worker?.addresses ?? [] }
    })
    const way = [claim.from, this.#self, ...claim.forward]
    requireThat(new Set(way).size === way.length, 'the way of the piece comes to a peer twice')
    const seen = this.#spend(grant, claim.sizeBytes)
    const giveBack = (): void => {
      seen.bytesLeft += claim.sizeBytes
    }
    return { revision: grant.revision, forward, giveBack }
  }

  #open(coordinator: string, token: Uint8Array): Grant {
    const key = `${coordinator} ${Buffer.from(token.buffer, token.byteOffset, token.byteLength).toString('latin1')}`
    const known = this.#opened.get(key)
    if (known) return known
    const grant = openGrant(coordinator, token)
    if (this.#opened.size >= GRANTS_OPENED_MAX) this.#opened.clear()
    this.#opened.set(key, grant)
    return grant
  }

  #spend(grant: Grant, sizeBytes: number): SeenGrant {
    const id = toHex(grant.id)
    const now = this.#clock.now()
    const seen = this.#seen.get(id) ?? { untilMs: now + grant.ttlMs, bytesLeft: grant.bytesMax }
    this.#seen.set(id, seen)
    this.#forget(now)
    requireThat(seen.untilMs > now, 'it has expired')
    requireThat(seen.bytesLeft >= sizeBytes, `its ${grant.bytesMax} bytes are used up`)
    seen.bytesLeft -= sizeBytes
    return seen
  }

  #forget(now: number): void {
    for (const [id, { untilMs }] of this.#seen) {
      if (this.#seen.size <= this.#seenMax && untilMs + FORGET_AFTER_MS > now) return
      this.#seen.delete(id)
    }
  }

  /** How many grants are remembered. */
  get size(): number {
    return this.#seen.size
  }
}

function requireThat(holds: boolean, why: string): void {
  if (!holds) throw new HiroError('refused', `the grant does not allow this: ${why}`)
}
