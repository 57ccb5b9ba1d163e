import type { Clock } from '../shared/clock/clock.ts'
import { HiroError } from '../shared/errors.ts'
import type { Identity } from '../shared/identity.ts'
import { fromHex, newId, toHex } from '../shared/ids.ts'
import { CALL_STREAMS_PER_PEER_MAX } from '../shared/limits.ts'
import type { Log } from '../shared/log.ts'
import { CONTROL } from '../shared/protocol/control/protocol.ts'
import { MEMBERSHIP } from '../shared/protocol/membership/protocol.ts'
import type { Random } from '../shared/random/random.ts'
import { epochOf } from '../shared/revision.ts'
import { channelHandler } from '../shared/transport/channel.ts'
import type { Transport } from '../shared/transport/transport.ts'
import { type BackupSettings, runBackups } from './backup/backups.ts'
import { openEpoch } from './backup/epoch.ts'
import { BackupProgress } from './backup/progress.ts'
import { ChangeWaits } from './changes/change-waits.ts'
import { runCollector } from './collector/collector.ts'
import { adoptOpenIntents } from './collector/expired-intents.ts'
import type { Context, RepairSettings, SwarmSettings, TrashSettings } from './context.ts'
import { LockState } from './locks/lock-state.ts'
import { adoptSessions } from './locks/session.ts'
import { Members } from './membership/members.ts'
import { keys } from './metadata/keys.ts'
import type { MetadataStore } from './metadata/metadata-store.ts'
import { SwarmRecord } from './metadata/records.js'
import { IntentLeases } from './operations/intent-leases.ts'
import { PieceWatch } from './operations/piece-watch.ts'
import { ReceiptsQueue } from './operations/receipts-queue.ts'
import { Reservations } from './placement/reservations.ts'
import { runRecounts } from './quotas/recount.ts'
import { Mailbox } from './repair/mailbox.ts'
import { runRepairs } from './repair/repairs.ts'
import { TaskBoard } from './repair/task-board.ts'
import { MemoryReserve } from './reserve/memory-reserve.ts'
import { Reserve, type ReservedSpace } from './reserve/reserve.ts'
import { serveControl } from './service/control-service.ts'
import { Edge } from './service/edge.ts'
import { serveMembership } from './service/membership-service.ts'
import { runReforms } from './shards/reforms.ts'
import { TrashGauge } from './trash/trash-gauge.ts'

/** Of everything in the metadata store. */
const METADATA_FORMAT = 1

const STREAMS = { streamsPerPeerMax: CALL_STREAMS_PER_PEER_MAX }

export interface CoordinatorPorts {
  readonly transport: Transport
  readonly store: MetadataStore
  readonly clock: Clock
  readonly random: Random
  readonly identity: Identity
  readonly log: Log
  /** None: nothing is ever full, as far as this coordinator knows. */
  readonly reserve?: ReservedSpace
}

export interface CoordinatorSettings extends Pick<SwarmSettings, 'copies' | 'copiesMin' | 'secret'> {
  readonly repair?: RepairSettings
  readonly trash?: TrashSettings
  /** Absent: none are made. */
  readonly backup?: BackupSettings
}

const NO_BACKUPS: BackupSettings = { intervalMs: 0, config: '' }

const REPAIR_DEFAULT: RepairSettings = {
  graceMs: 10 * 60_000,
  graceAnnouncedMs: 60 * 60_000,
  bytesPerSecondMax: 64 * 1024 * 1024,
}

const TRASH_DEFAULT: TrashSettings = { keepMs: 7 * 24 * 60 * 60_000 }

export interface Coordinator {
  readonly swarm: SwarmSettings
  /** Ends background work; store and transport are the caller's to close. */
  stop(): Promise<void>
}

/** The coordinator on whatever engines it is given: real ones in main.ts, simulated ones in the simulator. */
export async function startCoordinator(ports: CoordinatorPorts, settings: CoordinatorSettings): Promise<Coordinator> {
  const { transport } = ports
  const opening = openContext(ports, settings)
  const serving = opening.then((context) => ({
    context,
    edge: new Edge(context, transport),
    receipts: new ReceiptsQueue(context),
  }))
  serving.catch(() => {}) // told by `opening`
  // Before anything is waited for: who calls on a coordinator that is just starting has to wait, and not to hear that it does not speak the protocol.
  transport.handle(
    CONTROL.id,
    channelHandler(async (channel) => {
      const { context, edge } = await serving
      await serveControl(context, edge, channel)
    }),
    STREAMS,
  )
  transport.handle(
    MEMBERSHIP.id,
    channelHandler(async (channel) => {
      const { context, edge, receipts } = await serving
      await serveMembership(context, edge, receipts, channel)
    }),
    STREAMS,
  )
  const context = await opening
  const stopped = new AbortController()
  const background = [
    runCollector(context, stopped.signal),
    runRepairs(context, stopped.signal),
    runRecounts(context, stopped.signal),
    context.reserve.keep(stopped.signal),
    runReforms(context, stopped.signal),
    runBackups(context, transport, settings.backup ?? NO_BACKUPS, stopped.signal),
  ]
  return {
    swarm: context.swarm,
    stop: async () => {
      stopped.abort()
      await Promise.all(background)
      context.pieces.close()
      context.locks.close()
      context.changes.close()
    },
  }
}

async function openContext(ports: CoordinatorPorts, settings: CoordinatorSettings): Promise<Context> {
  const { store, clock } = ports
  const context: Context = {
    ...ports,
    swarm: { ...settings, ...(await openSwarm(ports)) },
    members: new Members(clock),
    reservations: new Reservations(),
    leases: new IntentLeases(clock),
    pieces: new PieceWatch(store, clock),
    locks: new LockState(store, clock),
    changes: new ChangeWaits(store, clock),
    repair: settings.repair ?? REPAIR_DEFAULT,
    board: new TaskBoard(clock, (settings.repair ?? REPAIR_DEFAULT).bytesPerSecondMax),
    mailbox: new Mailbox(clock),
    reserve: new Reserve(ports.reserve ?? new MemoryReserve(), ports),
    trash: settings.trash ?? TRASH_DEFAULT,
    trashGauge: new TrashGauge(store, clock),
    backups: new BackupProgress(settings.backup?.intervalMs ?? 0),
    startedAtMs: clock.now(),
  }
  await adoptOpenIntents(context)
  await adoptSessions(context)
  return context
}

/** The swarm's id is made with its metadata. */
async function openSwarm({ store, random }: CoordinatorPorts): Promise<{ id: string; epoch: number; epochId: string }> {
  const { value: id, revision } = await store.transact(async (tx) => {
    const row = await tx.get(keys.swarm)
    const record = row && SwarmRecord.decode(row)
    if (record && record.format !== METADATA_FORMAT) {
      throw new HiroError(
        'version-unknown',
        `these metadata have format ${record.format}; this Hiro knows ${METADATA_FORMAT}`,
      )
    }
    if (record) return toHex(record.id)
    const fresh = newId(random)
    tx.put(keys.swarm, SwarmRecord.encode({ id: fromHex(fresh), format: METADATA_FORMAT }))
    return fresh
  })
  const epoch = epochOf(revision)
  return { id, epoch, epochId: await openEpoch({ store, random }, epoch) }
}
