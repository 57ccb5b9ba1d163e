import type { HiroClient } from '../../../client/hiro-client.ts'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { makePlan } from '../plan.ts'
import { SimulatedSwarm } from '../swarm/simulated-swarm.ts'

const CHUNK_BYTES = 4096

/** A swarm in this process without faults: real coordinator, workers and clients on a simulated clock, network and disks. */
export class QuietSwarm {
  readonly swarm: SimulatedSwarm
  readonly #over = Promise.withResolvers<void>()

  constructor(seed: string, { trashMs = 3_600_000, chunkSizeBytes = CHUNK_BYTES } = {}) {
    const random = new SeededRandom(seed)
    const plan = makePlan(random.fork('plan'))
    const process = (name: string) => ({ name, skewMs: 0 })
    this.swarm = new SimulatedSwarm(
      random,
      {
        ...plan,
        copies: 3,
        copiesMin: 2,
        chunkSizeBytes,
        trashMs,
        coordinator: { ...process('coordinator'), commitMs: 1 },
        workers: [1, 2, 3, 4].map((n) => ({ ...process(`worker-${n}`), zone: '' })),
        clients: [1, 2].map((n) => ({ ...process(`client-${n}`), hands: 1 })),
        network: { delayMs: [0, 2], breakOneIn: 0, lateOneIn: 0, lateMsMax: 200 },
        disk: { operationMs: 0, syncMs: 1 },
        faults: [],
      },
      { everything: false, lyingDisks: false },
    )
  }

  /** Runs simulated time until `work` is done. */
  async run<T>(work: (one: HiroClient, other: HiroClient) => Promise<T>): Promise<T> {
    return await this.swarm.clock.drive(
      (async () => {
        await this.swarm.startAll()
        const [one, other] = await Promise.all(this.swarm.clients.map(async (client) => (await client.live()).library))
        if (one === undefined || other === undefined) throw new Error('no clients')
        return await work(one, other)
      })(),
      3_600_000,
    )
  }

  /** A client of it, while simulated time passes by itself, as fast as it can, until `end`. */
  async live(): Promise<HiroClient> {
    const up = this.swarm.startAll()
    void this.swarm.clock.drive(this.#over.promise, Number.MAX_SAFE_INTEGER)
    await up
    const [client] = this.swarm.clients
    if (client === undefined) throw new Error('no client')
    return (await client.live()).library
  }

  end(): void {
    this.#over.resolve()
  }

  /** Rows of the metadata, by prefix. */
  rows(prefix: string): string[] {
    return [...this.swarm.coordinator.history.state.keys()].filter((key) => key.startsWith(prefix))
  }
}
