import { hasCode } from '../../shared/errors.ts'
import { PIECES_FOLDER, pieceFile, pieceFolder } from '../../shared/files/store-layout.ts'
import type { Disk, DiskFile } from './disk/disk.ts'
import { GroupCommit } from './group-commit.ts'
import { PieceFileWriter } from './piece-file-writer.ts'

/** `<cid>`, or `<cid>.<number>.tmp` for a piece on its way in. Files with other names are not ours. */
const FILE_NAME = /^([a-z2-7]+)(\.\d+\.tmp)?$/
const FOLDER_NAME = /^[a-z2-7]{2}$/

/** The files below `pieces/`: where each is, how it comes and goes. */
export class PieceFiles {
  readonly #disk: Disk
  readonly #folders = new Map<string, Promise<void>>()
  readonly #folderSyncs = new Map<string, GroupCommit<void>>()
  #nextTemporary = 0

  constructor(disk: Disk) {
    this.#disk = disk
  }

  /** A new file under a temporary name in the folder of its final one. Throws `no-room`, `io`. */
  async create(cid: string): Promise<PieceFileWriter> {
    const folder = pieceFolder(cid)
    await this.#makeFolder(folder)
    // The start-up sweep left no temporary names, so counting makes them unique.
    const temporaryPath = `${folder}/${cid}.${this.#nextTemporary++}.tmp`
    const file = await this.#disk.create(temporaryPath)
    return new PieceFileWriter({
      disk: this.#disk,
      file,
      temporaryPath,
      path: pieceFile(cid),
      syncFolder: () => this.#syncFolder(folder),
    })
  }

  /** Whether the file is there with this length. Throws `io`. */
  async isWhole(cid: string, sizeBytes: number): Promise<boolean> {
    const file = await this.open(cid)
    if (file === undefined) return false
    try {
      return (await file.sizeBytes()) === sizeBytes
    } finally {
      await file.close()
    }
  }

  /** `undefined` when there is none. Throws `io`. */
  async open(cid: string): Promise<DiskFile | undefined> {
    try {
      return await this.#disk.open(pieceFile(cid))
    } catch (error) {
      if (hasCode(error, 'not-found')) return undefined
      throw error
    }
  }

  /** Not durable: a file that comes back with a power cut is swept, because the index does not know it. */
  remove(cid: string): Promise<void> {
    return this.#disk.remove(pieceFile(cid))
  }

  /** Removes temporary files and those that `isKept` does not want. Reads names, never contents. */
  async sweep(isKept: (cid: string) => Promise<boolean>): Promise<void> {
    const folders = (await this.#disk.list(PIECES_FOLDER)).filter((name) => FOLDER_NAME.test(name))
    for (const folder of folders.map((name) => `${PIECES_FOLDER}/${name}`)) {
      for (const name of await this.#disk.list(folder)) {
        const [, cid, temporary] = FILE_NAME.exec(name) ?? []
        if (cid === undefined) continue
        if (temporary !== undefined || !(await isKept(cid))) await this.#disk.remove(`${folder}/${name}`)
      }
    }
  }

  #makeFolder(folder: string): Promise<void> {
    const making = this.#folders.get(folder) ?? this.#disk.makeFolder(folder)
    this.#folders.set(folder, making)
    making.catch(() => this.#folders.delete(folder))
    return making
  }

  #syncFolder(folder: string): Promise<void> {
    const group = this.#folderSyncs.get(folder) ?? new GroupCommit<void>(() => this.#disk.syncFolder(folder))
    this.#folderSyncs.set(folder, group)
    return group.add()
  }
}
