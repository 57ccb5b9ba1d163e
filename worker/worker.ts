import type { Clock } from '../shared/clock/clock.ts'
import { withDeadline } from '../shared/clock/deadline.ts'
import { HiroError } from '../shared/errors.ts'
import type { Log } from '../shared/log.ts'
import { BACKUP } from '../shared/protocol/backup/protocol.ts'
import { PIECE_PROTOCOL_ID } from '../shared/protocol/piece/protocol.ts'
import { channelHandler } from '../shared/transport/channel.ts'
import { STREAMS_PER_PEER_MAX } from '../shared/transport/stream-limits.ts'
import { ChannelPool } from '../shared/transport/stream-pool.ts'
import type { Transport } from '../shared/transport/transport.ts'
import { FairTurns } from '../shared/work/fair-turns.ts'
import type { BackupShelf } from './backup/backup-shelf.ts'
import { backupServing, serveBackups } from './backup/serve-backups.ts'
import { BadCopies } from './bad-copies.ts'
import { CoordinatorLink, type LinkPorts, type LinkSettings } from './coordinator-link.ts'
import { type EpochMemory, MemoryEpochMemory } from './epoch-memory.ts'
import { Grants } from './grants.ts'
import { Inventories } from './inventories.ts'
import type { MembershipCalls } from './membership-calls.ts'
import { RequestGate } from './request-gate.ts'
import { type ScrubSettings, scrub } from './scrubber.ts'
import { servePieces } from './service.ts'
import { ShardsWorker } from './shards/shards-task.ts'
import { sparingLog } from './sparing-log.ts'
import type { PieceStore } from './store/piece-store.ts'
import { StoreHealth } from './store-health.ts'
import { doTasks } from './tasks.ts'
import { DelayedWakeup, Wakeup } from './wakeup.ts'

export interface WorkerPorts {
  readonly transport: Transport
  readonly store: PieceStore
  readonly clock: Clock
  readonly log: Log
  /** Absent: it is as good as its process. */
  readonly epochs?: EpochMemory
  /** Absent: no backups are kept here. */
  readonly backups?: BackupShelf
}

export interface Worker {
  /** Resolves with the first join; rejects when the coordinator refused it. */
  readonly joined: Promise<void>
  /** Never settles but with an error: the worker cannot go on. */
  readonly failed: Promise<never>
  /** Says goodbye, lets requests under way end, for two seconds at most, and ends its work; transport and store are the caller's to close. Idempotent. */
  stop(): Promise<void>
}

const POOL_IDLE_MS = 30_000
/** Memory of all requests served at once; more are refused as `busy`. Some fifty large puts, or a few hundred small ones. */
const REQUESTS_BYTES_MAX = 128 * 1024 * 1024
/** Alone, a peer is bounded by the memory for requests only. Among several, so many are begun at once: a few for each disk and core, and enough of them for one fsync to serve many. */
const REQUEST_TURNS = { aloneMax: STREAMS_PER_PEER_MAX, sharedMax: 64 }
/** Pieces at once to one other worker: more than are ever served, for one that waited for its turn would look like one that stalls. */
const STREAMS_PER_WORKER_MAX = 512
/** Receipts of pieces whose clients bring vouchers wait so long for others to go with them: who vanishes between put and commit delays them by it. */
const VOUCHED_RECEIPTS_MS = 250
/** The coordinator needs one, and whoever restores another. */
const BACKUP_STREAMS_PER_PEER_MAX = 8
/** What requests under way may still take after the worker was told to stop. */
const STOP_TIMEOUT_MS = 2_000

export interface WorkerSettings extends LinkSettings {
  readonly scrub?: ScrubSettings
}

const SCRUB_DEFAULT: ScrubSettings = { periodMs: 30 * 24 * 3_600_000, bytesPerSecondMax: 20 * 1024 * 1024 }

/** The worker on whatever engines it is given: real ones in main.ts, simulated ones in the simulator. */
export function startWorker(ports: WorkerPorts, settings: WorkerSettings): Worker {
  const { transport, clock, store } = ports
  const log = sparingLog(ports.log, clock)
  const receiptsDue = new Wakeup()
  const health = new StoreHealth({ store, clock, log })
  const pool = new ChannelPool(transport, PIECE_PROTOCOL_ID, {
    clock,
    idleMs: POOL_IDLE_MS,
    streamsPerPeerMax: STREAMS_PER_WORKER_MAX,
  })
  const pass = (): Uint8Array => {
    if (link.membership === undefined) throw new HiroError('unreachable', 'not joined yet')
    return link.membership.pass
  }
  const epochs = ports.epochs ?? new MemoryEpochMemory()
  const bad = new BadCopies(store, clock)
  const later = new DelayedWakeup(receiptsDue, clock, VOUCHED_RECEIPTS_MS)
  const stored = (vouched = false): void => (vouched ? later.wake() : receiptsDue.wake())
  const shards = new ShardsWorker({ store, pool, clock, pass, self: transport.self, stored: () => stored() })
  const whileJoined = [
    (calls: MembershipCalls, signal: AbortSignal) => doTasks({ store, pool, clock, pass, bad, shards }, calls, signal),
    (calls: MembershipCalls, signal: AbortSignal) => bad.tell(calls, signal),
  ]
  const compared = new Inventories({ store, clock, receiptsDue: () => receiptsDue.wake() })
  const inventories: LinkPorts['inventories'] = async (...session) => await compared.run(...session)
  const linkPorts = { ...ports, log, health, whileJoined, inventories, epochs }
  const link: CoordinatorLink = new CoordinatorLink(linkPorts, settings, receiptsDue)
  const gate = new RequestGate(REQUESTS_BYTES_MAX)
  const service = {
    gate,
    turns: new FairTurns({ clock, ...REQUEST_TURNS }),
    peers: transport,
    self: transport.self,
    store,
    health,
    grants: new Grants(transport.self, clock),
    pool,
    clock,
    log,
    membership: () => link.membership,
    pass,
    stored,
  }
  transport.handle(
    PIECE_PROTOCOL_ID,
    channelHandler(async (channel) => await servePieces(service, channel)),
  )
  if (ports.backups !== undefined) {
    const backups = backupServing({ clock, log, transport }, { shelf: ports.backups, epochs }, settings.coordinator.id)
    transport.handle(
      BACKUP.id,
      channelHandler(async (channel) => await serveBackups(backups, channel)),
      { streamsPerPeerMax: BACKUP_STREAMS_PER_PEER_MAX },
    )
  }
  const stopped = new AbortController()
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => {})
  const running = link.run(stopped.signal).catch((error: unknown) => failed.reject(error))
  const found = (): void => {
    receiptsDue.wake()
    bad.wake()
  }
  const scrubbing = scrub({ store, clock, log, found }, settings.scrub ?? SCRUB_DEFAULT, stopped.signal)
  health.gone.catch((error: unknown) => failed.reject(error))
  return {
    joined: link.joined,
    failed: failed.promise,
    stop: async () => {
      const served = gate.close()
      await link.leave()
      await withDeadline(clock, STOP_TIMEOUT_MS, undefined, () => served, 'requests under way').catch(() => {})
      stopped.abort()
      await Promise.all([running, scrubbing])
      pool.close()
    },
  }
}
