import { step } from '../../shared/steps.ts'
import type { Disk, NewFile } from './disk/disk.ts'

/** What is handed to the disk at once. Larger: fewer system calls; smaller: less memory per put (twice this: one append is under way while the next gathers). */
const APPEND_SIZE_BYTES = 1024 * 1024
/** Slices may be small; the list of them must not grow without end. */
const APPEND_BUFFERS_MAX = 1024

export interface PieceFileOptions {
  readonly disk: Disk
  /** Open, empty, under its temporary name. */
  readonly file: NewFile
  readonly temporaryPath: string
  readonly path: string
  /** Makes the names in the folder durable; shared with others who wait for it. */
  readonly syncFolder: () => Promise<void>
}

/** A piece on its way into a file. Buffers are passed on without copying. */
export class PieceFileWriter {
  readonly #options: PieceFileOptions
  #gathered: Uint8Array[] = []
  #gatheredBytes = 0
  #underWay: Promise<void> = Promise.resolve()
  #renamed = false

  constructor(options: PieceFileOptions) {
    this.#options = options
  }

  /** Resolves when there is room for more. Throws what an earlier append failed with. */
  async append(bytes: Uint8Array): Promise<void> {
    // Exactly so many at once, and the rest last: whole blocks of the disk.
    const room = APPEND_SIZE_BYTES - this.#gatheredBytes
    this.#gather(bytes.subarray(0, room))
    if (this.#gatheredBytes === APPEND_SIZE_BYTES || this.#gathered.length >= APPEND_BUFFERS_MAX) await this.#flush()
    if (bytes.byteLength > room) await this.append(bytes.subarray(room))
  }

  /**
   * The durable write, step by step; everything that a worker keeps in a file goes through here. Content before the name, or a power cut could leave the name of an
   * empty file; the name before the index, or it could leave a row without a file.
   */
  async makeDurable(): Promise<void> {
    const { disk, file, temporaryPath, path, syncFolder } = this.#options
    await this.#flush()
    await this.#underWay
    await file.sync()
    step('piece-synced')
    await file.close()
    await disk.rename(temporaryPath, path)
    this.#renamed = true
    step('piece-renamed')
    await syncFolder()
    step('piece-named')
  }

  /** Closes the file, and removes it unless it was renamed. Never throws: what is left behind now, the next start sweeps. */
  async release(): Promise<void> {
    const { disk, file, temporaryPath } = this.#options
    await this.#underWay.catch(() => {})
    await file.close()
    if (!this.#renamed) await disk.remove(temporaryPath).catch(() => {})
  }

  #gather(bytes: Uint8Array): void {
    this.#gathered.push(bytes)
    this.#gatheredBytes += bytes.byteLength
  }

  async #flush(): Promise<void> {
    const buffers = this.#gathered
    this.#gathered = []
    this.#gatheredBytes = 0
    await this.#underWay
    this.#underWay = this.#options.file.append(buffers)
    // Who waits for it next learns how it failed.
    this.#underWay.catch(() => {})
  }
}
