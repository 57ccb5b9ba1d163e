import { deriveKeys, type Keys } from '../../../client/seal/keys.ts'
import { SimulatedClock } from '../../../shared/clock/simulated-clock.ts'
import type { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { MemoryNetwork } from '../../../shared/transport/memory-network.ts'
import type { Plan } from '../plan.ts'
import { Storyteller } from '../story.ts'
import { SimulatedClient } from './simulated-client.ts'
import { SimulatedCoordinator } from './simulated-coordinator.ts'
import type { SimulatedProcess, World } from './simulated-process.ts'
import { SimulatedWorker } from './simulated-worker.ts'

const KEY_LENGTH_BYTES = 32
const CAPACITY_BYTES = 256 * 2 ** 20

export interface SwarmOptions {
  readonly everything: boolean
  /** The disks of workers confirm what they did not write: promises must break, or the judge is blind. */
  readonly lyingDisks: boolean
}

/** Coordinator, workers and clients of one swarm, with what they stand on. */
export class SimulatedSwarm implements World {
  readonly clock = new SimulatedClock()
  readonly random: SeededRandom
  readonly network: MemoryNetwork
  readonly story: Storyteller
  /** All clients share a vault. */
  readonly keys: Keys
  readonly coordinator: SimulatedCoordinator
  readonly workers: readonly SimulatedWorker[]
  readonly clients: SimulatedClient[]
  readonly #plan: Plan
  readonly #secret: Uint8Array

  constructor(random: SeededRandom, plan: Plan, options: SwarmOptions) {
    this.#plan = plan
    this.random = random
    this.story = new Storyteller(this.clock, options.everything)
    this.network = new MemoryNetwork({
      clock: this.clock,
      random: random.fork('network'),
      ...plan.network,
      onOvertaken: () => this.story.count('message overtaken by one of another stream'),
      onBroken: () => this.story.count('stream broken by the network'),
    })
    this.keys = deriveKeys(random.fork('vault').bytes(KEY_LENGTH_BYTES))
    this.#secret = random.fork('secret').bytes(KEY_LENGTH_BYTES)
    const { copies, copiesMin, trashMs } = plan
    const secret = this.#secret
    this.coordinator = new SimulatedCoordinator(this, { ...plan.coordinator, copies, copiesMin, trashMs, secret })
    const coordinator = this.coordinator.address
    this.workers = plan.workers.map((worker) => {
      return new SimulatedWorker(this, {
        ...worker,
        coordinator,
        secret,
        capacityBytes: CAPACITY_BYTES,
        lies: options.lyingDisks,
        delays: plan.disk,
      })
    })
    this.clients = plan.clients.map(({ name, skewMs }) => this.#newClient(name, skewMs))
  }

  get trashMs(): number {
    return this.#plan.trashMs
  }

  get processes(): SimulatedProcess[] {
    return [this.coordinator, ...this.workers, ...this.clients]
  }

  find(name: string): SimulatedProcess {
    const process = this.processes.find((process) => process.name === name)
    if (process === undefined) throw new RangeError(`no process ${name} in this swarm`)
    return process
  }

  worker(name: string): SimulatedWorker {
    const worker = this.workers.find((worker) => worker.name === name)
    if (worker === undefined) throw new RangeError(`no worker ${name} in this swarm`)
    return worker
  }

  /** One that was never there before: it knows nothing but the swarm's secret and the vault. */
  async addClient(name: string): Promise<SimulatedClient> {
    const client = this.#newClient(name, 0)
    this.clients.push(client)
    await client.start()
    return client
  }

  /** Starts whatever is not up; resolves when all serve. */
  async startAll(): Promise<void> {
    await Promise.all(this.processes.map(async (process) => await process.start()))
  }

  #newClient(name: string, skewMs: number): SimulatedClient {
    const { keys } = this
    const { chunkSizeBytes } = this.#plan
    const coordinator = this.coordinator.address
    return new SimulatedClient(this, { name, skewMs, coordinator, secret: this.#secret, keys, chunkSizeBytes })
  }
}
