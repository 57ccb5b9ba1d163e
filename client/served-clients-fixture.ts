import { memoryLog } from '../shared/log.ts'
import { collect } from './client-fixture.ts'
import { HiroClient } from './hiro-client.ts'
import { MemoryVersionMemory } from './seal/version-memory/memory.ts'
import { COORDINATOR, type Served, served } from './served-swarm-fixture.ts'

/** Clients of a scripted swarm, as applications have them, each with a memory of its own. */
export class ServedClients {
  readonly swarm: Served

  constructor(seed: string) {
    this.swarm = served(seed)
  }

  open(name: string): HiroClient {
    const { clock, network, random, ports } = this.swarm
    const own = { transport: network.join(name), clock, random: random.fork(name), log: memoryLog() }
    const { keys } = ports.namespace
    const settings = { coordinator: COORDINATOR, secret: Buffer.from('the secret'), keys, chunkSizeBytes: 1_000 }
    return new HiroClient(own, { ...settings, versions: new MemoryVersionMemory() })
  }

  async run<T>(work: Promise<T>): Promise<T> {
    return await this.swarm.clock.drive(work)
  }

  async contentOf(path: string, by: HiroClient): Promise<string> {
    return String(await this.run(collect(by.read(path))))
  }
}
