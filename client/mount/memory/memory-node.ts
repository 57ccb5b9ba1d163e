import { HiroError } from '../../../shared/errors.ts'
import { ErrnoError } from '../errno.ts'
import type { Attributes, Kind } from '../node.ts'
import { SparseContent } from './sparse-content.ts'

interface NodeBase {
  readonly inode: number
  mode: number
  uid: number
  gid: number
  /** Names of it. */
  links: number
  atimeNs: bigint
  mtimeNs: bigint
  ctimeNs: bigint
  readonly extended: Map<string, Uint8Array>
  handles: number
}

export interface MemoryFile extends NodeBase {
  readonly kind: 'file'
  readonly content: SparseContent
}

export interface MemoryFolder extends NodeBase {
  readonly kind: 'folder'
  /** In the order of their positions in a listing, which only grow. */
  readonly names: Map<string, { readonly inode: number; readonly position: number }>
  nextPosition: number
  parent: number
}

export interface MemorySymlink extends NodeBase {
  readonly kind: 'symlink'
  target: string
}

export type MemoryNode = MemoryFile | MemoryFolder | MemorySymlink

export interface NewNode {
  readonly inode: number
  readonly kind: Kind
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly parent: number
  readonly nowNs: bigint
}

export function newNode({ kind, nowNs, parent, ...rest }: NewNode): MemoryNode {
  const base = { ...rest, links: 0, atimeNs: nowNs, mtimeNs: nowNs, ctimeNs: nowNs, extended: new Map(), handles: 0 }
  if (kind === 'file') return { ...base, kind, content: new SparseContent() }
  if (kind === 'folder') return { ...base, kind, names: new Map(), nextPosition: 0, parent }
  return { ...base, kind, target: '' }
}

export function attributesOf(node: MemoryNode): Attributes {
  const { inode, kind, mode, uid, gid, atimeNs, mtimeNs, ctimeNs } = node
  const sizes =
    node.kind === 'file'
      ? { sizeBytes: node.content.sizeBytes, allocatedBytes: node.content.allocatedBytes }
      : { sizeBytes: node.kind === 'symlink' ? Buffer.byteLength(node.target) : 0, allocatedBytes: 0 }
  const links = node.kind === 'folder' && node.links > 0 ? 2 : node.links
  return { inode, kind, mode, links, uid, gid, atimeNs, mtimeNs, ctimeNs, ...sizes }
}

export function asFolder(node: MemoryNode): MemoryFolder {
  if (node.kind !== 'folder') throw new HiroError('not-a-folder', 'not a folder')
  return node
}

export function asFile(node: MemoryNode): MemoryFile {
  if (node.kind === 'folder') throw new HiroError('is-a-folder', 'a folder')
  if (node.kind === 'symlink') throw new ErrnoError('EINVAL', 'a symlink')
  return node
}
