import type { Random } from '../../shared/random/random.ts'
import { MemoryEngine } from './memory-engine.ts'
import { OptimisticMetadataStore } from './optimistic-metadata-store.ts'

export interface MemoryMetadataOptions {
  /** 1 unless given. */
  readonly epoch?: number
  /** How long a commit takes to be durable; at once unless given. When it rejects, the commit fails with that error and nothing is changed. */
  readonly commitDelay?: () => Promise<void>
  /** Written keys to remember for finding conflicts, for tests. */
  readonly rememberedMax?: number
}

const atOnce = (): Promise<void> => Promise.resolve()

/** Keeps everything in memory, under the strictest engine's limits: for tests and the simulator. */
export class MemoryMetadataStore extends OptimisticMetadataStore {
  readonly #engine: MemoryEngine
  readonly #options: MemoryMetadataOptions

  constructor(options: MemoryMetadataOptions = {}, engine = new MemoryEngine(options.commitDelay ?? atOnce)) {
    super(engine, { epoch: options.epoch ?? 1, rememberedMax: options.rememberedMax })
    this.#engine = engine
    this.#options = options
  }

  /**
   * What a restart finds after the process was killed now: every commit that had resolved, and those under way up to a point that `random` chooses. This store is dead from
   * here on: reads throw `aborted`, commits under way never settle.
   */
  crash(random: Random, options: MemoryMetadataOptions = this.#options): MemoryMetadataStore {
    return new MemoryMetadataStore(options, this.#engine.crash(random, options.commitDelay ?? atOnce))
  }
}
