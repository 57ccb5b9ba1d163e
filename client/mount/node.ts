export type Kind = 'file' | 'folder' | 'symlink'

/** The folder that is mounted. */
export const ROOT_INODE = 1

export interface Attributes {
  /** 1 to 2^53 - 1. Stays with the file while the kernel has references to it, whatever it is called; the root's is `ROOT_INODE`. */
  readonly inode: number
  readonly kind: Kind
  /** Permission bits, with set-user-id, set-group-id and sticky. */
  readonly mode: number
  /** Names it has; 0 for a file that is open and has none any more. */
  readonly links: number
  readonly uid: number
  readonly gid: number
  /** Of a symlink, the length of its target. */
  readonly sizeBytes: number
  /** What it takes of the store's space; less than its size where it has holes. */
  readonly allocatedBytes: number
  /** Nanoseconds since the Unix epoch; negative before it. */
  readonly atimeNs: bigint
  readonly mtimeNs: bigint
  readonly ctimeNs: bigint
}

/** Attributes, and for how long the kernel may answer with them by itself. 0: it asks each time. */
export interface FreshAttributes {
  readonly attributes: Attributes
  readonly attributesTimeoutMs: number
}

/** What a name stands for. Each one that is given out counts as one reference of the kernel to the inode, until `forget`. */
export interface Entry extends FreshAttributes {
  /** For how long the kernel may take the name to stand for this inode. */
  readonly entryTimeoutMs: number
  /** Tells apart files that had the same inode number one after the other; 0 where none is used again. */
  readonly generation: number
}

/** Fields that are absent stay as they are. */
export interface AttributeChanges {
  readonly mode?: number
  readonly uid?: number
  readonly gid?: number
  /** Cuts the file, or lengthens it with zeros. */
  readonly sizeBytes?: number
  readonly atimeNs?: bigint
  readonly mtimeNs?: bigint
  readonly ctimeNs?: bigint
  /** See `withoutSetId`. */
  readonly killSetId?: true
}

/** A listed name; where to go on behind it is `next`. */
export interface ListedName {
  readonly name: string
  readonly next: number
}

export interface ListedKind extends ListedName {
  readonly inode: number
  readonly kind: Kind
}

/** Counts as a reference, as any `Entry` does. */
export interface ListedEntry extends ListedName {
  readonly entry: Entry
}

/** The permission bits of a file after somebody wrote to it or gave it away who may not lend his rights: as Linux's own file systems do it. */
export function withoutSetId(mode: number): number {
  const SET_USER_ID = 0o4000
  const SET_GROUP_ID = 0o2000
  const GROUP_EXECUTE = 0o010
  return mode & ~(mode & GROUP_EXECUTE ? SET_USER_ID | SET_GROUP_ID : SET_USER_ID)
}
