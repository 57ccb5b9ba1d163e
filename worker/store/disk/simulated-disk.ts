import type { Clock } from '../../../shared/clock/clock.ts'
import { sleep } from '../../../shared/clock/sleep.ts'
import { HiroError } from '../../../shared/errors.ts'
import type { Random } from '../../../shared/random/random.ts'
import type { Disk, DiskFile, NewFile } from './disk.ts'
import { partsOf, splitPath } from './path.ts'
import { Inode, type Loss, Platter } from './simulated-platter.ts'

export interface SimulatedDiskOptions {
  readonly clock: Clock
  /** Decides delays and what a crash leaves. */
  readonly random: Random
  readonly capacityBytes: number
  /** The longest that an operation takes; each takes a random time up to it. None: operations settle without time passing. */
  readonly delays?: { readonly operationMs: number; readonly syncMs: number }
  /** A disk that confirms what it has not written: nothing is durable that was not so when it was made. */
  readonly lies?: boolean
  /** Told of what a crash takes. */
  readonly onLoss?: (loss: Loss) => void
}

/** A disk in memory that forgets, when it crashes, what was not synced; how much of it, the seed decides. */
export class SimulatedDisk implements Disk {
  /** While true nothing can be appended, as on a disk that someone else has filled. */
  full = false
  readonly #options: SimulatedDiskOptions
  readonly #platter: Platter
  #crashed = false

  constructor(options: SimulatedDiskOptions, platter = new Platter()) {
    this.#options = options
    this.#platter = platter
  }

  /** Cuts the power. Operations of this disk never settle from now on; the result is the disk as it is found after power-up. */
  crash(): SimulatedDisk {
    this.#crashed = true
    const found = new SimulatedDisk(this.#options, this.#platter.afterCrash(this.#options.random, this.#options.onLoss))
    found.full = this.full
    return found
  }

  exists(path: string): boolean {
    const { folder, name } = splitPath(path)
    return this.#platter.folders.get(folder)?.names.has(name) ?? false
  }

  /** Decay: flips one bit of a file's content, counted from its beginning. */
  flipBit(path: string, bit: number): void {
    const content = this.#platter.inode(path).content()
    const at = Math.floor(bit / 8)
    if (at >= content.byteLength) throw new HiroError('usage', `bit ${bit} is beyond the end of ${path}`)
    content[at] = (content[at] ?? 0) ^ (1 << (bit % 8))
  }

  async create(path: string): Promise<NewFile> {
    const { folder, name } = splitPath(path)
    await this.#operation()
    const inode = new Inode()
    this.#platter.change(folder, [[name, inode]])
    return this.#file(inode)
  }

  async open(path: string): Promise<DiskFile> {
    splitPath(path)
    await this.#operation()
    return this.#file(this.#platter.inode(path))
  }

  async rename(from: string, to: string): Promise<void> {
    const source = splitPath(from)
    const target = splitPath(to)
    await this.#operation()
    const inode = this.#platter.inode(from)
    this.#platter.folder(target.folder)
    if (from === to) return
    if (source.folder === target.folder) {
      this.#platter.change(target.folder, [
        [target.name, inode],
        [source.name, undefined],
      ])
    } else {
      this.#platter.change(target.folder, [[target.name, inode]])
      this.#platter.change(source.folder, [[source.name, undefined]])
    }
  }

  async remove(path: string): Promise<void> {
    const { folder, name } = splitPath(path)
    await this.#operation()
    if (this.#platter.folders.get(folder)?.names.has(name)) this.#platter.change(folder, [[name, undefined]])
  }

  async list(folder: string): Promise<string[]> {
    partsOf(folder)
    await this.#operation()
    const files = this.#platter.folders.get(folder)?.names.keys() ?? []
    const folders = [...this.#platter.folders.keys()].filter((path) => path.startsWith(`${folder}/`))
    return [...files, ...new Set(folders.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))]
  }

  /** Durable at once: which of several folders survive is not what this disk is for. */
  async makeFolder(folder: string): Promise<void> {
    const parts = partsOf(folder)
    await this.#sync()
    parts.forEach((_, i) => this.#platter.makeFolder(parts.slice(0, i + 1).join('/')))
  }

  async syncFolder(folder: string): Promise<void> {
    partsOf(folder)
    const names = this.#platter.folder(folder)
    const { changes } = names
    await this.#sync()
    if (!this.#options.lies) names.sync(changes)
  }

  async freeBytes(): Promise<number> {
    await this.#operation()
    return this.#freeBytes()
  }

  #freeBytes(): number {
    return this.full ? 0 : Math.max(0, this.#options.capacityBytes - this.#platter.usedBytes)
  }

  #file(inode: Inode): DiskFile & NewFile {
    return {
      append: async (buffers) => {
        await this.#operation()
        for (const buffer of buffers) {
          const fits = buffer.subarray(0, this.#freeBytes())
          this.#platter.append(inode, fits)
          if (fits.byteLength < buffer.byteLength) throw new HiroError('no-room', 'the simulated disk is full')
        }
      },
      read: async (offset, lengthBytes) => {
        await this.#operation()
        return inode.content().slice(offset, offset + lengthBytes)
      },
      sizeBytes: async () => {
        await this.#operation()
        return inode.lengthBytes
      },
      sync: async () => {
        const lengthBytes = inode.lengthBytes
        await this.#sync()
        if (!this.#options.lies) inode.durableBytes = Math.max(inode.durableBytes, lengthBytes)
      },
      close: () => this.#operation(),
    }
  }

  #operation(): Promise<void> {
    return this.#take(this.#options.delays?.operationMs ?? 0)
  }

  #sync(): Promise<void> {
    return this.#take(this.#options.delays?.syncMs ?? 0)
  }

  async #take(msMax: number): Promise<void> {
    if (msMax > 0) await sleep(this.#options.clock, this.#options.random.below(msMax + 1))
    else await Promise.resolve()
    // An operation under way when the power goes never has its effect, which is one of the things the crash of a later moment can leave too.
    if (this.#crashed) await new Promise<never>(() => {})
  }
}
