import { createHash } from 'node:crypto'
import { cidOf } from '../../shared/cid.ts'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import { newIdentity } from '../../shared/identity.ts'
import { newId, ROOT_ID } from '../../shared/ids.ts'
import { silentLog } from '../../shared/log.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { VOUCHER_KEY_BYTES } from '../../shared/voucher.ts'
import { BackupProgress } from '../backup/progress.ts'
import { ChangeWaits } from '../changes/change-waits.ts'
import { collectDetachedFolders } from '../collector/detached-folders.ts'
import { expireIntents } from '../collector/expired-intents.ts'
import { expireTrash, purgeTrash } from '../collector/expired-trash.ts'
import { collectGarbage } from '../collector/garbage-versions.ts'
import { collectLostStores } from '../collector/lost-stores.ts'
import { siftPast } from '../collector/sift-past.ts'
import type { Context } from '../context.ts'
import type { Fence } from '../locks/fence.ts'
import { LockState } from '../locks/lock-state.ts'
import { type Member, Members } from '../membership/members.ts'
import { under } from '../metadata/keys.ts'
import { MemoryMetadataStore } from '../metadata/memory-metadata-store.ts'
import type { MetadataStore } from '../metadata/metadata-store.ts'
import { Reservations } from '../placement/reservations.ts'
import { Mailbox } from '../repair/mailbox.ts'
import { TaskBoard } from '../repair/task-board.ts'
import { MemoryReserve } from '../reserve/memory-reserve.ts'
import { Reserve } from '../reserve/reserve.ts'
import { TrashGauge } from '../trash/trash-gauge.ts'
import { type Committed, commit } from './commit.ts'
import type { PieceOfUpload } from './holders.ts'
import { IntentLeases } from './intent-leases.ts'
import { join } from './join.ts'
import { type OpenedIntent, openIntent } from './open-intent.ts'
import { PieceWatch } from './piece-watch.ts'
import { takeReceipts } from './take-receipts.ts'

export const CLIENT = 'client-1'
const PIECE_BYTES = 1000

/** A coordinator's operations on a memory store and a simulated clock, with workers that are only a name: what operations' specs stand on. */
export class TestSwarm {
  readonly clock: SimulatedClock
  readonly random = new SeededRandom('operations')
  readonly context: Context

  /** `trashMs`: how long what was removed can be restored; 0 for specs that are not about it. The store is one of memory unless given; with that of another, and its clock, this is a coordinator that was started again. */
  constructor({
    trashMs = 0,
    epoch = 1,
    clock = new SimulatedClock(),
    store = new MemoryMetadataStore({ epoch }),
  }: { trashMs?: number; epoch?: number; clock?: SimulatedClock; store?: MetadataStore } = {}) {
    this.clock = clock
    const { random } = this
    this.context = {
      swarm: { id: newId(random), epoch, epochId: newId(random), copies: 3, copiesMin: 2, secret: random.bytes(16) },
      store,
      clock,
      random,
      identity: newIdentity(random),
      members: new Members(clock),
      reservations: new Reservations(),
      leases: new IntentLeases(clock),
      pieces: new PieceWatch(store, clock),
      locks: new LockState(store, clock),
      changes: new ChangeWaits(store, clock),
      repair: { graceMs: 10 * 60_000, bytesPerSecondMax: 2 ** 30, graceAnnouncedMs: 60 * 60_000 },
      board: new TaskBoard(clock, 2 ** 30),
      mailbox: new Mailbox(clock),
      reserve: new Reserve(new MemoryReserve(), { clock, log: silentLog }),
      trash: { keepMs: trashMs },
      trashGauge: new TrashGauge(store, clock),
      backups: new BackupProgress(0),
      log: silentLog,
      startedAtMs: clock.now() - 60_000,
    }
  }

  async joinWorkers(count: number, freeBytes = 1e9): Promise<Member[]> {
    const workers: Member[] = []
    for (let n = 1; n <= count; n++) workers.push(await this.joinWorker(`worker-${n}`, { freeBytes }))
    return workers
  }

  async joinWorker(peer: string, { freeBytes = 1e9, store = storeOf(peer) } = {}): Promise<Member> {
    const space = { usedBytes: 0, freeBytes, pieces: 0 }
    const worker = { peer, store, name: peer, zone: '', addresses: [], capacityBytes: 1e9, space }
    return await join(this.context, { ...worker, voucherKey: this.random.bytes(VOUCHER_KEY_BYTES) })
  }

  async open(
    path: Partial<{
      name: string
      parent: string
      file: string
      upload: string
      replace: boolean
      replaces: boolean
      chunks: number
      pieceBytesMax: number
      sizeHintBytes: number
      fence: Fence
    }>,
  ): Promise<OpenedIntent> {
    return await openIntent(this.context, CLIENT, {
      upload: path.upload ?? newId(this.random),
      parent: path.parent ?? ROOT_ID,
      tag: tagOf(path.name ?? 'file'),
      file: path.file ?? newId(this.random),
      sealedName: new Uint8Array([1]),
      replace: path.replace ?? false,
      replaces: path.replaces ?? (path.replace === true && path.file !== undefined),
      copies: 0,
      copiesMin: 0,
      chunks: path.chunks ?? 1,
      pieceBytesMax: path.pieceBytesMax ?? PIECE_BYTES,
      sizeHintBytes: path.sizeHintBytes ?? 0,
      fence: path.fence,
    })
  }

  piece(text: string): { cid: string; sizeBytes: number } {
    return { cid: cidOf(Buffer.from(text)), sizeBytes: PIECE_BYTES }
  }

  async receipt(cid: string, revision: number, ...workers: Member[]): Promise<void> {
    const receipts = workers.map(({ peer, store }) => ({ peer, store, cid, sizeBytes: PIECE_BYTES, revision }))
    await takeReceipts(this.context, receipts)
  }

  /** Runs simulated time until the commit has answered. */
  async commit(version: number, pieces: PieceOfUpload[], degraded = false, logicalBytes?: number): Promise<Committed> {
    const lastGroup = { version, group: 0, sealed: new Uint8Array([2]), pieces, degraded }
    const record = { sealedHead: new Uint8Array([3]), sealedAttributes: new Uint8Array([4]) }
    const groups = pieces.length > 0 ? 1 : 0
    const wanted = { version, groups, ...record, logicalBytes, lastGroup: groups ? lastGroup : undefined }
    return await this.clock.drive(commit(this.context, CLIENT, wanted))
  }

  /** A published file of one piece on these workers. */
  async addFile(
    name: string,
    workers: Member[],
    options: { file?: string; replace?: boolean; parent?: string; logicalBytes?: number | undefined } = {},
  ): Promise<{ file: string; version: number; cid: string }> {
    const file = options.file ?? newId(this.random)
    const { version } = await this.open({ ...options, name, file })
    const piece = this.piece(`${name} ${version}`)
    await this.receipt(piece.cid, version, ...workers)
    const { result } = await this.commit(version, [piece], false, options.logicalBytes)
    if (result === undefined) throw new Error(`${name} was not published`)
    return { file, version, cid: piece.cid }
  }

  /** As the collector's rounds do, after any delay is over. */
  async collect(afterMs = 60_000): Promise<void> {
    const { signal } = new AbortController()
    await this.clock.advance(afterMs)
    await expireIntents(this.context)
    await expireTrash(this.context, signal)
    await purgeTrash(this.context, signal)
    await collectDetachedFolders(this.context, signal)
    await siftPast(this.context, signal)
    await this.clock.advance(afterMs)
    await collectGarbage(this.context, signal)
    await collectLostStores(this.context, signal)
  }

  async keysUnder(prefix: string): Promise<string[]> {
    return (await this.context.store.scan(under(prefix))).map(({ key }) => key)
  }
}

export function tagOf(name: string): string {
  return createHash('sha256').update(name).digest('hex')
}

export function storeOf(peer: string): string {
  return createHash('md5').update(peer).digest('hex')
}
