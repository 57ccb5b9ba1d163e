import { SimulatedClock } from '../shared/clock/simulated-clock.ts'
import { memoryLog } from '../shared/log.ts'
import { SeededRandom } from '../shared/random/seeded-random.ts'
import { Blocks } from './download/blocks.ts'
import { ReplicaChoice } from './download/choice-of-replica.ts'
import type { DownloadPorts } from './download/ports.ts'
import { Namespace } from './namespace/namespace.ts'
import { Tree } from './namespace/tree.ts'
import { ScriptedCoordinator } from './scripted-coordinator-fixture.ts'
import { ScriptedWorkers } from './scripted-workers-fixture.ts'
import { deriveKeys } from './seal/keys.ts'
import { MemoryVersionMemory } from './seal/version-memory/memory.ts'
import type { UploadPorts } from './upload/ports.ts'
import { KnownWorkers } from './workers/known-workers.ts'

export interface Scripted {
  readonly clock: SimulatedClock
  readonly random: SeededRandom
  readonly coordinator: ScriptedCoordinator
  readonly workers: ScriptedWorkers
  readonly tree: Tree
  readonly ports: UploadPorts & DownloadPorts
}

/** Everything that an upload or download works with, around a scripted coordinator and scripted workers. */
export function scripted(seed: string, workersCount = 5): Scripted {
  const clock = new SimulatedClock()
  const random = new SeededRandom(seed)
  const workers = new ScriptedWorkers(clock, workersCount)
  const coordinator = new ScriptedCoordinator(workers)
  const known = new KnownWorkers(clock)
  const namespace = new Namespace(coordinator, deriveKeys(random.fork('root key').bytes(32)), clock)
  const ports = {
    clock,
    random,
    coordinator,
    workers,
    known,
    namespace,
    choice: new ReplicaChoice(clock, known),
    blocks: new Blocks(),
    versions: new MemoryVersionMemory(),
    log: memoryLog(),
    patienceMs: 30_000,
  }
  return { clock, random, coordinator, workers, tree: new Tree(ports), ports }
}

export async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const slices: Uint8Array[] = []
  for await (const slice of source) slices.push(slice)
  return Buffer.concat(slices)
}
