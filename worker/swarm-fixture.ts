import { cidOf } from '../shared/cid.ts'
import type { ClockView } from '../shared/clock/simulated-clock.ts'
import { SimulatedClock } from '../shared/clock/simulated-clock.ts'
import { newIdentity } from '../shared/identity.ts'
import { memoryLog } from '../shared/log.ts'
import type { PutOutcome } from '../shared/protocol/piece/piece.js'
import { get, greet, type PieceBytes, put } from '../shared/protocol/piece/piece-client.ts'
import { PIECE_PROTOCOL_ID } from '../shared/protocol/piece/protocol.ts'
import { SeededRandom } from '../shared/random/seeded-random.ts'
import { Channel } from '../shared/transport/channel.ts'
import { MemoryNetwork } from '../shared/transport/memory-network.ts'
import type { PeerAddress, Transport } from '../shared/transport/transport.ts'
import { FakeCoordinator } from './coordinator-fixture.ts'
import { MemoryPieceStore } from './store/memory-piece-store.ts'
import type { PieceStore } from './store/piece-store.ts'
import { hooked, type StoreHooks } from './store-fixture.ts'
import { startWorker, type Worker, type WorkerSettings } from './worker.ts'

export interface Piece {
  readonly cid: string
  readonly bytes: Uint8Array
}

export interface TestWorker {
  readonly id: string
  readonly addresses: readonly string[]
  readonly store: PieceStore
  readonly worker: Worker
  readonly log: ReturnType<typeof memoryLog>
  readonly clock: ClockView
}

export interface AddWorker {
  /** The worker of this id again, or a new one. */
  id?: string
  store?: PieceStore
  capacityBytes?: number
  settings?: Partial<WorkerSettings>
  skewMs?: number
}

export interface PutChanges {
  grant?: Uint8Array
  sizeBytes?: number
  forward?: readonly string[]
  body?: Uint8Array | AsyncIterable<Uint8Array>
  onProgress?: () => void
}

/** Workers around a fake coordinator, in memory and on a simulated clock, with one client that a test speaks for. */
export class TestSwarm {
  readonly clock = new SimulatedClock()
  readonly random: SeededRandom
  readonly network: MemoryNetwork
  readonly coordinator: FakeCoordinator
  readonly client: Transport
  coordinatorTransport: Transport

  constructor(seed: string, bufferBytesMax = 256 * 1024) {
    this.random = new SeededRandom(seed)
    const { clock, random } = this
    this.network = new MemoryNetwork({ clock, random: random.fork('network'), bufferBytesMax })
    this.coordinator = new FakeCoordinator({ clock, random: random.fork('coordinator'), identity: newIdentity(random) })
    this.client = this.network.join(newIdentity(random).peerId)
    this.coordinatorTransport = this.startCoordinator()
  }

  startCoordinator(): Transport {
    this.coordinatorTransport = this.network.join(this.coordinator.identity.peerId, '/memory/coordinator')
    this.coordinator.serve(this.coordinatorTransport)
    return this.coordinatorTransport
  }

  start({ id = newIdentity(this.random).peerId, skewMs = 0, ...options }: AddWorker = {}): TestWorker {
    const capacityBytes = options.capacityBytes ?? 64 * 2 ** 20
    const store = options.store ?? new MemoryPieceStore({ random: this.random, capacityBytes })
    const clock = this.clock.view(skewMs)
    const log = memoryLog()
    const transport = this.network.join(id, `/memory/${id}`)
    const coordinator = { id: this.coordinator.identity.peerId, addresses: ['/memory/coordinator'] }
    const settings = { coordinator, secret: this.coordinator.secret, capacityBytes, zone: 'attic', name: id.slice(-6) }
    const worker = startWorker({ transport, store, clock, log }, { ...settings, ...options.settings })
    return { id, addresses: transport.addresses(), store, worker, log, clock }
  }

  /** A worker whose store does as the hooks say. */
  startHooked(hooks: StoreHooks): TestWorker {
    return this.start({
      store: hooked(new MemoryPieceStore({ random: this.random, capacityBytes: 64 * 2 ** 20 }), hooks),
    })
  }

  async joined(...workers: TestWorker[]): Promise<void> {
    await this.drive(Promise.all(workers.map(({ worker }) => worker.joined)))
  }

  async startAll(count: number, options: AddWorker = {}): Promise<TestWorker[]> {
    const workers = Array.from({ length: count }, () => this.start(options))
    await this.joined(...workers)
    return workers
  }

  /** Its process is gone from one moment to the next. */
  kill({ id, clock }: TestWorker): void {
    clock.stop()
    this.network.kill(id)
  }

  piece(sizeBytes: number, label = ''): Piece {
    const bytes = this.random.fork(`piece ${label}`).bytes(sizeBytes)
    return { cid: cidOf(bytes), bytes }
  }

  /** A stream to a worker on which the client, or another peer, has shown a pass. */
  async channel(to: PeerAddress, pass?: Uint8Array, from: Transport = this.client): Promise<Channel> {
    const channel = new Channel(await from.open(to, PIECE_PROTOCOL_ID, {}))
    await greet(channel, pass ?? this.coordinator.pass(from.self, 'client'))
    return channel
  }

  async put(chain: readonly PeerAddress[], piece: Piece, changes: PutChanges = {}): Promise<PutOutcome[]> {
    const [first] = chain
    if (first === undefined) throw new Error('a chain without workers')
    return await this.putOn(await this.channel(first), chain, piece, changes)
  }

  async putOn(
    channel: Channel,
    chain: readonly PeerAddress[],
    { cid, bytes }: Piece,
    { grant, sizeBytes = bytes.byteLength, forward, body = bytes, onProgress }: PutChanges = {},
  ): Promise<PutOutcome[]> {
    const order = {
      cid,
      sizeBytes,
      grant: grant ?? this.coordinator.grant(this.client.self, chain),
      forward: forward ?? chain.slice(1).map(({ id }) => id),
    }
    return await put(channel, order, body, { clock: this.clock, onProgress })
  }

  async get(from: PeerAddress, cid: string, offset = 0, lengthBytes = 0): Promise<PieceBytes & { bytes: Buffer }> {
    const found = await get(await this.channel(from), { cid, offset, lengthBytes }, { clock: this.clock })
    return { ...found, bytes: Buffer.concat(await Array.fromAsync(found.body)) }
  }

  async drive<T>(work: Promise<T>): Promise<T> {
    return await this.clock.drive(work, 10 * 60_000)
  }
}

/** Which of the workers have the piece, whole. */
export async function holders(workers: readonly TestWorker[], { cid, bytes }: Piece): Promise<boolean[]> {
  return await Promise.all(
    workers.map(async ({ store }) => {
      if ((await store.stat(cid)) === undefined) return false
      return Buffer.concat(await Array.fromAsync(store.read(cid))).equals(bytes)
    }),
  )
}

export function codes(outcomes: readonly PutOutcome[]): string[] {
  return outcomes.map(({ code }) => code)
}

export const SLICE_BYTES = 64 * 1024

/** The piece in slices, with something done before each. */
export async function* slices(piece: Piece, before: (index: number) => Promise<void>): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < piece.bytes.byteLength; at += SLICE_BYTES) {
    await before(at / SLICE_BYTES)
    yield piece.bytes.subarray(at, at + SLICE_BYTES)
  }
}

export async function usedBytes(workers: readonly TestWorker[]): Promise<number[]> {
  return await Promise.all(workers.map(async ({ store }) => (await store.usage()).usedBytes))
}
