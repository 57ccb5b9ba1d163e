import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { MemoryMetadataStore } from '../../../coordinator/metadata/memory-metadata-store.ts'
import { PIECE_INLINE_BYTES_MAX } from '../../../shared/limits.ts'
import type { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { nodeDisk } from '../../../worker/store/disk/node-disk.ts'
import { openDiskPieceStore } from '../../../worker/store/disk-piece-store.ts'
import { SqlitePieceIndex } from '../../../worker/store/index/sqlite-piece-index.ts'
import { OneProcessSwarm } from '../one-process-swarm.ts'
import { promptClock } from '../prompt-clock.ts'
import { type Flip, FlippingStore } from './flipping-store.ts'

const PATH = '/file'
const CAPACITY_BYTES = 2 ** 27

/** What a reader was given of the file, and how it ended. */
export interface Reading {
  readonly bytes: Buffer
  readonly error: unknown
  /** Names of workers whose copies were called bad. */
  readonly bad: readonly string[]
}

/** A file of one piece, of which one worker has the one copy, on a real disk in `folder`. */
export class OneCopy implements AsyncDisposable {
  readonly content: Uint8Array
  /** As it was sealed. */
  readonly piece: Buffer
  readonly #folder: string
  readonly #cid: string
  readonly #store: FlippingStore
  readonly #swarm: OneProcessSwarm
  readonly #index: DatabaseSync

  private constructor(made: {
    folder: string
    content: Uint8Array
    cid: string
    piece: Buffer
    store: FlippingStore
    swarm: OneProcessSwarm
  }) {
    this.#folder = made.folder
    this.content = made.content
    this.piece = made.piece
    this.#cid = made.cid
    this.#store = made.store
    this.#swarm = made.swarm
    this.#index = new DatabaseSync(join(made.folder, 'index.db'))
    this.#index.exec('PRAGMA synchronous=OFF')
  }

  static async make(folder: string, chunkBytes: number, random: SeededRandom): Promise<OneCopy> {
    const index = await SqlitePieceIndex.open(join(folder, 'index.db'), random)
    const limits = { capacityBytes: CAPACITY_BYTES, reserveBytes: 0 }
    const disk = nodeDisk(folder)
    const store = new FlippingStore(await openDiskPieceStore({ disk, index, clock: promptClock, ...limits }))
    const metadata = new MemoryMetadataStore()
    const swarm = await OneProcessSwarm.start({ random, metadata, stores: [store], chunkSizeBytes: chunkBytes })
    const content = random.bytes(chunkBytes)
    await swarm.client.add(PATH, content)
    const [placed] = (await swarm.client.why(PATH)).pieces
    if (placed === undefined) throw new Error('a file without a piece')
    const piece = Buffer.concat(await Array.fromAsync(store.read(placed.cid)))
    return new OneCopy({ folder, content, cid: placed.cid, piece, store, swarm })
  }

  get inline(): boolean {
    return this.piece.byteLength <= PIECE_INLINE_BYTES_MAX
  }

  async read(): Promise<Reading> {
    const slices: Uint8Array[] = []
    const bad: string[] = []
    let error: unknown
    try {
      const onBadCopy = ({ worker }: { worker: string }): void => void bad.push(worker)
      for await (const slice of this.#swarm.client.read(PATH, { onBadCopy })) slices.push(slice)
    } catch (cause) {
      error = cause
    }
    return { bytes: Buffer.concat(slices), error, bad }
  }

  /** The store gives out another byte than it has. */
  async flippedAtPort<T>(flip: Flip, look: () => Promise<T>): Promise<T> {
    this.#store.flip = flip
    try {
      return await look()
    } finally {
      this.#store.flip = undefined
    }
  }

  /** Another byte lies on the disk: in the piece's file, or in its row of the index. */
  async flippedOnDisk<T>({ at, mask }: Flip, look: () => Promise<T>): Promise<T> {
    const before = this.piece.readUInt8(at)
    this.#write(at, before ^ mask)
    try {
      return await look()
    } finally {
      this.#write(at, before)
    }
  }

  #write(at: number, byte: number): void {
    if (this.inline) {
      const bytes = Buffer.from(this.piece)
      bytes.writeUInt8(byte, at)
      this.#index.prepare('UPDATE inline_bytes SET bytes = ? WHERE cid = ?').run(bytes, this.#cid)
      return
    }
    const file = openSync(join(this.#folder, 'pieces', this.#cid.slice(-2), this.#cid), 'r+')
    writeSync(file, Buffer.of(byte), 0, 1, at)
    closeSync(file)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#swarm[Symbol.asyncDispose]()
    this.#index.close()
    await this.#store.close()
  }
}
