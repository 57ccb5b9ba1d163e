import { pick } from '../../shared/random/choose.ts'
import type { SeededRandom } from '../../shared/random/seeded-random.ts'
import type { PartitionMode } from '../../shared/transport/memory-network.ts'

/** When something happens: at a time of the story, or when its process has begun so much more work (commits, disk operations, calls) after that. */
export interface When {
  readonly atMs: number
  readonly afterWork: number
}

export type Fault =
  | { readonly kind: 'crash' | 'stop' | 'wipe'; readonly who: string; readonly when: When; readonly downMs: number }
  /** All but one of those who hold some piece lose their power at once. */
  | { readonly kind: 'crash-holders'; readonly when: When; readonly downMs: number }
  | {
      readonly kind: 'partition'
      readonly between: readonly [string, string]
      readonly mode: PartitionMode
      readonly when: When
      readonly forMs: number
    }
  /** As when a machine's line goes dead: it reaches nobody, and nobody reaches it. */
  | {
      readonly kind: 'isolate'
      readonly who: string
      readonly mode: PartitionMode
      readonly when: When
      readonly forMs: number
    }
  /** One bit of a piece flips where it lies. */
  | { readonly kind: 'rot'; readonly who: string; readonly when: When }
  /** Stands still, as by SIGSTOP; or the disk of a worker is full. */
  | { readonly kind: 'pause' | 'full-disk'; readonly who: string; readonly when: When; readonly forMs: number }
  /** The coordinator's disk is full, or one bit of a row flips there until it is restored. */
  | { readonly kind: 'full-metadata' | 'rot-metadata'; readonly when: When; readonly forMs: number }

export interface ProcessPlan {
  readonly name: string
  readonly skewMs: number
}

/** What a seed decides before the story begins; the rest is decided as it goes, by forks of the same seed. */
export interface Plan {
  readonly copies: number
  readonly copiesMin: number
  readonly chunkSizeBytes: number
  /** How long what was removed can be restored: not at all, until it is collected under everyone's eyes, or longer than the story. */
  readonly trashMs: number
  /** Some files have more pieces than a group holds. */
  readonly manyPieces: boolean
  readonly coordinator: ProcessPlan & { readonly commitMs: number }
  readonly workers: readonly (ProcessPlan & { readonly zone: string })[]
  readonly clients: readonly (ProcessPlan & { readonly hands: number })[]
  readonly operationsPerHand: number
  readonly restMs: number
  readonly abortOneIn: number
  readonly network: {
    readonly delayMs: readonly [number, number]
    readonly breakOneIn: number
    readonly lateOneIn: number
    readonly lateMsMax: number
  }
  readonly disk: { readonly operationMs: number; readonly syncMs: number }
  readonly faults: readonly Fault[]
}

const HOUR_MS = 3_600_000
const TRASH_SHORT_MS = 8_000
const TRASH_LONG_MS = 3 * HOUR_MS
/** So that a file of several groups is no large file. */
const TINY_CHUNK_BYTES = 64

export function makePlan(random: SeededRandom): Plan {
  const shape = random.fork('shape')
  const copies = 1 + shape.below(3)
  const copiesMin = 1 + shape.below(Math.min(copies, 2))
  const workers = Array.from(
    { length: Math.max(copies, 3) + shape.below(4 - Math.max(0, copies - 3)) },
    (_, at) => at + 1,
  )
  const zones = 1 + shape.below(3)
  const skewMs = (): number => (shape.below(2) === 0 ? 0 : shape.below(2 * HOUR_MS) - HOUR_MS)
  const manyPieces = shape.below(24) === 0
  const clients = Array.from({ length: 1 + shape.below(3) }, (_, at) => at + 1)
  const plan = {
    copies,
    copiesMin,
    chunkSizeBytes: manyPieces ? TINY_CHUNK_BYTES : pick(shape, [8_192, 65_536, 98_304, 98_304, 163_840]),
    trashMs: pick(random.fork('trash'), [0, TRASH_SHORT_MS, TRASH_LONG_MS, TRASH_LONG_MS]),
    manyPieces,
    coordinator: { name: 'coordinator', skewMs: skewMs(), commitMs: pick(shape, [0, 2, 10, 40, 150]) },
    workers: workers.map((n) => ({ name: `worker-${n}`, skewMs: skewMs(), zone: `zone-${shape.below(zones) + 1}` })),
    clients: clients.map((n) => ({ name: `client-${n}`, skewMs: skewMs(), hands: 1 + shape.below(3) })),
    operationsPerHand: 6 + shape.below(10),
    restMs: pick(shape, [100, 600, 2_000]),
    abortOneIn: pick(shape, [0, 0, 8]),
    network: {
      delayMs: pick(shape, [
        [0, 2],
        [0, 2],
        [1, 30],
        [5, 200],
      ] as const),
      breakOneIn: pick(shape, [0, 0, 1_000, 200]),
      lateOneIn: pick(shape, [0, 0, 100, 20]),
      lateMsMax: pick(shape, [200, 1_500]),
    },
    disk: pick(shape, [
      { operationMs: 0, syncMs: 0 },
      { operationMs: 1, syncMs: 8 },
      { operationMs: 2, syncMs: 60 },
      { operationMs: 4, syncMs: 250 },
    ]),
  }
  return { ...plan, faults: chooseFaults(random.fork('faults'), plan) }
}

/** A hiccup, and a machine that was put to sleep. */
const PAUSES_MS = [3_000, 10_000, 80_000]

function chooseFaults(random: SeededRandom, plan: Omit<Plan, 'faults'>): Fault[] {
  const { copies, copiesMin } = plan
  const names = (processes: readonly ProcessPlan[]): string[] => processes.map(({ name }) => name)
  const all = [plan.coordinator.name, ...names(plan.workers), ...names(plan.clients)]
  // While the hands are at work: about as long as their rests take.
  const withinMs = 500 + (plan.operationsPerHand * plan.restMs) / 2
  const when = (): When => ({ atMs: random.below(withinMs), afterWork: random.below(2) * random.below(40) })
  const downMs = (): number => pick(random, [50, 500, 3_000, 8_000, 15_000]) + random.below(500)
  const crash = (): Fault => {
    const who = pick(random, ['coordinator', pick(random, names(plan.workers)), pick(random, names(plan.clients))])
    return { kind: random.below(5) === 0 ? 'stop' : 'crash', who, when: when(), downMs: downMs() }
  }
  const parted = (): Fault => {
    const a = pick(random, all)
    const between = [
      a,
      pick(
        random,
        all.filter((name) => name !== a),
      ),
    ] as const
    const mode = pick(random, ['silent', 'reset'] as const)
    return { kind: 'partition', between, mode, when: when(), forMs: 200 + random.below(12_000) }
  }
  const faults: Fault[] = [{ ...crash(), kind: 'crash' } as Fault]
  for (let more = random.below(5); more > 0; more--) faults.push(crash())
  for (let more = random.below(5); more > 0; more--) faults.push(parted())
  for (let more = pick(random, [0, 0, 0, 1, 2]); more > 0; more--) {
    const mode = pick(random, ['silent', 'reset'] as const)
    faults.push({ kind: 'isolate', who: pick(random, all), mode, when: when(), forMs: 200 + random.below(12_000) })
  }
  if (copies > 1 && random.below(4) === 0) faults.push({ kind: 'crash-holders', when: when(), downMs: downMs() })
  const worker = (): string => pick(random, names(plan.workers))
  const forMs = (): number => 200 + random.below(6_000)
  if (random.below(6) === 0) faults.push({ kind: 'full-disk', who: worker(), when: when(), forMs: forMs() })
  if (random.below(6) === 0) faults.push({ kind: 'full-metadata', when: when(), forMs: forMs() })
  if (random.below(8) === 0) faults.push({ kind: 'rot-metadata', when: when(), forMs: forMs() })
  for (let more = pick(random, [0, 0, 1, 4]); more > 0; more--)
    faults.push({ kind: 'rot', who: worker(), when: when() })
  if (random.below(4) === 0) {
    faults.push({ kind: 'pause', who: pick(random, all), when: when(), forMs: pick(random, PAUSES_MS) })
  }
  // One disk may die where every file has two copies at least: nothing brings copies back yet.
  if (copiesMin > 1 && random.below(3) === 0) {
    faults.push({ kind: 'wipe', who: worker(), when: when(), downMs: downMs() })
  }
  return faults
}
