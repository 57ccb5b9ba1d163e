import { ErrnoError } from '../errno.ts'
import type { OpenOptions } from '../file-system.ts'
import { asFile, type MemoryFile, type MemoryNode } from './memory-node.ts'

interface Handle {
  readonly node: MemoryNode
  /** Of a file. */
  readonly options?: OpenOptions
}

/** Open files and folders. */
export class MemoryHandles {
  readonly #handles = new Map<number, Handle>()
  #last = 0

  get size(): number {
    return this.#handles.size
  }

  open(handle: Handle): number {
    handle.node.handles++
    this.#handles.set(++this.#last, handle)
    return this.#last
  }

  close(handle: number): MemoryNode {
    const { node } = this.get(handle)
    this.#handles.delete(handle)
    node.handles--
    return node
  }

  get(handle: number): Handle {
    const found = this.#handles.get(handle)
    if (found === undefined) throw new ErrnoError('EBADF', `handle ${handle} is not open`)
    return found
  }

  file(handle: number, use: 'read' | 'write'): MemoryFile {
    const { node, options } = this.get(handle)
    if (options?.[use] !== true) throw new ErrnoError('EBADF', `not open to ${use}`)
    return asFile(node)
  }
}
