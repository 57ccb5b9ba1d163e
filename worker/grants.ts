import type { Clock } from '../shared/clock/clock.ts'
import { HiroError } from '../shared/errors.ts'
import { toHex } from '../shared/ids.ts'
import type { Grant } from '../shared/protocol/token/token.js'
import { openGrant } from '../shared/protocol/token/tokens.ts'
import type { PeerAddress } from '../shared/transport/transport.ts'
import type { Membership } from './membership.ts'

/** What a put asks for; what of it the grant allows is checked here. */
export interface PutClaim {
  /** Who sends it. */
  readonly from: string
  readonly grant: Uint8Array
  readonly sizeBytes: number
  /** Peers it still has to travel to. */
  readonly forward: readonly string[]
}

export interface AllowedPut {
  readonly revision: number
  readonly forward: PeerAddress[]
}

interface SeenGrant {
  readonly untilMs: number
  bytesLeft: number
}

/** Grants that are remembered; the oldest are forgotten first. Larger: memory. Smaller: an old grant could be used afresh, for pieces that are then removed again. */
const GRANTS_SEEN_MAX = 10_000

/**
 * Who may put what here. A worker stores, and dials, only what a grant names. A grant's time runs by this worker's clock from when it was first
 * seen here, so that clocks need not agree.
 */
export class Grants {
  readonly #self: string
  readonly #clock: Clock
  readonly #seen = new Map<string, SeenGrant>()

  constructor(self: string, clock: Clock) {
    this.#self = self
    this.#clock = clock
  }

  /** Throws `refused`, saying what the grant does not allow. */
  check(membership: Membership, claim: PutClaim): AllowedPut {
    const grant = openGrant(membership.coordinator, claim.grant)
    const workers = new Map(grant.workers.map((worker) => [worker.peer, worker]))
    requireThat(toHex(grant.swarm) === membership.swarm, 'it is for another swarm')
    requireThat(grant.epoch >= membership.epoch, `it is of epoch ${grant.epoch}, the swarm is in ${membership.epoch}`)
    requireThat(workers.has(this.#self), 'it does not name this worker')
    requireThat(claim.from === grant.peer || workers.has(claim.from), 'it is for another peer')
    requireThat(claim.sizeBytes <= grant.pieceBytesMax, `it allows ${grant.pieceBytesMax} bytes for a piece`)
    const forward = claim.forward.map((peer) => {
      const worker = workers.get(peer)
      requireThat(worker !== undefined, `it does not name ${peer}, to forward to`)
      return { id: peer, addresses: worker?.addresses ?? [] }
    })
    const ways = new Set([this.#self, ...claim.forward])
    requireThat(ways.size === claim.forward.length + 1, 'a worker stands twice in the forwarding list')
    this.#spend(grant, claim.sizeBytes)
    return { revision: grant.revision, forward }
  }

  #spend(grant: Grant, sizeBytes: number): void {
    const id = toHex(grant.id)
    const now = this.#clock.now()
    const seen = this.#seen.get(id) ?? { untilMs: now + grant.ttlMs, bytesLeft: grant.bytesMax }
    requireThat(seen.untilMs > now, 'it has expired')
    requireThat(seen.bytesLeft >= sizeBytes, `its ${grant.bytesMax} bytes are used up`)
    seen.bytesLeft -= sizeBytes
    this.#seen.set(id, seen)
    if (this.#seen.size > GRANTS_SEEN_MAX) {
      const [oldest] = this.#seen.keys()
      if (oldest !== undefined) this.#seen.delete(oldest)
    }
  }
}

function requireThat(holds: boolean, why: string): void {
  if (!holds) throw new HiroError('refused', `the grant does not allow this: ${why}`)
}
