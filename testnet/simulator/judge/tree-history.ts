import { type Attributes, openAttributes } from '../../../client/seal/attributes.ts'
import { openHead } from '../../../client/seal/head.ts'
import type { Keys } from '../../../client/seal/keys.ts'
import { nameTag, openName } from '../../../client/seal/names.ts'
import { keys as rows } from '../../../coordinator/metadata/keys.ts'
import type { Revision } from '../../../coordinator/metadata/metadata-store.ts'
import { DirentRecord, GroupRecord, InodeRecord } from '../../../coordinator/metadata/records.js'
import { contentOf } from '../../../coordinator/namespace/detach.ts'
import { cidFromBytes } from '../../../shared/cid.ts'
import { ROOT_ID, toHex } from '../../../shared/ids.ts'
import type { Commit } from '../swarm/metadata-history.ts'
import { Timeline } from './timeline.ts'

export interface Node {
  readonly id: string
  /** Id of the folder that holds it. */
  readonly parent: string
  readonly folder: boolean
  /** 0 for a folder, a link, or a file that never had content. */
  readonly version: number
  /** As it was found. */
  readonly inode?: InodeRecord
}

/** What hangs on the root, by path. */
export type Tree = ReadonlyMap<string, Node>

/** The tree of names as it was after each transaction, opened with the clients' keys: nobody in the swarm sees it like this. */
export class TreeHistory {
  readonly timeline: Timeline
  readonly #keys: Keys
  /** By the value that was written: decoding and opening each once is most of what the judge costs. */
  readonly #inodes = new Map<Uint8Array, InodeRecord>()
  readonly #names = new Map<InodeRecord, string>()
  readonly #attributes = new Map<InodeRecord, Attributes>()
  readonly #tags = new Map<string, string>()
  readonly #trees = new Map<Revision, Tree>()
  /** Transactions that changed names, in order. */
  readonly changes: readonly Revision[]

  constructor(commits: readonly Commit[], keys: Keys) {
    this.timeline = new Timeline(commits)
    this.#keys = keys
    this.changes = commits
      .filter(({ writes }) => [...writes.keys()].some((key) => /^(inode|dirent|log)\//.test(key)))
      .map(({ revision }) => revision)
  }

  /** Throws where a name or an entry is not what it should be. */
  at(revision: Revision): Tree {
    const change = this.changes.findLast((changed) => changed <= revision) ?? 0
    const known = this.#trees.get(change)
    if (known !== undefined) return known
    const tree = new Map<string, Node>()
    this.#walk(tree, { path: '', id: ROOT_ID }, this.#children(change), change)
    this.#trees.set(change, tree)
    return tree
  }

  tagOf(parent: string, name: string): string {
    const key = `${parent}/${name}`
    const tag = this.#tags.get(key) ?? toHex(nameTag(this.#keys, parent, name))
    this.#tags.set(key, tag)
    return tag
  }

  /** Of what was found. */
  attributesOf({ id, inode }: Node): Attributes | undefined {
    if (inode === undefined) return undefined
    const attributes = this.#attributes.get(inode) ?? openAttributes(this.#keys, id, inode.sealedAttributes)
    this.#attributes.set(inode, attributes)
    return attributes
  }

  isLink(node: Node): boolean {
    return node.version === 0 && this.attributesOf(node)?.link !== undefined
  }

  /** Size of a version's content as its client sealed it. */
  sizeOf(file: string, revision: Revision): number | undefined {
    const value = this.timeline.at(rows.inode(file), revision)
    if (value === undefined) return undefined
    const { version, sealedHead } = this.#inode(value)
    return openHead(this.#keys, { file, version }, sealedHead).sizeBytes
  }

  /** The version under which the content of a file's version was brought; another one where that was restored by this revision. */
  contentOf(file: string, version: number, revision: Revision): number {
    for (const value of this.timeline.between(rows.inode(file), 0, revision)) {
      const inode = value && this.#inode(value)
      if (inode?.version === version) return contentOf(inode)
    }
    return version
  }

  /** CIDs that a version consists of, as it was recorded by a revision. */
  piecesOf(file: string, version: number, revision: Revision): Set<string> {
    const content = this.contentOf(file, version, revision)
    const groups = this.timeline.under(rows.extents(file, content, 0).slice(0, -8), revision).values()
    return new Set([...groups].flatMap((value) => GroupRecord.decode(value).pieces.map(({ cid }) => cidFromBytes(cid))))
  }

  /** Ids that the folder `path` can have been resolved to by someone who walked between two revisions, one look at a time. */
  foldersBetween(path: string, from: Revision, to: Revision): Set<string> {
    let ids = new Set([ROOT_ID])
    for (const name of path.split('/').filter((part) => part !== '')) {
      const below = new Set<string>()
      for (const id of ids)
        for (const node of this.childrenBetween(id, name, from, to)) if (node?.folder) below.add(node.id)
      ids = below
    }
    return ids
  }

  /** What a folder can have held under a name between two revisions; `undefined` among them: nothing. */
  childrenBetween(parent: string, name: string, from: Revision, to: Revision): Set<Node | undefined> {
    const found = new Set<Node | undefined>()
    for (const value of this.timeline.between(rows.dirent(parent, this.tagOf(parent, name)), from, to)) {
      if (value === undefined) found.add(undefined)
      else {
        const id = toHex(DirentRecord.decode(value).child)
        for (const inode of this.timeline.between(rows.inode(id), from, to)) {
          if (inode === undefined) found.add(undefined)
          else found.add(nodeOf(id, this.#inode(inode)))
        }
      }
    }
    return found
  }

  #children(revision: Revision): Map<string, string[]> {
    const byParent = new Map<string, string[]>()
    for (const key of this.timeline.under('dirent/', revision).keys()) {
      const [, parent = ''] = key.split('/')
      byParent.set(parent, [...(byParent.get(parent) ?? []), key])
    }
    return byParent
  }

  #walk(
    tree: Map<string, Node>,
    folder: { path: string; id: string },
    children: ReadonlyMap<string, string[]>,
    revision: Revision,
  ): void {
    for (const key of (children.get(folder.id) ?? []).toSorted()) {
      const entry = this.timeline.at(key, revision)
      if (entry === undefined) continue
      const id = toHex(DirentRecord.decode(entry).child)
      const value = this.timeline.at(rows.inode(id), revision)
      if (value === undefined) throw new Error(`${key} leads to an inode that is not there`)
      const inode = this.#inode(value)
      if (rows.dirent(toHex(inode.parent), toHex(inode.tag)) !== key) throw new Error(`${key}: its inode is elsewhere`)
      const path = `${folder.path}/${this.#nameOf(folder.id, id, inode)}`
      tree.set(path, nodeOf(id, inode))
      if (inode.folder) this.#walk(tree, { path, id }, children, revision)
    }
  }

  #inode(value: Uint8Array): InodeRecord {
    const inode = this.#inodes.get(value) ?? InodeRecord.decode(value)
    this.#inodes.set(value, inode)
    return inode
  }

  #nameOf(parent: string, child: string, inode: InodeRecord): string {
    const name = this.#names.get(inode) ?? openName(this.#keys, { parent, child, tag: inode.tag }, inode.sealedName)
    this.#names.set(inode, name)
    return name
  }
}

function nodeOf(id: string, inode: InodeRecord): Node {
  const { parent, folder, version } = inode
  return { id, parent: toHex(parent), folder, version, inode }
}
