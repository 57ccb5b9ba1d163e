import type { Clock } from '../../../shared/clock/clock.ts'
import { HiroError } from '../../../shared/errors.ts'
import { ErrnoError } from '../errno.ts'
import type { Allocation, Caller, FileSystem, FileSystemStat, Opened, OpenOptions, Place } from '../file-system.ts'
import type { Lock, LockOwner, LockRequest } from '../locks/lock.ts'
import { LockTable } from '../locks/lock-table.ts'
import {
  type AttributeChanges,
  type Entry,
  type FreshAttributes,
  type ListedEntry,
  type ListedKind,
  ROOT_INODE,
  withoutSetId,
} from '../node.ts'
import { MemoryHandles } from './memory-handles.ts'
import { asFile, asFolder, attributesOf, type MemoryFile, type MemoryNode } from './memory-node.ts'
import { MemoryTree } from './memory-tree.ts'

const TIMEOUT_MS = 1000

/** The file system of tests that are about the mount. Nothing survives it. */
export class MemoryFileSystem implements FileSystem {
  readonly #tree: MemoryTree
  readonly #locks = new LockTable()
  readonly #handles = new MemoryHandles()
  readonly #capacityBytes: number

  constructor({ clock, capacityBytes = 2 ** 40 }: { clock: Clock; capacityBytes?: number }) {
    this.#tree = new MemoryTree(clock)
    this.#capacityBytes = capacityBytes
  }

  /** What a mount that is over has to have given back. */
  get counts(): { readonly nodes: number; readonly handles: number; readonly locks: number } {
    return { nodes: this.#tree.size, handles: this.#handles.size, locks: this.#locks.size }
  }

  async lookup(parent: number, name: string): Promise<Entry> {
    return this.#entry(this.#tree.child({ parent, name }))
  }

  forget(inode: number, references: number): void {
    this.#tree.forget(inode, references)
  }

  async getAttributes(inode: number): Promise<FreshAttributes> {
    return fresh(this.#tree.node(inode))
  }

  async setAttributes(
    inode: number,
    _handle: number | undefined,
    { sizeBytes, killSetId, ...changes }: AttributeChanges,
  ): Promise<FreshAttributes> {
    const node = this.#tree.node(inode)
    const nowNs = this.#tree.nowNs()
    if (sizeBytes !== undefined) {
      asFile(node).content.resize(sizeBytes)
      node.mtimeNs = nowNs
    }
    if (killSetId && node.kind === 'file') node.mode = withoutSetId(node.mode)
    Object.assign(node, { ctimeNs: nowNs, ...changes })
    return fresh(node)
  }

  async readLink(inode: number): Promise<string> {
    const node = this.#tree.node(inode)
    if (node.kind !== 'symlink') throw new ErrnoError('EINVAL', 'no symlink')
    return node.target
  }

  async statFileSystem(): Promise<FileSystemStat> {
    const files = this.#tree.size
    return { capacityBytes: this.#capacityBytes, freeBytes: this.#capacityBytes, files, freeFiles: 2 ** 32 - files }
  }

  async makeFile(parent: number, name: string, mode: number, { uid, gid }: Caller): Promise<Entry> {
    return this.#entry(this.#tree.make({ parent, name }, 'file', { mode, uid, gid }))
  }

  async makeFolder(parent: number, name: string, mode: number, { uid, gid }: Caller): Promise<Entry> {
    return this.#entry(this.#tree.make({ parent, name }, 'folder', { mode, uid, gid }))
  }

  async makeSymlink(parent: number, name: string, target: string, { uid, gid }: Caller): Promise<Entry> {
    const node = this.#tree.make({ parent, name }, 'symlink', { mode: 0o777, uid, gid })
    if (node.kind === 'symlink') node.target = target
    return this.#entry(node)
  }

  async link(inode: number, parent: number, name: string): Promise<Entry> {
    const node = this.#tree.node(inode)
    this.#tree.link(node, { parent, name })
    return this.#entry(node)
  }

  async removeFile(parent: number, name: string): Promise<void> {
    this.#tree.removeFile({ parent, name })
  }

  async removeFolder(parent: number, name: string): Promise<void> {
    this.#tree.removeFolder({ parent, name })
  }

  async rename(from: Place, to: Place, { replace }: { readonly replace: boolean }): Promise<void> {
    this.#tree.rename(from, to, replace)
  }

  async open(inode: number, options: OpenOptions): Promise<Opened> {
    return this.#open(asFile(this.#tree.node(inode)), options)
  }

  async create(
    parent: number,
    name: string,
    options: OpenOptions & { readonly mode: number; readonly exclusive: boolean },
    { uid, gid }: Caller,
  ): Promise<{ readonly entry: Entry; readonly opened: Opened }> {
    const place = { parent, name }
    const there = this.#tree.find(place)
    if (there !== undefined && options.exclusive) throw new HiroError('exists', `${name} is there`)
    const file = asFile(there ?? this.#tree.make(place, 'file', { mode: options.mode, uid, gid }))
    const opened = this.#open(file, options)
    return { entry: this.#entry(file), opened }
  }

  async read(_inode: number, handle: number, offset: number, into: Uint8Array, _caller: Caller): Promise<number> {
    return this.#handles.file(handle, 'read').content.read(offset, into)
  }

  async write(
    _inode: number,
    handle: number,
    offset: number,
    bytes: Uint8Array,
    { killSetId }: { readonly killSetId: boolean },
  ): Promise<void> {
    const file = this.#handles.file(handle, 'write')
    const { append } = this.#handles.get(handle).options ?? {}
    this.#refuseTooMuch(bytes.byteLength)
    file.content.write(append ? file.content.sizeBytes : offset, bytes)
    this.#written(file, killSetId)
  }

  async flush(inode: number, handle: number, owner: LockOwner): Promise<void> {
    this.#handles.get(handle)
    this.#locks.release(inode, 'range', owner)
  }

  async release(inode: number, handle: number, flockOwner: LockOwner | undefined): Promise<void> {
    if (flockOwner !== undefined) this.#locks.release(inode, 'whole', flockOwner)
    this.#close(handle)
  }

  async sync(_inode: number, handle: number): Promise<void> {
    this.#handles.get(handle)
  }

  async allocate(_inode: number, handle: number, { what, offset, lengthBytes, keepSize }: Allocation): Promise<void> {
    const file = this.#handles.file(handle, 'write')
    const { content } = file
    const end = offset + lengthBytes
    if (what === 'reserve') {
      this.#refuseTooMuch(lengthBytes)
      content.reserve(offset, lengthBytes)
    } else content.punch(offset, lengthBytes)
    if (!keepSize && end > content.sizeBytes) content.resize(end)
    this.#written(file, false)
  }

  async seek(_inode: number, handle: number, offset: number, what: 'data' | 'hole'): Promise<number> {
    const found = asFile(this.#handles.get(handle).node).content.seek(offset, what)
    if (found === undefined) throw new ErrnoError('ENXIO')
    return found
  }

  async openFolder(inode: number): Promise<{ readonly handle: number }> {
    return { handle: this.#handles.open({ node: asFolder(this.#tree.node(inode)) }) }
  }

  async readFolder(_inode: number, handle: number, from: number, take: (listed: ListedKind) => boolean): Promise<void> {
    for (const { name, next, node } of this.#list(handle, from)) {
      if (!take({ name, next, inode: node.inode, kind: node.kind })) return
    }
  }

  async readFolderEntries(
    _inode: number,
    handle: number,
    from: number,
    take: (listed: ListedEntry) => boolean,
  ): Promise<void> {
    for (const { name, next, node } of this.#list(handle, from)) {
      if (!take({ name, next, entry: entryOf(node) })) return
      this.#tree.references.add(node.inode)
    }
  }

  async releaseFolder(_inode: number, handle: number): Promise<void> {
    this.#close(handle)
  }

  async syncFolder(_inode: number, handle: number): Promise<void> {
    this.#handles.get(handle)
  }

  async getExtended(inode: number, name: string): Promise<Uint8Array> {
    const value = this.#tree.node(inode).extended.get(name)
    if (value === undefined) throw new ErrnoError('ENODATA')
    return value
  }

  async setExtended(
    inode: number,
    name: string,
    value: Uint8Array,
    only: 'new' | 'existing' | undefined,
  ): Promise<void> {
    const { extended } = this.#tree.node(inode)
    if (only === 'new' && extended.has(name)) throw new HiroError('exists', `${name} is there`)
    if (only === 'existing' && !extended.has(name)) throw new ErrnoError('ENODATA')
    extended.set(name, value)
  }

  async listExtended(inode: number): Promise<readonly string[]> {
    return [...this.#tree.node(inode).extended.keys()]
  }

  async removeExtended(inode: number, name: string): Promise<void> {
    if (!this.#tree.node(inode).extended.delete(name)) throw new ErrnoError('ENODATA')
  }

  async getLock(inode: number, handle: number, request: LockRequest): Promise<Lock | undefined> {
    this.#handles.get(handle)
    return this.#locks.conflict(inode, request)
  }

  async setLock(
    inode: number,
    handle: number,
    request: LockRequest,
    { wait }: { readonly wait: boolean },
    caller: Caller,
  ): Promise<void> {
    this.#handles.get(handle)
    await this.#locks.set(inode, request, wait, wait ? caller.signal : undefined)
  }

  #open(file: MemoryFile, options: OpenOptions): Opened {
    if (options.truncate) {
      file.content.resize(0)
      this.#written(file, options.killSetId)
    }
    return { handle: this.#handles.open({ node: file, options }), cache: 'keep' }
  }

  #close(handle: number): void {
    this.#tree.dropUnused(this.#handles.close(handle))
  }

  #refuseTooMuch(lengthBytes: number): void {
    if (lengthBytes > this.#capacityBytes) throw new HiroError('no-room', 'full')
  }

  #written(file: MemoryFile, killSetId: boolean): void {
    file.mtimeNs = file.ctimeNs = this.#tree.nowNs()
    if (killSetId) file.mode = withoutSetId(file.mode)
  }

  *#list(handle: number, from: number): Generator<{ name: string; next: number; node: MemoryNode }> {
    const { names } = asFolder(this.#handles.get(handle).node)
    for (const [name, { inode, position }] of names) {
      if (position >= from) yield { name, next: position + 1, node: this.#tree.node(inode) }
    }
  }

  #entry(node: MemoryNode): Entry {
    if (node.inode !== ROOT_INODE) this.#tree.references.add(node.inode)
    return entryOf(node)
  }
}

function fresh(node: MemoryNode): FreshAttributes {
  return { attributes: attributesOf(node), attributesTimeoutMs: TIMEOUT_MS }
}

function entryOf(node: MemoryNode): Entry {
  return { ...fresh(node), entryTimeoutMs: TIMEOUT_MS, generation: 0 }
}
