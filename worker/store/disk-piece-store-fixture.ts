import assert from 'node:assert/strict'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import { type ErrorCode, HiroError } from '../../shared/errors.ts'
import type { Disk } from './disk/disk.ts'
import { type DiskOperation, observedDisk } from './disk/observed-disk.ts'
import { openDiskPieceStore } from './disk-piece-store.ts'
import type { PieceIndex } from './index/piece-index.ts'
import type { PieceStore } from './piece-store.ts'

/** What a disk piece store stands on. */
export interface Ground {
  readonly disk: Disk
  /** Opens the index of this ground; again after it was closed. */
  openIndex(): Promise<PieceIndex>
  remove(): Promise<void>
}

/** A new disk piece store for every test, whose disk counts, fails on demand and can be damaged. */
export class DiskPieceStoreFixture {
  readonly #makeGround: () => Promise<Ground>
  readonly #counts = new Map<DiskOperation, number>()
  #ground: Ground | undefined
  #store: PieceStore | undefined
  /** Operations that fail from now on, and how. */
  readonly failing = new Map<DiskOperation | 'commit', ErrorCode>()

  constructor(makeGround: () => Promise<Ground>) {
    this.#makeGround = makeGround
    beforeEach(async () => {
      this.failing.clear()
      this.#ground = await this.#makeGround()
      await this.open()
    })
    afterEach(async () => {
      await this.store.close()
      await this.#ground?.remove()
    })
  }

  get store(): PieceStore {
    assert(this.#store)
    return this.#store
  }

  /** The disk itself, for looking at and damaging what is there. */
  get disk(): Disk {
    assert(this.#ground)
    return this.#ground.disk
  }

  async open(limits: { capacityBytes?: number; reserveBytes?: number } = {}): Promise<PieceStore> {
    assert(this.#ground)
    const disk = observedDisk(this.disk, (operation) => {
      this.#counts.set(operation, this.count(operation) + 1)
      this.#failIfTold(operation)
    })
    const index = await this.#ground.openIndex()
    const commit = index.commit.bind(index)
    index.commit = async (changes) => {
      this.#failIfTold('commit')
      await commit(changes)
    }
    const options = { disk, index, clock: new SimulatedClock(), capacityBytes: 50_000_000, reserveBytes: 0, ...limits }
    try {
      this.#store = await openDiskPieceStore(options)
    } catch (error) {
      await index.close()
      throw error
    }
    return this.#store
  }

  #failIfTold(operation: DiskOperation | 'commit'): void {
    const code = this.failing.get(operation)
    if (code) throw new HiroError(code, `${operation} fails by order of the test`)
  }

  async reopen(limits: { capacityBytes?: number; reserveBytes?: number } = {}): Promise<PieceStore> {
    await this.store.close()
    return await this.open(limits)
  }

  /** How often the store did this since `resetCounts`. */
  count(operation: DiskOperation): number {
    return this.#counts.get(operation) ?? 0
  }

  resetCounts(): void {
    this.#counts.clear()
  }

  /** Paths of all files below `pieces/`, in order. */
  async files(): Promise<string[]> {
    const folders = (await this.disk.list('pieces')).filter((name) => name.length === 2)
    const files = await Promise.all(
      folders.map(async (folder) =>
        (await this.disk.list(`pieces/${folder}`)).map((name) => `pieces/${folder}/${name}`),
      ),
    )
    return files.flat().toSorted()
  }

  async content(path: string): Promise<Buffer> {
    const file = await this.disk.open(path)
    const bytes = await file.read(0, await file.sizeBytes())
    await file.close()
    return Buffer.from(bytes)
  }

  /** Puts other content in place of a file's, as decay or a meddler would. */
  async damage(path: string, change: (content: Buffer) => Buffer): Promise<void> {
    const content = change(await this.content(path))
    const file = await this.disk.create(path)
    await file.append([content])
    await file.close()
  }
}
