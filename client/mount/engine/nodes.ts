import { HiroError } from '../../../shared/errors.ts'
import { ROOT_ID } from '../../../shared/ids.ts'
import type { Entry } from '../../namespace/entry.ts'
import { joinPath } from '../../paths.ts'
import { idThen } from '../../snapshots/snapshot-names.ts'
import { LookupCounts } from '../lookup-counts.ts'
import { ROOT_INODE } from '../node.ts'

/** A file, folder or link that the kernel knows of. */
export interface Node {
  readonly inode: number
  /** As of `nodeIdOf`. */
  readonly id: string
  /** Where it was seen last. */
  parent: Node | undefined
  name: string
  /** As it was seen last. */
  entry: Entry
  /** Open handles. */
  handles: number
  /** It has no name any more. */
  removed: boolean
  /** When it was read last, as somebody said; kept as long as it is known here. */
  atimeNs: bigint | undefined
  /** The version whose content the kernel may have. */
  versionTold: number | undefined
}

/** Hex digits of an id that make an inode number, behind those of its time: 48 bits, the same whenever it is seen, on whatever machine. */
const INODE_DIGITS = { from: 8, to: 20 } as const

/** What the kernel has references to, or open, and where each was last seen. */
export class Nodes {
  readonly #counts = new LookupCounts()
  readonly #byInode = new Map<number, Node>()
  readonly #byId = new Map<string, Node>()
  readonly #byPlace = new Map<string, Node>()

  constructor(root: Entry) {
    this.#add({ inode: ROOT_INODE, id: ROOT_ID, entry: root, ...UNSEEN })
  }

  get size(): number {
    return this.#byInode.size
  }

  /** Throws `not-found`. */
  get(inode: number): Node {
    const node = this.#byInode.get(inode)
    if (node === undefined) throw new HiroError('not-found', `nothing is known of inode ${inode}`)
    return node
  }

  /** `undefined`: the kernel does not know it. */
  withId(id: string): Node | undefined {
    return this.#byId.get(id)
  }

  all(): Node[] {
    return [...this.#byInode.values()]
  }

  at(parent: Node, name: string): Node | undefined {
    return this.#byPlace.get(placeOf(parent, name))
  }

  /** Its number, whether the kernel knows it or not. */
  inodeOf(id: string): number {
    const known = this.#byId.get(id)
    if (known) return known.inode
    let inode = Number.parseInt(id.slice(INODE_DIGITS.from, INODE_DIGITS.to), 16) + ROOT_INODE + 1
    while (this.#byInode.has(inode)) inode++
    return inode
  }

  /** It was seen there. The node is new where the kernel did not know it. */
  seen(parent: Node, name: string, entry: Entry): Node {
    const id = nodeIdOf(entry)
    const node = this.#byId.get(id) ?? this.#add({ inode: this.inodeOf(id), id, entry, ...UNSEEN })
    const there = this.at(parent, name)
    if (there && there !== node) this.lost(there)
    this.#unplace(node)
    Object.assign(node, { parent, name, entry, removed: false })
    this.#byPlace.set(placeOf(parent, name), node)
    return node
  }

  /** It has no name any more. */
  lost(node: Node): void {
    this.#unplace(node)
    node.removed = true
    this.drop(node)
  }

  /** A reference of the kernel more. */
  refer(node: Node): void {
    if (node.inode !== ROOT_INODE) this.#counts.add(node.inode)
  }

  forget(inode: number, references: number): void {
    if (!this.#counts.take(inode, references)) return
    const node = this.#byInode.get(inode)
    if (node) this.drop(node)
  }

  /** Unless somebody still needs it. */
  drop(node: Node): void {
    if (node.inode === ROOT_INODE || node.handles > 0 || this.#counts.of(node.inode) > 0) return
    this.#unplace(node)
    this.#byInode.delete(node.inode)
    this.#byId.delete(node.id)
  }

  #add(node: Node): Node {
    this.#byInode.set(node.inode, node)
    this.#byId.set(node.id, node)
    return node
  }

  #unplace(node: Node): void {
    if (node.parent === undefined) return
    const place = placeOf(node.parent, node.name)
    if (this.#byPlace.get(place) === node) this.#byPlace.delete(place)
  }
}

/** In the swarm; of what a snapshot shows one of its own, as the kernel knows it beside what it is now. */
export function nodeIdOf({ id, at }: Entry): string {
  return at ? idThen(id, at) : id
}

const UNSEEN = { parent: undefined, name: '', handles: 0, removed: false, atimeNs: undefined, versionTold: undefined }

function placeOf(parent: Node, name: string): string {
  return `${parent.inode}/${name}`
}

/** Throws `not-found` for what has no name any more. */
export function pathOf(node: Node): string {
  const names: string[] = []
  for (let at: Node | undefined = node; at !== undefined && at.inode !== ROOT_INODE; at = at.parent) {
    if (at.removed) throw new HiroError('not-found', 'it was removed')
    names.unshift(at.name)
  }
  return joinPath('/', ...names)
}

export function pathIn(parent: Node, name: string): string {
  return joinPath(pathOf(parent), name)
}
