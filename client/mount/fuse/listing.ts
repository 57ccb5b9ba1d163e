import type { Kind, ListedEntry, ListedKind } from '../node.ts'
import { modeOfKind, OUT_HEADER_BYTES } from './constants.ts'
import { ENTRY_BYTES, writeEntry } from './entries.ts'
import { ReplyWriter } from './reply-writer.ts'

const NAME_AT = 24
const ALIGNMENT_BYTES = 8
/** Of '.' and '..', which the kernel looks up itself. */
const INODE_UNKNOWN = 0xffffffff

/**
 * What READDIR and READDIRPLUS answer: entries one behind the other, each from a multiple of 8 bytes. struct fuse_dirent: ino u64, off u64 (where to go on behind it), namelen u32,
 * type u32 (the mode's upper bits), the name; struct fuse_direntplus: fuse_entry_out, fuse_dirent. Positions 0 and 1 are '.' and '..', and the engine's begin behind these.
 */
export class Listing {
  static readonly OWN_NAMES = 2
  readonly #reply: ReplyWriter

  constructor(sizeBytes: number) {
    this.#reply = new ReplyWriter(sizeBytes)
  }

  /** '.' and '..', as far as they lie behind `from`. False when one did not fit. */
  addOwn(from: number, inode: number, plus: boolean): boolean {
    return ['.', '..'].every((name, at) => {
      if (at < from) return true
      if (!this.#fits(name, plus)) return false
      // No entry behind it, and so no reference.
      if (plus) this.#reply.skip(ENTRY_BYTES)
      this.#addName(name, at + 1, name === '.' ? inode : INODE_UNKNOWN, 'folder')
      return true
    })
  }

  /** False when it did not fit. */
  addKind({ name, next, inode, kind }: ListedKind): boolean {
    if (!this.#fits(name, false)) return false
    this.#addName(name, next + Listing.OWN_NAMES, inode, kind)
    return true
  }

  /** As `addKind`. */
  addEntry({ name, next, entry }: ListedEntry): boolean {
    if (!this.#fits(name, true)) return false
    writeEntry(this.#reply, entry)
    this.#addName(name, next + Listing.OWN_NAMES, entry.attributes.inode, entry.attributes.kind)
    return true
  }

  get bytes(): Uint8Array {
    return this.#reply.written
  }

  get isEmpty(): boolean {
    return this.#reply.written.byteLength === OUT_HEADER_BYTES
  }

  #fits(name: string, plus: boolean): boolean {
    return this.#reply.leftBytes >= (plus ? ENTRY_BYTES : 0) + aligned(NAME_AT + Buffer.byteLength(name))
  }

  #addName(name: string, next: number, inode: number, kind: Kind): void {
    const bytes = Buffer.from(name)
    this.#reply
      .u64(inode)
      .u64(next)
      .u32(bytes.byteLength)
      .u32(modeOfKind[kind] >> 12)
    this.#reply.raw(bytes).skip(aligned(NAME_AT + bytes.byteLength) - NAME_AT - bytes.byteLength)
  }
}

function aligned(lengthBytes: number): number {
  return Math.ceil(lengthBytes / ALIGNMENT_BYTES) * ALIGNMENT_BYTES
}
