import type { Clock } from '../shared/clock/clock.ts'
import { sleep } from '../shared/clock/sleep.ts'
import { HiroError, hasCode, toHiroError } from '../shared/errors.ts'
import { fromHex, toHex } from '../shared/ids.ts'
import { HEARTBEAT_INTERVAL_MS, WORKER_LEASE_MS } from '../shared/limits.ts'
import type { Log } from '../shared/log.ts'
import { CallClient } from '../shared/protocol/calls/call-client.ts'
import { MEMBERSHIP } from '../shared/protocol/membership/protocol.ts'
import { Channel } from '../shared/transport/channel.ts'
import type { PeerAddress, Transport } from '../shared/transport/transport.ts'
import { WAIT_GROWTH } from '../shared/work/retry.ts'
import { LinkedController } from '../shared/work/signal.ts'
import { type Epoch, type EpochMemory, newerEpoch } from './epoch-memory.ts'
import { JoinedMembership } from './membership.ts'
import type { MembershipCalls } from './membership-calls.ts'
import { sendReceipts } from './receipts.ts'
import { obeyRemovals } from './removals.ts'
import type { PieceStore } from './store/piece-store.ts'
import type { StoreHealth } from './store-health.ts'
import type { Wakeup } from './wakeup.ts'

export interface LinkPorts {
  readonly transport: Transport
  readonly store: PieceStore
  readonly health: StoreHealth
  readonly epochs: EpochMemory
  readonly clock: Clock
  readonly log: Log
  /** What else goes on while this worker is joined; each ends by throwing. */
  readonly whileJoined: readonly ((calls: MembershipCalls, signal: AbortSignal) => Promise<never>)[]
  /** Compares what is here with what the coordinator thinks is, when that is due; ends by throwing. */
  inventories(calls: MembershipCalls, epoch: number, signal: AbortSignal): Promise<never>
}

export interface LinkSettings {
  readonly coordinator: PeerAddress
  readonly secret: Uint8Array
  readonly capacityBytes: number
  readonly zone: string
  readonly name: string
}

/** Between two tries to reach the coordinator: a quarter more with each failure, up to the most. Longer: back later after its restart, when adds wait for workers. Shorter: more noise while it is away. */
const RETRY_MS_MIN = 50
const RETRY_MS_MAX = 2_000
/** A dial that hangs is tried anew when this worker would be taken for dead anyway. */
const OPEN_TIMEOUT_MS = WORKER_LEASE_MS
/** Before receipts or removals that failed are tried again, the connection being well: doubled with each failure, up to the most. */
const AGAIN_MS_MIN = 500
const AGAIN_MS_MAX = 8_000
/** An answer to `leave` is not worth waiting for longer. */
const LEAVE_TIMEOUT_MS = 500

/**
 * A worker's one connection to its coordinator: joins, tells that it lives, hands in receipts, does removals, and joins again, forever, whenever it broke. This is
 * the only layer of a worker that retries.
 */
export class CoordinatorLink {
  readonly #ports: LinkPorts
  readonly #settings: LinkSettings
  readonly #receiptsDue: Wakeup
  #membership: JoinedMembership | undefined
  #calls: MembershipCalls | undefined
  /** This worker's own refusal, which the right coordinator may mend by being there again. */
  #refusal: unknown
  readonly #joined = Promise.withResolvers<void>()

  constructor(ports: LinkPorts, settings: LinkSettings, receiptsDue: Wakeup) {
    this.#ports = ports
    this.#settings = settings
    this.#receiptsDue = receiptsDue
    this.#joined.promise.catch(() => {})
  }

  /** What the last join gave; kept while the coordinator is away, so that pieces can still be read. */
  get membership(): JoinedMembership | undefined {
    return this.#membership
  }

  /** Resolves with the first join. Rejects when the coordinator refused it. */
  get joined(): Promise<void> {
    return this.#joined.promise
  }

  /**
   * Until `signal` is aborted. Rejects when the coordinator does not take this worker and never did: `refused`, or `bad-frame` or `usage` (a label that is too long, say).
   * Someone has to mend that; whatever comes later is tried again.
   */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, log } = this.#ports
    let delayMs = RETRY_MS_MIN
    while (!signal.aborted) {
      const before = this.#membership
      try {
        await this.#session(signal)
      } catch (cause) {
        if (signal.aborted) return
        const error = toHiroError(cause)
        const mine = this.#refusal !== undefined && error === this.#refusal
        if (!mine && hasCode(error, 'refused', 'bad-frame', 'usage') && this.#membership === undefined) {
          this.#joined.reject(error)
          throw error
        }
        if (this.#membership !== before) delayMs = RETRY_MS_MIN
        log.warn('no connection to the coordinator', { error, againInMs: delayMs })
      }
      await sleep(clock, delayMs, signal).catch(() => {})
      delayMs = Math.min(WAIT_GROWTH * delayMs, RETRY_MS_MAX)
    }
  }

  /** An announced stop, if there is anyone to tell. */
  async leave(): Promise<void> {
    await this.#calls?.call('leave', {}, { timeoutMs: LEAVE_TIMEOUT_MS }).catch(() => {})
  }

  /** From dialling to the end of the connection. Throws why it ended. */
  async #session(signal: AbortSignal): Promise<never> {
    const { transport, clock, store, log } = this.#ports
    const { coordinator } = this.#settings
    const options = { signal, timeoutMs: OPEN_TIMEOUT_MS }
    const stream = await transport.open(coordinator, MEMBERSHIP.id, options)
    const calls: MembershipCalls = new CallClient(new Channel(stream), MEMBERSHIP, clock)
    using session = new LinkedController(signal)
    try {
      const { membership, heartbeatMs, leaseMs } = await this.#join(calls, session.signal)
      this.#calls = calls
      log.info('joined', { coordinator: coordinator.id, swarm: membership.swarm, epoch: membership.epoch })
      this.#joined.resolve()
      const loops = [
        this.#beat(calls, membership, { heartbeatMs, leaseMs }, session.signal),
        this.#again(calls, session.signal, () => sendReceipts(store, calls, this.#receiptsDue, session.signal)),
        this.#again(calls, session.signal, () => obeyRemovals(store, calls, session.signal)),
        ...this.#ports.whileJoined.map((loop) => this.#again(calls, session.signal, () => loop(calls, session.signal))),
        this.#again(calls, session.signal, () => this.#ports.inventories(calls, membership.epoch, session.signal)),
      ]
      try {
        return await Promise.race(loops)
      } finally {
        // The first that fails ends the session; the others are waited for, so that two sessions never overlap.
        session.abort(new HiroError('unreachable', 'the session is over'))
        await Promise.allSettled(loops)
      }
    } finally {
      this.#calls = undefined
      calls.close()
    }
  }

  /** A disk or a coordinator that fails at one thing is no reason to be taken for dead: only a broken connection is. */
  async #again(calls: MembershipCalls, signal: AbortSignal, loop: () => Promise<never>): Promise<never> {
    const { clock, log } = this.#ports
    for (let delayMs = AGAIN_MS_MIN; ; delayMs = Math.min(2 * delayMs, AGAIN_MS_MAX)) {
      const beganMs = clock.now()
      try {
        return await loop()
      } catch (error) {
        if (calls.broken || signal.aborted) throw error
        log.warn('what the coordinator waits for failed', { error: toHiroError(error) })
      }
      if (clock.now() - beganMs > AGAIN_MS_MAX) delayMs = AGAIN_MS_MIN
      await sleep(clock, delayMs, signal)
    }
  }

  async #join(
    calls: MembershipCalls,
    signal: AbortSignal,
  ): Promise<{ membership: JoinedMembership; heartbeatMs: number; leaseMs: number }> {
    const { store, health, clock, transport, epochs } = this.#ports
    const { coordinator, secret, capacityBytes, zone, name } = this.#settings
    const body = {
      secret,
      store: fromHex(store.storeId),
      capacityBytes,
      zone,
      name,
      addresses: [...transport.addresses()],
      space: await health.space(),
    }
    const answer = await calls.call('join', body, { signal })
    const { pass, swarm, epoch, epochId, heartbeatMs, leaseMs, nowMs, voucherKey } = answer
    await this.#enterEpoch(epochs, { swarm: toHex(swarm), number: epoch, id: toHex(epochId) })
    const joined = { coordinator: coordinator.id, swarm: toHex(swarm), epoch, pass, nowMs, voucherKey }
    this.#membership = new JoinedMembership(clock, joined)
    // A field that a coordinator of another release leaves out is 0.
    return {
      membership: this.#membership,
      heartbeatMs: heartbeatMs || HEARTBEAT_INTERVAL_MS,
      leaseMs: leaseMs || WORKER_LEASE_MS,
    }
  }

  async #enterEpoch(epochs: EpochMemory, now: Epoch): Promise<void> {
    const seen = await epochs.get()
    try {
      const newer = newerEpoch(seen, now)
      if (seen?.number !== now.number || seen.id !== now.id) await epochs.set(newer)
    } catch (error) {
      this.#refusal = error
      throw error
    }
  }

  async #beat(
    calls: MembershipCalls,
    membership: JoinedMembership,
    { heartbeatMs, leaseMs }: { heartbeatMs: number; leaseMs: number },
    signal: AbortSignal,
  ): Promise<never> {
    const { health, clock } = this.#ports
    for (;;) {
      await sleep(clock, heartbeatMs, signal)
      const space = await health.space()
      const { nowMs, pass } = await calls.call('heartbeat', { space }, { signal, timeoutMs: leaseMs })
      membership.heard(nowMs)
      if (pass.byteLength > 0) membership.pass = pass
    }
  }
}
