import type { FileStat } from '../../files/file-handle.ts'
import type { Entry } from '../../namespace/entry.ts'
import type { Attributes, FreshAttributes, Entry as KernelEntry } from '../node.ts'
import type { Node } from './nodes.ts'

const NANOS_PER_MS = 1_000_000n
const BLOCK_BYTES = 512

/** Whose everything is that says nothing of an owner. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** `open`: what is known of a file that is open here and may not be published as it is. */
function attributesOf(node: Node, owner: Owner, open?: FileStat): Attributes {
  const { entry, inode, removed } = node
  const { kind, sizeBytes, contentBytes } = shapeOf(entry)
  const size = open?.sizeBytes ?? sizeBytes
  const allocated = (open ? open.contentBytes : contentBytes) ?? size
  const mtimeNs = open ? nanos(open.mtimeMs, open.mtimeNanos) : nanos(entry.mtimeMs, entry.mtimeNanos)
  const committedNs = nanos(Math.max(entry.committedAtMs, open?.committedAtMs ?? 0))
  return {
    inode,
    kind,
    mode: open?.mode ?? entry.mode,
    links: removed ? 0 : 1,
    uid: entry.uid ?? owner.uid,
    gid: entry.gid ?? owner.gid,
    sizeBytes: size,
    allocatedBytes: Math.ceil(allocated / BLOCK_BYTES) * BLOCK_BYTES,
    atimeNs: (node.atimeNs ??= mtimeNs),
    mtimeNs,
    ctimeNs: committedNs > mtimeNs ? committedNs : mtimeNs,
  }
}

/** What the kernel may keep. */
export interface Keep {
  readonly nameMs: number
  readonly attributesMs: number
}

export function freshOf(node: Node, owner: Owner, { attributesMs }: Keep, open?: FileStat): FreshAttributes {
  return { attributes: attributesOf(node, owner, open), attributesTimeoutMs: attributesMs }
}

export function kernelEntryOf(node: Node, owner: Owner, keep: Keep, open?: FileStat): KernelEntry {
  return { ...freshOf(node, owner, keep, open), entryTimeoutMs: keep.nameMs, generation: 0 }
}

export function kindOf(entry: Entry): Attributes['kind'] {
  return entry.kind === 'link' ? 'symlink' : entry.kind
}

interface Shape {
  readonly kind: Attributes['kind']
  readonly sizeBytes: number
  readonly contentBytes?: number | undefined
}

function shapeOf(entry: Entry): Shape {
  const kind = kindOf(entry)
  if (entry.kind === 'file') return { kind, sizeBytes: entry.sizeBytes, contentBytes: entry.contentBytes }
  return { kind, sizeBytes: entry.kind === 'link' ? Buffer.byteLength(entry.target) : 0 }
}

function nanos(ms: number, more = 0): bigint {
  return BigInt(Math.floor(ms)) * NANOS_PER_MS + BigInt(more)
}

export function msOf(ns: bigint): { mtimeMs: number; mtimeNanos: number } {
  const rest = ((ns % NANOS_PER_MS) + NANOS_PER_MS) % NANOS_PER_MS
  return { mtimeMs: Number((ns - rest) / NANOS_PER_MS), mtimeNanos: Number(rest) }
}
