import { HiroClient } from '../../client/hiro-client.ts'
import { deriveKeys } from '../../client/seal/keys.ts'
import { MemoryVersionMemory } from '../../client/seal/version-memory/memory.ts'
import { type Coordinator, startCoordinator } from '../../coordinator/coordinator.ts'
import type { MetadataStore } from '../../coordinator/metadata/metadata-store.ts'
import { type Identity, newIdentity } from '../../shared/identity.ts'
import { type Log, silentLog } from '../../shared/log.ts'
import type { SeededRandom } from '../../shared/random/seeded-random.ts'
import { MemoryNetwork } from '../../shared/transport/memory-network.ts'
import type { PeerAddress, Transport } from '../../shared/transport/transport.ts'
import type { PieceStore } from '../../worker/store/piece-store.ts'
import { startWorker, type Worker } from '../../worker/worker.ts'
import { promptClock } from './prompt-clock.ts'

const CAPACITY_BYTES = 2 ** 30

export interface OneProcessSwarmOptions {
  readonly random: SeededRandom
  readonly metadata: MetadataStore
  /** Of its workers, which are named worker-1 and so on. */
  readonly stores: readonly PieceStore[]
  readonly chunkSizeBytes?: number
  readonly log?: Log
}

/**
 * Coordinator, workers and a client as their mains build them, in this process over the network in memory, on the stores that are given and that someone is going to
 * damage. In real time: a disk may be real. The stores stay the caller's.
 */
export class OneProcessSwarm implements AsyncDisposable {
  readonly network: MemoryNetwork
  readonly coordinator: PeerAddress
  readonly workers: readonly PeerAddress[]
  readonly secret: Uint8Array
  readonly client: HiroClient
  readonly #parts: readonly [Coordinator, ...Worker[]]
  readonly #transports: readonly Transport[]

  private constructor(made: {
    network: MemoryNetwork
    secret: Uint8Array
    client: HiroClient
    parts: readonly [Coordinator, ...Worker[]]
    transports: readonly [Transport, ...Transport[]]
  }) {
    const [coordinator, ...workers] = made.transports
    this.network = made.network
    this.secret = made.secret
    this.client = made.client
    this.#parts = made.parts
    this.#transports = made.transports
    this.coordinator = addressOf(coordinator)
    this.workers = workers.slice(0, made.parts.length - 1).map(addressOf)
  }

  static async start(options: OneProcessSwarmOptions): Promise<OneProcessSwarm> {
    const { random, metadata: store, stores, chunkSizeBytes, log = silentLog } = options
    const clock = promptClock
    const network = new MemoryNetwork({ clock, random: random.fork('network'), delayMs: [0, 0] })
    const join = (name: string): { identity: Identity; transport: Transport } => {
      const identity = newIdentity(random.fork(`identity of ${name}`))
      return { identity, transport: network.join(identity.peerId, `/memory/${name}`) }
    }
    const secret = random.fork('secret').bytes(32)
    const copies = Math.min(3, stores.length)
    const { identity, transport } = join('coordinator')
    const coordinator = await startCoordinator(
      { transport, identity, store, clock, random: random.fork('coordinator'), log },
      { copies, copiesMin: Math.min(2, copies), secret },
    )
    const transports: [Transport, ...Transport[]] = [transport]
    const workers = stores.map((store, at) => {
      const name = `worker-${at + 1}`
      const joined = join(name)
      transports.push(joined.transport)
      const settings = { coordinator: addressOf(transport), secret, capacityBytes: CAPACITY_BYTES, zone: '', name }
      return startWorker({ transport: joined.transport, store, clock, log }, settings)
    })
    await Promise.all(workers.map(async ({ joined }) => await joined))
    const own = join('client')
    const client = new HiroClient(
      { transport: own.transport, clock, random: random.fork('client'), log },
      {
        coordinator: addressOf(transport),
        secret,
        keys: deriveKeys(random.fork('vault').bytes(32)),
        versions: new MemoryVersionMemory(),
        chunkSizeBytes,
      },
    )
    transports.push(own.transport)
    return new OneProcessSwarm({ network, secret, client, parts: [coordinator, ...workers], transports })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.close()
    const [coordinator, ...workers] = this.#parts
    await Promise.all(workers.map(async (worker) => await worker.stop()))
    await coordinator.stop()
    await Promise.all(this.#transports.map(async (transport) => await transport.stop()))
  }
}

function addressOf(transport: Transport): PeerAddress {
  return { id: transport.self, addresses: transport.addresses() }
}
