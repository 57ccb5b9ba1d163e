import { HiroError, hasCode } from '../shared/errors.ts'
import type { Disk } from './store/disk/disk.ts'
import { PieceFileWriter } from './store/piece-file-writer.ts'

/** A life of a swarm, as its coordinator tells of it. */
export interface Epoch {
  /** Swarm id, hex. */
  readonly swarm: string
  readonly number: number
  /** Random, hex: of two lives of one number only one is the swarm's. Empty: a coordinator of an older release. */
  readonly id: string
}

/** The newest epoch that this worker has seen, whatever process it was in: a coordinator that was given up for lost and is found again must not be believed. */
export interface EpochMemory {
  get(): Promise<Epoch | undefined>
  /** Durable when it resolves. */
  set(epoch: Epoch): Promise<void>
}

/** Throws `refused` for a coordinator that is of another swarm than what this store keeps, of an older life of it, or of another life of the same number; else what is to be remembered. */
export function newerEpoch(seen: Epoch | undefined, now: Epoch): Epoch {
  if (seen === undefined) return now
  if (seen.swarm !== now.swarm) {
    throw new HiroError('refused', `the coordinator is of another swarm than what is kept here: that of ${seen.swarm}`)
  }
  if (now.number > seen.number) return now
  if (now.number < seen.number) {
    throw new HiroError('refused', `the coordinator is in epoch ${now.number}, this worker has seen ${seen.number}`)
  }
  if (seen.id !== '' && now.id !== seen.id) {
    throw new HiroError('refused', `the coordinator is of another epoch ${now.number} than this worker has seen`)
  }
  return now
}

export class MemoryEpochMemory implements EpochMemory {
  #epoch: Epoch | undefined

  async get(): Promise<Epoch | undefined> {
    return this.#epoch
  }

  async set(epoch: Epoch): Promise<void> {
    this.#epoch = epoch
  }
}

const FOLDER = 'swarm'
const PATH = `${FOLDER}/epoch`
const LINE = /^hiro-epoch-1 ([0-9a-f]{32}) (\d+) ([0-9a-f]{32}|-)\n$/
const SIZE_BYTES_MAX = 1024

/** `swarm/epoch` in the worker's store: the text `hiro-epoch-1`, swarm id, number and id of the epoch (`-`: none), parted by spaces, and a newline. */
export class DiskEpochMemory implements EpochMemory {
  readonly #disk: Disk

  constructor(disk: Disk) {
    this.#disk = disk
  }

  /** Throws `integrity`, `io`. */
  async get(): Promise<Epoch | undefined> {
    try {
      const file = await this.#disk.open(PATH)
      try {
        const [, swarm = '', number, id = ''] = LINE.exec(String(Buffer.from(await file.read(0, SIZE_BYTES_MAX)))) ?? []
        if (number === undefined) throw new HiroError('integrity', `${PATH} in the store is damaged`)
        return { swarm, number: Number(number), id: id === '-' ? '' : id }
      } finally {
        await file.close()
      }
    } catch (error) {
      if (hasCode(error, 'not-found')) return undefined
      throw error
    }
  }

  async set({ swarm, number, id }: Epoch): Promise<void> {
    await this.#disk.makeFolder(FOLDER)
    const temporaryPath = `${PATH}.tmp`
    const file = await this.#disk.create(temporaryPath)
    const syncFolder = async (): Promise<void> => await this.#disk.syncFolder(FOLDER)
    const writer = new PieceFileWriter({ disk: this.#disk, file, temporaryPath, path: PATH, syncFolder })
    try {
      await writer.append(Buffer.from(`hiro-epoch-1 ${swarm} ${number} ${id || '-'}\n`))
      await writer.makeDurable()
    } finally {
      await writer.release()
    }
  }
}
