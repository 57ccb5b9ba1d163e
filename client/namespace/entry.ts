import { HiroError } from '../../shared/errors.ts'
import { idFromBytes } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import { joinPath } from '../paths.ts'
import { openAttributes } from '../seal/attributes.ts'
import { type GroupInFile, type Head, openHead } from '../seal/head.ts'
import type { Keys } from '../seal/keys.ts'
import { openName } from '../seal/names.ts'

interface EntryBase {
  readonly path: string
  /** The last part of the path; empty for '/'. */
  readonly name: string
  /** 32 hex digits; stays the same when it is moved, and when a file's content is replaced. */
  readonly id: string
  /** Permission bits. */
  readonly mode: number
  readonly mtimeMs: number
  /** Of the newest change of this entry. */
  readonly revision: number
  /** By the coordinator's clock; for display. */
  readonly committedAtMs: number
}

export interface FolderEntry extends EntryBase {
  readonly kind: 'folder'
}

export interface FileEntry extends EntryBase {
  readonly kind: 'file'
  readonly sizeBytes: number
  readonly version: number
  /** The version that wrote each group of its extents: this one, or an older one of the file. */
  readonly groupVersions: readonly number[]
  /** Present where it was edited: where each group lies. */
  readonly groupPlaces?: readonly GroupInFile[]
}

export type Entry = FileEntry | FolderEntry

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
  const { mode, mtimeMs } = openAttributes(keys, id, message.sealedAttributes)
  const { revision, committedAtMs, version } = message
  const base = { path: joinPath(parentPath, name), name, id, mode, mtimeMs, revision, committedAtMs }
  if (message.folder) return { ...base, kind: 'folder' }
  return { ...base, kind: 'file', version, ...headOf(keys, id, message) }
}

/** Throws as `openEntry`. */
export function headOf(keys: Keys, file: string, message: wire.Entry): Head {
  if (message.version === 0) throw new HiroError('integrity', 'a file without a version')
  return openHead(keys, { file, version: message.version }, message.sealedHead)
}
