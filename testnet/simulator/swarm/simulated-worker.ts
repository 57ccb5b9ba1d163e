import { sleep } from '../../../shared/clock/sleep.ts'
import type { PeerAddress, Transport } from '../../../shared/transport/transport.ts'
import { observedDisk } from '../../../worker/store/disk/observed-disk.ts'
import { SimulatedDisk } from '../../../worker/store/disk/simulated-disk.ts'
import { openDiskPieceStore } from '../../../worker/store/disk-piece-store.ts'
import { MemoryPieceIndex } from '../../../worker/store/index/memory-piece-index.ts'
import type { PieceStore } from '../../../worker/store/piece-store.ts'
import { startWorker, type Worker } from '../../../worker/worker.ts'
import { describe } from '../story.ts'
import { type Life, SimulatedProcess, type World } from './simulated-process.ts'

export interface SimulatedWorkerOptions {
  readonly name: string
  readonly zone: string
  readonly skewMs: number
  readonly coordinator: PeerAddress
  readonly secret: Uint8Array
  readonly capacityBytes: number
  /** The longest that an operation, a sync and a commit of the index take. */
  readonly delays: { readonly operationMs: number; readonly syncMs: number }
  /** Its disk confirms what it did not write. */
  readonly lies: boolean
}

/** As in the worker's main. */
const STOP_TIMEOUT_MS = 2_000
const DISK_SIZE_BYTES = 2 ** 30

export class SimulatedWorker extends SimulatedProcess {
  readonly #options: SimulatedWorkerOptions
  #disk: SimulatedDisk
  #index: MemoryPieceIndex
  #disks = 0
  #store: PieceStore | undefined
  #worker: Worker | undefined
  #transport: Transport | undefined

  constructor(world: World, options: SimulatedWorkerOptions) {
    super(world, { name: options.name, skewMs: options.skewMs, listens: true })
    this.#options = options
    ;[this.#disk, this.#index] = this.#newDisk()
  }

  /** As it is now: for the judge, and for those who damage it. */
  get disk(): SimulatedDisk {
    return this.#disk
  }

  get index(): MemoryPieceIndex {
    return this.#index
  }

  /** `undefined`: it is down, or starting. */
  get store(): PieceStore | undefined {
    return this.up ? this.#store : undefined
  }

  /** Its disk dies; the next start begins with an empty one. */
  wipe(): void {
    this.crash()
    this.world.story.tell(this.name, 'loses its disk')
    ;[this.#disk, this.#index] = this.#newDisk()
  }

  protected override async begin(life: Life): Promise<void> {
    const { coordinator, secret, capacityBytes, zone, name } = this.#options
    this.#store = undefined
    const store = await openDiskPieceStore({
      disk: observedDisk(this.#disk, () => this.worked()),
      index: this.#index,
      clock: life.clock,
      capacityBytes,
      reserveBytes: 0,
    })
    this.#store = store
    this.#transport = life.join()
    const worker = startWorker(
      { ...life, store, transport: this.#transport },
      { coordinator, secret, capacityBytes, zone, name },
    )
    this.#worker = worker
    worker.failed.catch((error: unknown) => {
      if (!life.over) this.world.story.violated(`${name} gave up: ${describe(error)}`)
    })
    await worker.joined
  }

  protected override async end(life: Life): Promise<void> {
    if (this.#worker) await Promise.race([this.#worker.stop(), sleep(life.clock, STOP_TIMEOUT_MS)])
    await this.#transport?.stop()
    await this.#store?.close()
  }

  protected override lose(): void {
    this.#disk = this.#disk.crash()
    this.#index = this.#index.crash()
  }

  /** Disk and index do not die with the life of a process: what was asked of them takes its time, and has its effect or not by their own crash. */
  #newDisk(): [SimulatedDisk, MemoryPieceIndex] {
    const { name, delays, lies } = this.#options
    const clock = this.hardware
    const { story } = this.world
    const random = this.world.random.fork(`disk ${++this.#disks} of ${name}`)
    return [
      new SimulatedDisk({
        clock,
        random: random.fork('files'),
        capacityBytes: DISK_SIZE_BYTES,
        delays,
        lies,
        onLoss: (loss) => story.count(loss),
      }),
      new MemoryPieceIndex({
        clock,
        random: random.fork('index'),
        commitMs: delays.syncMs,
        onLoss: (commits) => story.count('index commits under way lost', commits),
      }),
    ]
  }
}
