import type { ClientSettings } from '../../../client/client-settings.ts'
import { HiroClient } from '../../../client/hiro-client.ts'
import type { Keys } from '../../../client/seal/keys.ts'
import { MemoryVersionMemory } from '../../../client/seal/version-memory/memory.ts'
import type { Clock } from '../../../shared/clock/clock.ts'
import { HiroError } from '../../../shared/errors.ts'
import type { PeerAddress, Transport } from '../../../shared/transport/transport.ts'
import { type Life, SimulatedProcess, type World } from './simulated-process.ts'

export interface SimulatedClientOptions {
  readonly name: string
  readonly skewMs: number
  readonly coordinator: PeerAddress
  readonly secret: Uint8Array
  readonly keys: Keys
  readonly chunkSizeBytes: number
}

/** A client that is up: the library, and the clock of its process. */
export interface LiveClient {
  readonly library: HiroClient
  readonly clock: Clock
  /** Resolves when the process is over, however it ended. */
  readonly died: Promise<void>
}

export class SimulatedClient extends SimulatedProcess {
  readonly #options: SimulatedClientOptions
  /** As the file in its folder, it outlives the process. */
  readonly #versions = new MemoryVersionMemory()
  #pass: Uint8Array | undefined
  #live: LiveClient | undefined
  #transport: Transport | undefined
  #died = Promise.withResolvers<void>()
  #born = Promise.withResolvers<LiveClient>()

  constructor(world: World, options: SimulatedClientOptions) {
    super(world, { name: options.name, skewMs: options.skewMs, listens: false })
    this.#options = options
  }

  /** Waits until the process is up. */
  async live(): Promise<LiveClient> {
    const live = await this.#born.promise
    await this.awake()
    return live
  }

  /** The library, of a client that is up. */
  get library(): HiroClient {
    if (this.#live === undefined) throw new HiroError('internal', `${this.name} is not up`)
    return this.#live.library
  }

  /** Someone began an operation: what this process counts as work. */
  begun(): void {
    this.worked()
  }

  protected override async begin(life: Life): Promise<void> {
    const { coordinator, secret, keys, chunkSizeBytes } = this.#options
    const settings: ClientSettings = {
      coordinator,
      secret,
      keys,
      chunkSizeBytes,
      // Chunks here are tiny, so that files have many: with two at once a large one would take longer than anyone waits.
      downloadWindow: 4,
      versions: this.#versions,
      pass: this.#pass,
      onPass: (pass) => {
        this.#pass = pass
      },
    }
    this.#transport = life.join()
    const library = new HiroClient({ ...life, transport: this.#transport }, settings)
    this.#live = { library, clock: life.clock, died: this.#died.promise }
    this.#born.resolve(this.#live)
  }

  protected override async end(): Promise<void> {
    await this.#live?.library.close()
    await this.#transport?.stop()
  }

  protected override lose(): void {
    this.#died.resolve()
    this.#live = undefined
    this.#died = Promise.withResolvers()
    this.#born = Promise.withResolvers()
  }
}
