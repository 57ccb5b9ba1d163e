import type { Clock } from '../../../shared/clock/clock.ts'
import { HiroError } from '../../../shared/errors.ts'
import { ErrnoError } from '../errno.ts'
import type { Place } from '../file-system.ts'
import { LookupCounts } from '../lookup-counts.ts'
import { type Kind, ROOT_INODE } from '../node.ts'
import { asFolder, type MemoryFolder, type MemoryNode, newNode } from './memory-node.ts'

const NS_PER_MS = 1_000_000n

/** Nodes and their names. */
export class MemoryTree {
  readonly references = new LookupCounts()
  readonly #clock: Clock
  readonly #nodes = new Map<number, MemoryNode>()
  #lastInode = ROOT_INODE

  constructor(clock: Clock) {
    this.#clock = clock
    const owner = { uid: 0, gid: 0, mode: 0o755 }
    const root = newNode({ ...owner, inode: ROOT_INODE, kind: 'folder', parent: ROOT_INODE, nowNs: this.nowNs() })
    root.links = 1
    this.#nodes.set(ROOT_INODE, root)
  }

  get size(): number {
    return this.#nodes.size
  }

  nowNs(): bigint {
    return BigInt(Math.floor(this.#clock.now())) * NS_PER_MS
  }

  node(inode: number): MemoryNode {
    const node = this.#nodes.get(inode)
    if (node === undefined) throw new HiroError('not-found', `inode ${inode} is gone`)
    return node
  }

  folder(inode: number): MemoryFolder {
    return asFolder(this.node(inode))
  }

  child({ parent, name }: Place): MemoryNode {
    const named = this.folder(parent).names.get(name)
    if (named === undefined) throw new HiroError('not-found', `${name} is not there`)
    return this.node(named.inode)
  }

  find(place: Place): MemoryNode | undefined {
    return this.folder(place.parent).names.has(place.name) ? this.child(place) : undefined
  }

  make(
    place: Place,
    kind: Kind,
    owner: { readonly mode: number; readonly uid: number; readonly gid: number },
  ): MemoryNode {
    this.#free(place)
    const node = newNode({ ...owner, inode: ++this.#lastInode, kind, parent: place.parent, nowNs: this.nowNs() })
    this.#nodes.set(node.inode, node)
    this.#name(place, node)
    return node
  }

  link(node: MemoryNode, place: Place): void {
    if (node.kind === 'folder') throw new ErrnoError('EPERM', 'a folder has one name')
    this.#free(place)
    this.#name(place, node)
  }

  removeFile(place: Place): void {
    const node = this.child(place)
    if (node.kind === 'folder') throw new HiroError('is-a-folder', 'a folder')
    this.#unname(place, node)
  }

  removeFolder(place: Place): void {
    const node = asFolder(this.child(place))
    if (node.names.size > 0) throw new HiroError('not-empty', 'it holds something')
    this.#unname(place, node)
  }

  rename(from: Place, to: Place, replace: boolean): void {
    const node = this.child(from)
    const there = this.find(to)
    if (there !== undefined && !replace) throw new HiroError('exists', `${to.name} is there`)
    if (there === node) return
    if (node.kind === 'folder') this.#refuseUnderItself(node, to.parent)
    if (there !== undefined) {
      if (node.kind === 'folder') asFolder(there)
      else if (there.kind === 'folder') throw new HiroError('is-a-folder', 'a folder')
      if (there.kind === 'folder' && there.names.size > 0) throw new HiroError('not-empty', 'it holds something')
      there.links--
      there.ctimeNs = this.nowNs()
    }
    this.#name(to, node)
    this.#unname(from, node)
    if (node.kind === 'folder') node.parent = to.parent
    if (there !== undefined) this.dropUnused(there)
  }

  /** What has no name, no handle and no reference is gone. */
  dropUnused({ inode, links, handles }: MemoryNode): void {
    if (links === 0 && handles === 0 && this.references.of(inode) === 0) this.#nodes.delete(inode)
  }

  forget(inode: number, references: number): void {
    const last = this.references.take(inode, references)
    const node = this.#nodes.get(inode)
    if (last && node !== undefined) this.dropUnused(node)
  }

  #refuseUnderItself(node: MemoryFolder, parent: number): void {
    for (let at = this.folder(parent); ; at = this.folder(at.parent)) {
      if (at === node) throw new HiroError('under-itself', 'a folder below itself')
      if (at.inode === ROOT_INODE) return
    }
  }

  #free(place: Place): void {
    const folder = this.folder(place.parent)
    if (folder.names.has(place.name)) throw new HiroError('exists', `${place.name} is there`)
    if (folder.links === 0) throw new HiroError('not-found', 'the folder was removed')
  }

  #name({ parent, name }: Place, node: MemoryNode): void {
    const folder = this.folder(parent)
    const position = folder.names.get(name)?.position ?? folder.nextPosition++
    folder.names.set(name, { inode: node.inode, position })
    node.links++
    this.#touch(folder, node)
  }

  #unname({ parent, name }: Place, node: MemoryNode): void {
    const folder = this.folder(parent)
    folder.names.delete(name)
    node.links--
    this.#touch(folder, node)
    this.dropUnused(node)
  }

  #touch(folder: MemoryFolder, node: MemoryNode): void {
    folder.mtimeNs = folder.ctimeNs = node.ctimeNs = this.nowNs()
  }
}
