import type { FileHandle } from '../../files/file-handle.ts'
import { ErrnoError } from '../errno.ts'
import type { OpenOptions } from '../file-system.ts'
import type { Node } from './nodes.ts'

/** A descriptor that is open, of a file or a folder. */
export interface OpenNode {
  readonly node: Node
  /** Of a file. */
  readonly file?: FileHandle
  readonly options?: OpenOptions
}

export interface OpenFileNode extends OpenNode {
  readonly file: FileHandle
  readonly options: OpenOptions
}

/** What is open through the mount, by the numbers that the kernel has. */
export class OpenNodes {
  readonly #open = new Map<number, OpenNode>()
  /** One of each file that is open: all of them tell the same. */
  readonly #files = new Map<Node, Set<FileHandle>>()
  #last = 0

  get size(): number {
    return this.#open.size
  }

  add(open: OpenNode): number {
    open.node.handles++
    this.#open.set(++this.#last, open)
    if (open.file) {
      const files = this.#files.get(open.node) ?? new Set()
      this.#files.set(open.node, files.add(open.file))
    }
    return this.#last
  }

  /** Throws EBADF. */
  get(handle: number): OpenNode {
    const found = this.#open.get(handle)
    if (found === undefined) throw new ErrnoError('EBADF', `handle ${handle} is not open`)
    return found
  }

  /** Throws EBADF, also where it is not open for that. */
  file(handle: number, use?: 'read' | 'write'): OpenFileNode {
    const { node, file, options } = this.get(handle)
    if (file === undefined || options === undefined) throw new ErrnoError('EBADF', 'a folder is open there')
    if (use && !options[use]) throw new ErrnoError('EBADF', `not open to ${use}`)
    return { node, file, options }
  }

  /** Any handle of the file. */
  of(node: Node): FileHandle | undefined {
    return this.#files.get(node)?.values().next().value
  }

  countOf(node: Node): number {
    return this.#files.get(node)?.size ?? 0
  }

  remove(handle: number): OpenNode {
    const open = this.get(handle)
    this.#open.delete(handle)
    open.node.handles--
    const files = this.#files.get(open.node)
    if (files && open.file) {
      files.delete(open.file)
      if (files.size === 0) this.#files.delete(open.node)
    }
    return open
  }

  /** All files that are open, each by one handle. */
  *files(): Generator<FileHandle> {
    for (const files of this.#files.values()) {
      const [file] = files
      if (file) yield file
    }
  }
}
