import { parseName } from '../../shared/backup/sealed-object.ts'
import { HiroError } from '../../shared/errors.ts'
import { Limiter } from '../../shared/work/limiter.ts'
import type { Disk } from '../store/disk/disk.ts'
import { PieceFileWriter } from '../store/piece-file-writer.ts'

const BACKUP_FOLDER = 'backup'
/** Of all objects here: the metadata of some 100 million pieces, twice. What is above it is refused. */
const BYTES_MAX = 64 * 2 ** 30
const OBJECTS_MAX = 2 ** 17
const OBJECT_BYTES_MAX = 2 ** 20

/** Backup objects as files under their names, each durable before it is told to be here. They are whole or not there; what is in them only the vault's holders can read. */
export class BackupShelf {
  readonly #disk: Disk
  readonly #lock = new Limiter(1)
  /** Sizes by name; read from the folder when they are first asked for. */
  #sizes: Promise<Map<string, number>> | undefined
  #totalBytes = 0

  constructor(disk: Disk) {
    this.#disk = disk
  }

  /** In their order. Throws `io`. */
  async names(): Promise<string[]> {
    return [...(await this.#known()).keys()].toSorted()
  }

  /** Idempotent. Throws `no-room`, `io`. */
  async put(name: string, bytes: Uint8Array): Promise<void> {
    await this.#lock.run(async () => {
      const sizes = await this.#known()
      if (sizes.has(name)) return
      if (sizes.size >= OBJECTS_MAX || this.#totalBytes + bytes.byteLength > BYTES_MAX) {
        throw new HiroError('no-room', 'no room for more backups here')
      }
      const [temporaryPath, path] = [`${BACKUP_FOLDER}/${name}.tmp`, pathOf(name)]
      const file = await this.#disk.create(temporaryPath)
      const syncFolder = async (): Promise<void> => await this.#disk.syncFolder(BACKUP_FOLDER)
      const writer = new PieceFileWriter({ disk: this.#disk, file, temporaryPath, path, syncFolder })
      try {
        await writer.append(bytes)
        await writer.makeDurable()
      } finally {
        await writer.release()
      }
      sizes.set(name, bytes.byteLength)
      this.#totalBytes += bytes.byteLength
    })
  }

  /** Throws `not-found`, `io`. */
  async get(name: string): Promise<Uint8Array> {
    if (!(await this.#known()).has(name)) throw new HiroError('not-found', `no backup object ${name} here`)
    const file = await this.#disk.open(pathOf(name))
    try {
      return await file.read(0, OBJECT_BYTES_MAX)
    } finally {
      await file.close()
    }
  }

  /** Idempotent; one that comes back with a power cut does no harm. Throws `io`. */
  async drop(names: readonly string[]): Promise<void> {
    await this.#lock.run(async () => {
      const sizes = await this.#known()
      for (const name of names) {
        const size = sizes.get(name)
        if (size === undefined) continue
        await this.#disk.remove(pathOf(name))
        sizes.delete(name)
        this.#totalBytes -= size
      }
    })
  }

  async #known(): Promise<Map<string, number>> {
    this.#sizes ??= this.#read().catch((error: unknown) => {
      this.#sizes = undefined
      throw error
    })
    return await this.#sizes
  }

  async #read(): Promise<Map<string, number>> {
    await this.#disk.makeFolder(BACKUP_FOLDER)
    const sizes = new Map<string, number>()
    for (const name of await this.#disk.list(BACKUP_FOLDER)) {
      if (name.endsWith('.tmp')) await this.#disk.remove(`${BACKUP_FOLDER}/${name}`)
      if (parseName(name) === undefined) continue
      const file = await this.#disk.open(pathOf(name))
      try {
        sizes.set(name, await file.sizeBytes())
      } finally {
        await file.close()
      }
    }
    this.#totalBytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
    return sizes
  }
}

function pathOf(name: string): string {
  return `${BACKUP_FOLDER}/${name}`
}
