import { HiroError } from '../../../shared/errors.ts'
import type { Log } from '../../../shared/log.ts'
import type { FileHandle } from '../../files/file-handle.ts'
import type { HiroClient } from '../../hiro-client.ts'
import type { AttributesChange } from '../../namespace/change-attributes.ts'
import { SNAPSHOTS_NAME } from '../../paths.ts'
import { ErrnoError } from '../errno.ts'
import type { Entry, FreshAttributes } from '../node.ts'
import { freshOf, type Keep, kernelEntryOf, type Owner } from './attributes.ts'
import { HeldLocks } from './held-locks.ts'
import { type Node, Nodes, nodeIdOf, pathOf } from './nodes.ts'
import { OpenNodes } from './open-nodes.ts'
import { Trust } from './trust.ts'

export interface EngineOptions {
  /** Whose everything is that says nothing of an owner. */
  readonly owner: Owner
  readonly readOnly: boolean
}

/** What the calls of a mounted swarm share. */
export class Engine {
  readonly client: HiroClient
  readonly log: Log
  readonly nodes: Nodes
  readonly open = new OpenNodes()
  readonly held = new HeldLocks()
  readonly trust: Trust
  /** Tells the kernel that what it has of an inode is old. Set once it is mounted. */
  invalidate: (inode: number) => Promise<void> = async () => {}
  readonly #options: EngineOptions

  private constructor(client: HiroClient, log: Log, nodes: Nodes, options: EngineOptions) {
    this.client = client
    this.log = log
    this.nodes = nodes
    this.trust = new Trust(client.changes)
    this.#options = options
  }

  static async make(client: HiroClient, log: Log, options: EngineOptions, signal?: AbortSignal): Promise<Engine> {
    return new Engine(client, log, new Nodes(await client.stat('/', { signal })), options)
  }

  /** Of what is to be changed itself, or of the folder in which `name` is to be. Throws EROFS. */
  requireWritable(node: Node, name?: string): void {
    if (this.#options.readOnly) throw new ErrnoError('EROFS', 'the swarm is mounted for reading')
    if (node.entry.at !== undefined || name === SNAPSHOTS_NAME)
      throw new ErrnoError('EROFS', 'a snapshot shows what was, and nothing changes it')
  }

  /** An entry for the kernel, and so a reference of it more. `mark`: of before it was looked up; without one it is believed for a moment only. */
  entry(node: Node, mark?: number): Entry {
    this.nodes.refer(node)
    return this.unreferredEntry(node, mark)
  }

  unreferredEntry(node: Node, mark?: number): Entry {
    return kernelEntryOf(node, this.#options.owner, this.#keep(node, mark), this.open.of(node)?.stat())
  }

  fresh(node: Node, mark?: number): FreshAttributes {
    return freshOf(node, this.#options.owner, this.#keep(node, mark), this.open.of(node)?.stat())
  }

  /** What is open here is published by and by, and its attributes with it, of which nobody tells the kernel. */
  #keep(node: Node, mark: number | undefined): Keep {
    // Nobody tells of snapshots that are removed.
    const nameMs = this.trust.keepMs(node.entry.at === undefined ? mark : undefined)
    return { nameMs, attributesMs: this.open.of(node) ? this.trust.keepMs(undefined) : nameMs }
  }

  /** The kernel is about to see this version of the file: whether it is what it has. If not, its attributes are dropped, and its content has to be. */
  async told(node: Node, file: FileHandle): Promise<boolean> {
    const { version } = file.stat()
    if (node.versionTold === version) return true
    node.versionTold = version
    await this.invalidate(node.inode)
    return false
  }

  /** Looks a node up anew. Throws `not-found` where it is not there any more. */
  async look(node: Node, signal: AbortSignal): Promise<void> {
    const entry = await this.client.stat(pathOf(node), { signal })
    if (nodeIdOf(entry) !== node.id) throw new HiroError('not-found', 'something else has its name now')
    node.entry = entry
  }

  /** Does something to a file through a handle that is open, or one that is opened for it and closed again. */
  async withFile(
    node: Node,
    handle: number | undefined,
    signal: AbortSignal,
    work: (file: FileHandle) => void,
  ): Promise<void> {
    if (handle !== undefined) return work(this.open.file(handle, 'write').file)
    await using file = await this.client.open(pathOf(node), 'r+', { signal })
    work(file)
    await file.sync({ signal })
    if (!this.open.of(node)) await this.look(node, signal)
  }

  /** At once; or, of a file that is written to, with what is written. */
  async changeAttributes(node: Node, change: AttributesChange, signal: AbortSignal): Promise<void> {
    const file = this.open.of(node)
    if (file && (node.removed || file.isDirty)) return file.setAttributes(change)
    node.entry = await this.client.setAttributes(pathOf(node), change, { signal })
    await file?.refresh({ signal })
  }

  /** Publishes some of what is written. Never throws. */
  async writeBack(): Promise<void> {
    await Promise.all([...this.open.files()].map(async (file) => await file.writeBack()))
  }

  /** Publishes what is open and written to. Throws what that throws of the first file that could not be; the others are published all the same. */
  async close(): Promise<void> {
    const results = await Promise.allSettled([...this.open.files()].map(async (file) => await file.sync()))
    const failed = results.find((result) => result.status === 'rejected')
    if (failed) throw failed.reason
  }
}
