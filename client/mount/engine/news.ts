import { toHiroError } from '../../../shared/errors.ts'
import type { ChangeListener } from '../../changes/change-feed.ts'
import type { SealedPlace, TreeChange } from '../../changes/tree-change.ts'
import type { Engine } from './engine.ts'
import type { Node } from './nodes.ts'

/** What a mount tells its kernel without being asked. Each may wait for requests that are under way, and is not to be waited for by who answers them. */
export interface Kernel {
  /** Attributes, and the content too where that may be another. */
  forgetInode(inode: number, what: 'content' | 'attributes'): Promise<void>
  /** The name is looked up before it is used again. What still stands for the same stays in use. */
  expireEntry(parent: number, name: string): Promise<void>
}

/** Brings what others change to the kernel, as far as that knows of it. What is changed through this mount the kernel knows best itself. */
export class News implements ChangeListener {
  readonly #engine: Engine
  readonly #kernel: Kernel

  constructor(engine: Engine, kernel: Kernel) {
    this.#engine = engine
    this.#kernel = kernel
  }

  told(changes: readonly TreeChange[]): void {
    for (const change of changes) if (!change.own) this.#tell(change)
  }

  lost(): void {
    this.#forgetAll()
  }

  /** Others may change what they like now, and nobody would be told. */
  down(): void {
    this.#forgetAll()
  }

  failed(): void {
    this.#forgetAll()
  }

  #tell(change: TreeChange): void {
    const { nodes, trust } = this.#engine
    trust.changed()
    const node = nodes.withId(change.id)
    if (change.kind === 'changed') {
      if (node) void this.#kernel.forgetInode(node.inode, change.content ? 'content' : 'attributes')
      return
    }
    if (node?.parent) void this.#kernel.expireEntry(node.parent.inode, node.name)
    if (change.kind !== 'removed') this.#arrived(node, change)
  }

  /** Something has a name that may have stood for something else. */
  #arrived(node: Node | undefined, { id, ...place }: SealedPlace & { readonly id: string }): void {
    const { nodes } = this.#engine
    const parent = nodes.withId(place.parent)
    const name = parent && this.#nameOf(id, place)
    if (parent === undefined || name === undefined) return
    void this.#kernel.expireEntry(parent.inode, name)
    // Who works in a folder that was moved goes on where it is now.
    if (node && nodes.at(parent, name) === undefined) nodes.seen(parent, name, { ...node.entry, name })
  }

  #nameOf(id: string, place: SealedPlace): string | undefined {
    try {
      return this.#engine.client.nameOf(id, place)
    } catch (cause) {
      this.#engine.log.warn('what was told of a name cannot be opened', { error: toHiroError(cause) })
      return undefined
    }
  }

  #forgetAll(): void {
    this.#engine.trust.changed()
    for (const node of this.#engine.nodes.all()) {
      if (node.parent && !node.removed) void this.#kernel.expireEntry(node.parent.inode, node.name)
      void this.#kernel.forgetInode(node.inode, 'attributes')
    }
  }
}
