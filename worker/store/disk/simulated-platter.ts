import { HiroError } from '../../../shared/errors.ts'
import { pick } from '../../../shared/random/choose.ts'
import type { Random } from '../../../shared/random/random.ts'
import { splitPath } from './path.ts'

/** What the file systems of the world write at once; torn writes are torn in these units. */
const PAGE_SIZE_BYTES = 4096

/** What a crash took, by kind; told once for each file or folder. */
export type Loss = 'unsynced bytes lost' | 'torn write' | 'unsynced names lost'

/** A file's content: what is there now, and how much of it would certainly survive a loss of power. */
export class Inode {
  #bytes = new Uint8Array(0)
  lengthBytes = 0
  durableBytes = 0
  /** Names that lead here. */
  links = 0

  append(bytes: Uint8Array): void {
    const lengthBytes = this.lengthBytes + bytes.byteLength
    if (lengthBytes > this.#bytes.byteLength) {
      const larger = new Uint8Array(Math.max(lengthBytes, 2 * this.#bytes.byteLength))
      larger.set(this.content())
      this.#bytes = larger
    }
    this.#bytes.set(bytes, this.lengthBytes)
    this.lengthBytes = lengthBytes
  }

  /** A view, not a copy. */
  content(): Uint8Array {
    return this.#bytes.subarray(0, this.lengthBytes)
  }

  /** Another file with what a loss of power leaves of this one. */
  afterCrash(random: Random, onLoss: (loss: Loss) => void): Inode {
    const content = this.content().slice()
    const found = new Inode()
    found.append(content.subarray(0, pick(random, [this.lengthBytes, this.durableBytes, this.#cut(random)])))
    // A file system may give a file its new length before its new content.
    if (random.below(2) === 0) zeroPages(found.content(), this.durableBytes, random)
    found.durableBytes = found.lengthBytes
    if (found.lengthBytes < this.lengthBytes) onLoss('unsynced bytes lost')
    const kept = content.subarray(0, found.lengthBytes)
    const isTorn = found.lengthBytes > this.durableBytes && found.lengthBytes < this.lengthBytes
    if (isTorn || Buffer.compare(kept, found.content()) !== 0) onLoss('torn write')
    return found
  }

  #cut(random: Random): number {
    return this.durableBytes + random.below(this.lengthBytes - this.durableBytes + 1)
  }
}

function zeroPages(content: Uint8Array, fromBytes: number, random: Random): void {
  for (let page = fromBytes; page < content.byteLength; page += PAGE_SIZE_BYTES) {
    if (random.below(2) === 0) content.fill(0, page, page + PAGE_SIZE_BYTES)
  }
}

/** One change of names in one folder; the parts of a change come together or not at all. */
type NameChange = readonly (readonly [name: string, inode: Inode | undefined])[]

class Folder {
  readonly names = new Map<string, Inode>()
  readonly durable = new Map<string, Inode>()
  readonly unsynced: NameChange[] = []
  durableChanges = 0

  /** How many changes of names there ever were. */
  get changes(): number {
    return this.durableChanges + this.unsynced.length
  }

  /** Makes durable what had changed when `changes` were counted. */
  sync(changes: number): void {
    const synced = this.unsynced.splice(0, Math.max(0, changes - this.durableChanges))
    for (const change of synced) apply(this.durable, change)
    this.durableChanges += synced.length
  }
}

/** The state of a simulated disk, without time: which names lead to which content, now and after a loss of power. */
export class Platter {
  readonly folders = new Map<string, Folder>([['', new Folder()]])
  usedBytes = 0

  makeFolder(path: string): void {
    if (!this.folders.has(path)) this.folders.set(path, new Folder())
  }

  folder(path: string): Folder {
    const folder = this.folders.get(path)
    if (folder === undefined) throw new HiroError('not-found', `no such folder on the simulated disk: ${path}`)
    return folder
  }

  /** Throws `not-found`. */
  inode(path: string): Inode {
    const { folder, name } = splitPath(path)
    const inode = this.folders.get(folder)?.names.get(name)
    if (inode === undefined) throw new HiroError('not-found', `no such file on the simulated disk: ${path}`)
    return inode
  }

  append(inode: Inode, bytes: Uint8Array): void {
    inode.append(bytes)
    if (inode.links > 0) this.usedBytes += bytes.byteLength
  }

  change(path: string, change: NameChange): void {
    const folder = this.folder(path)
    for (const [name, inode] of change) this.#set(folder, name, inode)
    folder.unsynced.push(change)
  }

  /** What is found after power-up. Whatever was not synced may be there or not, in any combination: stricter than any one file system. */
  afterCrash(random: Random, onLoss: (loss: Loss) => void = () => {}): Platter {
    const found = new Platter()
    const inodes = new Map<Inode, Inode>()
    for (const [path, folder] of this.folders) {
      found.makeFolder(path)
      const names = new Map(folder.durable)
      const survived = survivors(folder.unsynced, random)
      if (survived.length < folder.unsynced.length) onLoss('unsynced names lost')
      for (const change of survived) apply(names, change)
      for (const [name, inode] of names) {
        const survived = inodes.get(inode) ?? inode.afterCrash(random, onLoss)
        inodes.set(inode, survived)
        found.change(path, [[name, survived]])
      }
      found.folder(path).sync(names.size)
    }
    return found
  }

  #set(folder: Folder, name: string, inode: Inode | undefined): void {
    // First the new, so that a file which only changes its name is never without one.
    if (inode !== undefined && inode.links++ === 0) this.usedBytes += inode.lengthBytes
    const before = folder.names.get(name)
    if (before !== undefined && --before.links === 0) this.usedBytes -= before.lengthBytes
    if (inode === undefined) folder.names.delete(name)
    else folder.names.set(name, inode)
  }
}

function apply(names: Map<string, Inode>, change: NameChange): void {
  for (const [name, inode] of change) {
    if (inode === undefined) names.delete(name)
    else names.set(name, inode)
  }
}

/** All, none, those up to a moment, or any. */
function survivors(changes: readonly NameChange[], random: Random): readonly NameChange[] {
  const upTo = pick(random, [changes.length, 0, random.below(changes.length + 1), undefined])
  return upTo === undefined ? changes.filter(() => random.below(2) === 0) : changes.slice(0, upTo)
}
