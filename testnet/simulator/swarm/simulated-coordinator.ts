import { type Coordinator, startCoordinator } from '../../../coordinator/coordinator.ts'
import type { MetadataStore } from '../../../coordinator/metadata/metadata-store.ts'
import { OptimisticMetadataStore } from '../../../coordinator/metadata/optimistic-metadata-store.ts'
import type { Transport } from '../../../shared/transport/transport.ts'
import { MetadataHistory } from './metadata-history.ts'
import { RecordedEngine } from './recorded-engine.ts'
import { type Life, SimulatedProcess, unlessOver, type World } from './simulated-process.ts'

export interface SimulatedCoordinatorOptions {
  readonly skewMs: number
  readonly commitMs: number
  readonly copies: number
  readonly copiesMin: number
  readonly trashMs: number
  readonly secret: Uint8Array
}

export class SimulatedCoordinator extends SimulatedProcess {
  readonly history = new MetadataHistory()
  readonly #options: SimulatedCoordinatorOptions
  #engine: RecordedEngine
  #coordinator: Coordinator | undefined
  #transport: Transport | undefined

  constructor(world: World, options: SimulatedCoordinatorOptions) {
    super(world, { name: 'coordinator', skewMs: options.skewMs, listens: true })
    this.#options = options
    const engine = {
      clock: this.hardware,
      skewMs: options.skewMs,
      random: world.random.fork('metadata disk'),
      commitMs: options.commitMs,
      onCommit: () => this.worked(),
      onLoss: (commits: number) => world.story.count('metadata commits under way lost', commits),
      onFull: () => world.story.count('metadata commits refused for want of room'),
    }
    this.#engine = new RecordedEngine(engine, this.history)
  }

  /** As it is now: for those who damage it. */
  get disk(): RecordedEngine {
    return this.#engine
  }

  protected override async begin(life: Life): Promise<void> {
    const { copies, copiesMin, trashMs, secret } = this.#options
    const store = mortal(life, new OptimisticMetadataStore(this.#engine, { epoch: 1 }))
    const transport = life.join()
    this.#transport = transport
    this.#coordinator = await startCoordinator(
      { ...life, identity: this.identity, store, transport },
      { copies, copiesMin, secret, trash: { keepMs: trashMs } },
    )
  }

  protected override async end(): Promise<void> {
    await this.#transport?.stop()
    await this.#coordinator?.stop()
  }

  protected override lose(): void {
    this.#engine = this.#engine.crash()
  }
}

/** A store that never answers once the process that uses it is over, where the memory engine would fail. */
function mortal(life: Life, store: MetadataStore): MetadataStore {
  return {
    get: (key) => unlessOver(life, store.get(key)),
    scan: (range) => unlessOver(life, store.scan(range)),
    transact: (body) => unlessOver(life, store.transact(body)),
    watch: (prefix, changed) => store.watch(prefix, (keys) => (life.over ? undefined : changed(keys))),
    close: () => store.close(),
  }
}
