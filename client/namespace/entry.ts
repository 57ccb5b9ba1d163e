import { HiroError } from '../../shared/errors.ts'
import { idFromBytes } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import { joinPath } from '../paths.ts'
import { type Attributes, openAttributes } from '../seal/attributes.ts'
import { type GroupInFile, type Head, openHead } from '../seal/head.ts'
import type { Keys } from '../seal/keys.ts'
import { openName } from '../seal/names.ts'
import type { Xattrs } from '../seal/xattrs.ts'

interface EntryBase {
  readonly path: string
  /** The last part of the path; empty for '/'. */
  readonly name: string
  /** 32 hex digits; stays the same when it is moved, and when a file's content is replaced. */
  readonly id: string
  /** Permission bits. */
  readonly mode: number
  readonly mtimeMs: number
  /** Nanoseconds that it was later than `mtimeMs`; 0 unless given. */
  readonly mtimeNanos?: number | undefined
  /** By number; whoever looks unless given. */
  readonly uid?: number | undefined
  readonly gid?: number | undefined
  readonly xattrs?: Xattrs | undefined
  /** Of the newest change of this entry. */
  readonly revision: number
  /** By the coordinator's clock; for display. */
  readonly committedAtMs: number
  /** Where a snapshot shows it: the revision at which that was taken. */
  readonly at?: number | undefined
}

export interface FolderEntry extends EntryBase {
  readonly kind: 'folder'
}

export interface FileEntry extends EntryBase {
  readonly kind: 'file'
  readonly sizeBytes: number
  /** 0: it never had content. */
  readonly version: number
  /** What its pieces take, one copy of each: less than its size where it has holes. Absent: nobody counted. */
  readonly contentBytes?: number | undefined
  /** The version that wrote each group of its extents: this one, or an older one of the file. */
  readonly groupVersions: readonly number[]
  /** Present where it was edited: where each group lies. */
  readonly groupPlaces?: readonly GroupInFile[]
  /** This version was asked for, in a snapshot or by its number: it need not be the newest that this client has seen. */
  readonly older?: boolean | undefined
}

/** A symbolic link. Nothing in the library follows it. */
export interface LinkEntry extends EntryBase {
  readonly kind: 'link'
  readonly target: string
}

export type Entry = FileEntry | FolderEntry | LinkEntry

/** How an entry was found: in which folder, by its id and its path. */
export interface FoundIn {
  readonly parent: string
  readonly parentPath: string
}

/**
 * Opens what the coordinator says of an entry, every part of it bound to the entry's place: what is filed elsewhere, or belongs to another file or version, is
 * refused. Throws `integrity`, `version-unknown`, `bad-frame`.
 */
export function openEntry(keys: Keys, { parent, parentPath }: FoundIn, message: wire.Entry): Entry {
  const id = idFromBytes(message.id)
  const name = openName(keys, { parent, child: id, tag: message.tag }, message.sealedName)
  const attributes = openAttributes(keys, id, message.sealedAttributes)
  const { mode, mtimeMs, mtimeNanos, uid, gid, xattrs } = attributes
  const { revision, committedAtMs, version } = message
  const place = { path: joinPath(parentPath, name), name, id, revision, committedAtMs }
  const base = { ...place, mode, mtimeMs, mtimeNanos, uid, gid, xattrs }
  const kind = kindOf(message, attributes)
  if (kind === 'folder') return { ...base, kind }
  if (kind === 'link') return { ...base, kind, target: attributes.link ?? '' }
  const { contentBytes } = message
  return { ...base, kind, version, contentBytes, ...headOf(keys, id, message, attributes) }
}

/** The coordinator tells files from folders, attributes tell links from files. Throws `integrity` where they do not agree. */
export function kindOf({ folder, version }: wire.Entry, { link, fresh }: Attributes): Entry['kind'] {
  const isFolder = folder && link === undefined && !fresh
  const isLink = !folder && link !== undefined && version === 0
  if (isFolder || isLink) return isFolder ? 'folder' : 'link'
  if (folder || link !== undefined)
    throw new HiroError('integrity', 'the coordinator takes a file or a link for something else')
  return 'file'
}

/**
 * What a version is made of. Nothing, without a version, of a file that says itself that it was made empty: so that one which has content cannot be passed off as empty to someone who never saw it otherwise than as
 * it was made. Throws as `openEntry`.
 */
export function headOf(keys: Keys, file: string, { version, sealedHead }: wire.Entry, { fresh }: Attributes): Head {
  if (version > 0) return openHead(keys, { file, version }, sealedHead)
  if (!fresh) throw new HiroError('integrity', 'a file without a version, that was not made without content')
  return { sizeBytes: 0, groupVersions: [] }
}
