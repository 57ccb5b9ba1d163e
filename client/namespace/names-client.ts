import { HiroError, hasCode } from '../../shared/errors.ts'
import type { SealedPlace } from '../changes/tree-change.ts'
import { namingQuota } from '../quotas/name-quota.ts'
import { openName } from '../seal/names.ts'
import type { Xattrs } from '../seal/xattrs.ts'
import { type AttributesChange, changeAttributes, changed } from './change-attributes.ts'
import type { Entry, FileEntry, LinkEntry } from './entry.ts'
import { type FileOptions, type LinkOptions, makeFile, makeLink } from './make-file.ts'
import { type Page, type PageOptions, Tree, type TreePorts, type WorkOptions } from './tree.ts'

export interface SetXattrOptions extends WorkOptions {
  /** One of that name may not be there, or has to be. */
  readonly only?: 'new' | 'there' | undefined
}

/** The part of `HiroClient` that file systems have beyond files and folders: attributes, links, files without content, pages of listings. */
export abstract class NamesClient {
  protected abstract get treePorts(): TreePorts

  abstract stat(path: string, options?: WorkOptions): Promise<Entry>

  /** The name of something in its folder, as it is told of changes. Throws `integrity`. */
  nameOf(child: string, { parent, sealedName }: SealedPlace): string {
    return openName(this.treePorts.namespace.keys, { parent, child }, sealedName)
  }

  /** Whether there is anything at `path`. Throws as `stat`, but for `not-found`. */
  async exists(path: string, options?: WorkOptions): Promise<boolean> {
    try {
      await this.stat(path, options)
      return true
    } catch (error) {
      if (hasCode(error, 'not-found')) return false
      throw error
    }
  }

  /**
   * An empty file, in one step; with `exclusive` only where none is. Its content comes with `replace`. Throws `exists`, `is-a-folder`, `is-a-link`, `not-found` and `not-a-folder` (what is above), `name-invalid`,
   * `usage`, `unknown`.
   */
  async makeFile(path: string, options?: FileOptions): Promise<FileEntry> {
    return await namingQuota(this.treePorts, path, async () => await makeFile(this.treePorts, path, options))
  }

  /** A symbolic link at `path`. The library follows none: what is read, or looked for, through one is `is-a-link` or `not-a-folder`. Throws as `mkdir`, and `usage` for a target that cannot be. */
  async symlink(target: string, path: string, options?: LinkOptions): Promise<LinkEntry> {
    return await namingQuota(this.treePorts, path, async () => await makeLink(this.treePorts, target, path, options))
  }

  /** A page of a listing, to go on from any of its entries. Throws as `list`, and `usage`. */
  async readdir(path: string, options?: PageOptions): Promise<Page> {
    return await new Tree(this.treePorts).page(path, options)
  }

  /**
   * Changes several attributes in one step and leaves the others, also those that someone else changes at the same time; content and version stay. The result is as `stat` shows it then. Throws `not-found`, `not-a-folder` (what is above),
   * `usage` (it cannot be kept; or '/', which has no attributes), `changed` (others were faster, again and again), `unknown`.
   */
  async setAttributes(path: string, change: AttributesChange, { signal }: WorkOptions = {}): Promise<Entry> {
    return await changeAttributes(this.treePorts, path, (attributes) => changed(attributes, change), signal)
  }

  /** Permission bits. Throws as `setAttributes`. */
  async chmod(path: string, mode: number, options?: WorkOptions): Promise<Entry> {
    return await this.setAttributes(path, { mode }, options)
  }

  /** The time of the last change of the contents, to the nanosecond. Throws as `setAttributes`. */
  async utimes(
    path: string,
    { mtimeMs, mtimeNanos }: { readonly mtimeMs: number; readonly mtimeNanos?: number | undefined },
    options?: WorkOptions,
  ): Promise<Entry> {
    return await this.setAttributes(path, { mtimeMs, mtimeNanos }, options)
  }

  /** Owner and group by number; what is left out stays. Throws as `setAttributes`. */
  async chown(
    path: string,
    { uid, gid }: { readonly uid?: number | undefined; readonly gid?: number | undefined },
    options?: WorkOptions,
  ): Promise<Entry> {
    return await this.setAttributes(path, { uid, gid }, options)
  }

  /** `undefined`: it has none of that name. Throws as `stat`. */
  async getXattr(path: string, name: string, options?: WorkOptions): Promise<Uint8Array | undefined> {
    return (await this.#xattrs(path, options)).get(name)
  }

  /** In no particular order. Throws as `stat`. */
  async listXattrs(path: string, options?: WorkOptions): Promise<string[]> {
    return [...(await this.#xattrs(path, options)).keys()]
  }

  /** At most 64 of 8 KiB together. Throws as `setAttributes`, and what `only` asks for: `exists`, `not-found`. */
  async setXattr(
    path: string,
    name: string,
    value: Uint8Array,
    { only, signal }: SetXattrOptions = {},
  ): Promise<Entry> {
    const xattrs = new Map([[name, value]])
    return await this.#changeXattr(path, name, { xattrs }, only, signal)
  }

  /** Throws as `setAttributes`, and `not-found` where there is none of that name. */
  async removeXattr(path: string, name: string, { signal }: WorkOptions = {}): Promise<Entry> {
    return await this.#changeXattr(path, name, { xattrs: new Map([[name, undefined]]) }, 'there', signal)
  }

  async #changeXattr(
    path: string,
    name: string,
    change: AttributesChange,
    only: SetXattrOptions['only'],
    signal: AbortSignal | undefined,
  ): Promise<Entry> {
    return await changeAttributes(
      this.treePorts,
      path,
      (attributes) => {
        const isThere = attributes.xattrs?.has(name) ?? false
        if (isThere && only === 'new') throw new HiroError('exists', `there is an attribute of that name on ${path}`)
        if (!isThere && only === 'there')
          throw new HiroError('not-found', `there is no attribute of that name on ${path}`)
        return changed(attributes, change)
      },
      signal,
    )
  }

  async #xattrs(path: string, options: WorkOptions | undefined): Promise<Xattrs> {
    return (await this.stat(path, options)).xattrs ?? new Map()
  }
}
