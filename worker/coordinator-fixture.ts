import { cidFromBytes, cidToBytes } from '../shared/cid.ts'
import type { Clock } from '../shared/clock/clock.ts'
import { sleep } from '../shared/clock/sleep.ts'
import { HiroError } from '../shared/errors.ts'
import type { Identity } from '../shared/identity.ts'
import { fromHex } from '../shared/ids.ts'
import { GRANT_TTL_MS, PIECE_SIZE_BYTES_MAX } from '../shared/limits.ts'
import { callServing, serveCalls } from '../shared/protocol/calls/call-server.ts'
import type {
  HeartbeatRequest,
  JoinRequest,
  Removal,
  RemovalOutcome,
} from '../shared/protocol/membership/membership.js'
import { MEMBERSHIP, type MembershipHandlers } from '../shared/protocol/membership/protocol.ts'
import type { Grant, Pass } from '../shared/protocol/token/token.js'
import { signGrant, signPass } from '../shared/protocol/token/tokens.ts'
import type { Random } from '../shared/random/random.ts'
import { channelHandler } from '../shared/transport/channel.ts'
import type { PeerAddress, Transport } from '../shared/transport/transport.ts'

/** Of all workers. */
export const VOUCHER_KEY = new Uint8Array(32).fill(7)
export const HEARTBEAT_MS = 1_000
const LEASE_MS = 5_000

export interface ReceiptHeard {
  readonly peer: string
  readonly cid: string
  readonly revision: number
}

/** As much of a coordinator as a worker can see: it takes everyone who has the secret, notes what it hears, and does what the test tells it to. */
export class FakeCoordinator {
  readonly identity: Identity
  readonly swarm: string
  readonly secret: Uint8Array
  epoch = 1
  epochId: Uint8Array = new Uint8Array(16)
  /** What else each answer throws: a fault of the coordinator. */
  fault: ((call: keyof MembershipHandlers, peer: string) => Promise<void>) | undefined
  readonly joins: (JoinRequest & { peer: string })[] = []
  readonly heartbeats: (HeartbeatRequest & { peer: string })[] = []
  /** CIDs to be told to whoever asks for tasks next. */
  readonly checks: string[] = []
  readonly badCopies: string[] = []
  /** What is left of these may go. */
  readonly releases = new Set<string>()
  readonly receipts: ReceiptHeard[] = []
  readonly receiptCalls: number[] = []
  readonly outcomes: RemovalOutcome[] = []
  readonly left: string[] = []
  /** What it answers to an inventory: that all is as it thinks. */
  inventory: MembershipHandlers['inventory'] = async () => ({ differing: [], unknown: [], missing: [] })
  /** Told with each answer until their outcome comes. */
  readonly removals: { peer: string; cid: string; revision: number }[] = []
  readonly #clock: Clock
  readonly #random: Random

  constructor(ports: { clock: Clock; random: Random; identity: Identity }) {
    this.#clock = ports.clock
    this.#random = ports.random
    this.identity = ports.identity
    this.swarm = Buffer.from(ports.random.bytes(16)).toString('hex')
    this.secret = ports.random.bytes(24)
  }

  serve(transport: Transport): void {
    transport.handle(
      MEMBERSHIP.id,
      channelHandler(async (channel) => {
        const serving = callServing(this.#clock, (error) => {
          throw error
        })
        await serveCalls(channel, MEMBERSHIP, this.#handlersFor(channel.remotePeer), serving, { admitted: () => true })
      }),
    )
  }

  pass(peer: string, role: 'client' | 'worker', changes: Partial<Pass> = {}): Uint8Array {
    const expiresAtMs = this.#clock.now() + 24 * 60 * 60_000
    return signPass(this.identity, {
      swarm: fromHex(this.swarm),
      epoch: this.epoch,
      peer,
      role,
      expiresAtMs,
      ...changes,
    })
  }

  grant(peer: string, workers: readonly PeerAddress[], changes: Partial<Grant> = {}): Uint8Array {
    return signGrant(this.identity, {
      swarm: fromHex(this.swarm),
      epoch: this.epoch,
      peer,
      revision: 7,
      id: this.#random.bytes(16),
      workers: workers.map(({ id, addresses }) => ({ peer: id, addresses: [...addresses] })),
      pieceBytesMax: PIECE_SIZE_BYTES_MAX,
      bytesMax: 64 * PIECE_SIZE_BYTES_MAX,
      ttlMs: GRANT_TTL_MS,
      ...changes,
    })
  }

  receiptsOf(cid: string): string[] {
    return [...new Set(this.receipts.filter((receipt) => receipt.cid === cid).map(({ peer }) => peer))].toSorted()
  }

  #handlersFor(peer: string): MembershipHandlers {
    const heard = async (call: keyof MembershipHandlers): Promise<void> => await this.fault?.(call, peer)
    return {
      join: async (body) => {
        await heard('join')
        if (Buffer.compare(body.secret, this.secret) !== 0) throw new HiroError('refused', 'not the secret')
        this.joins.push({ ...body, peer })
        const swarm = fromHex(this.swarm)
        const pass = this.pass(peer, 'worker')
        return {
          pass,
          swarm,
          epoch: this.epoch,
          epochId: this.epochId,
          heartbeatMs: HEARTBEAT_MS,
          leaseMs: LEASE_MS,
          nowMs: this.#clock.now(),
          voucherKey: VOUCHER_KEY,
        }
      },
      heartbeat: async (body) => {
        await heard('heartbeat')
        this.heartbeats.push({ ...body, peer })
        return { nowMs: this.#clock.now(), pass: this.pass(peer, 'worker') }
      },
      receipts: async ({ receipts }) => {
        this.receiptCalls.push(receipts.length)
        await heard('receipts')
        for (const { cid, revision } of receipts) this.receipts.push({ peer, cid: cidFromBytes(cid), revision })
        return {}
      },
      tasks: async ({ waitMs }, signal) => {
        await sleep(this.#clock, waitMs, signal)
        return { tasks: [], checks: this.checks.splice(0).map(cidToBytes) }
      },
      badCopies: async ({ cids }) => {
        await heard('badCopies')
        this.badCopies.push(...cids.map(cidFromBytes))
        return { released: cids.filter((cid) => this.releases.has(cidFromBytes(cid))) }
      },
      removals: async ({ outcomes, waitMs }, signal) => {
        await heard('removals')
        for (const outcome of outcomes) this.#ended(peer, outcome)
        if (this.#dueFor(peer).length === 0) await sleep(this.#clock, Math.min(waitMs, 200), signal)
        return { removals: this.#dueFor(peer) }
      },
      inventory: async (body, signal) => {
        await heard('inventory')
        return await this.inventory(body, signal)
      },
      leave: async () => {
        this.left.push(peer)
        return {}
      },
    }
  }

  #ended(peer: string, outcome: RemovalOutcome): void {
    const cid = cidFromBytes(outcome.cid)
    const at = this.removals.findIndex((due) => due.peer === peer && due.cid === cid)
    if (at < 0) return
    this.removals.splice(at, 1)
    this.outcomes.push(outcome)
  }

  #dueFor(peer: string): Removal[] {
    const due = this.removals.filter((removal) => removal.peer === peer)
    return due.map(({ cid, revision }) => ({ cid: cidToBytes(cid), revision }))
  }
}
