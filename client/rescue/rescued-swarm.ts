import type { Clock } from '../../shared/clock/clock.ts'
import { silentLog } from '../../shared/log.ts'
import type { Random } from '../../shared/random/random.ts'
import { Blocks } from '../download/blocks.ts'
import { ReplicaChoice } from '../download/choice-of-replica.ts'
import { type ReadOptions, read } from '../download/download.ts'
import { type ReadSmallOptions, readSmall } from '../download/read-small.ts'
import type { FileEntry } from '../namespace/entry.ts'
import { Namespace } from '../namespace/namespace.ts'
import { Tree, type WorkOptions } from '../namespace/tree.ts'
import type { Keys } from '../seal/keys.ts'
import { MemoryVersionMemory } from '../seal/version-memory/memory.ts'
import { KnownWorkers } from '../workers/known-workers.ts'
import { FolderWorkers, type PieceFolder } from './folder-workers.ts'
import { RescuedCoordinator } from './rescued-coordinator.ts'
import type { Rows } from './rows.ts'

const WINDOW = 4

/** A swarm that is not there any more, as a reader sees it: its tree from the rows of a backup, its pieces from folders. What is given out is checked as everything is that a swarm gives. */
export class RescuedSwarm {
  readonly #coordinator: RescuedCoordinator
  readonly #tree: Tree
  readonly #ports: Parameters<typeof read>[0]

  constructor(
    { clock, random }: { readonly clock: Clock; readonly random: Random },
    from: { readonly keys: Keys; readonly rows: Rows; readonly folders: readonly PieceFolder[] },
  ) {
    const workers = new FolderWorkers(from.folders)
    const coordinator = new RescuedCoordinator(from.rows, from.keys, (cid) => workers.holders(cid))
    const known = new KnownWorkers(clock)
    const namespace = new Namespace(coordinator, from.keys, clock)
    this.#coordinator = coordinator
    this.#tree = new Tree({ coordinator, namespace, clock, random })
    this.#ports = {
      coordinator,
      workers,
      known,
      namespace,
      choice: new ReplicaChoice(clock, known),
      blocks: new Blocks(),
      versions: new MemoryVersionMemory(),
      clock,
      random,
      log: silentLog,
    }
  }

  /** Entries that the vault cannot open. */
  get unopened(): number {
    return this.#coordinator.unopened
  }

  read(path: string, options: ReadOptions = {}): AsyncGenerator<Uint8Array, void, undefined> {
    return read(this.#ports, path, options, WINDOW)
  }

  readSmall(entries: readonly FileEntry[], options: ReadSmallOptions = {}): ReturnType<typeof readSmall> {
    return readSmall(this.#ports, entries, options, WINDOW)
  }

  async stat(path: string, options?: WorkOptions) {
    return await this.#tree.stat(path, options)
  }

  list(path: string, options?: WorkOptions) {
    return this.#tree.list(path, options)
  }
}
