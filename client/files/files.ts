import { HiroError, toHiroError } from '../../shared/errors.ts'
import { idFromBytes } from '../../shared/ids.ts'
import { GROUP_EXTENTS_MAX } from '../../shared/limits.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import { Limiter } from '../../shared/work/limiter.ts'
import { kindOf } from '../namespace/entry.ts'
import { inSnapshots, requirePresent } from '../paths.ts'
import { openAttributes } from '../seal/attributes.ts'
import { quoted } from '../seal/name-rules.ts'
import { SnapshotTree } from '../snapshots/snapshot-tree.ts'
import { DirtyBudget } from './dirty-budget.ts'
import { FileHandle } from './file-handle.ts'
import { OpenFile } from './open-file.ts'
import { type OpenFlags, openFlags } from './open-flags.ts'
import type { FilePorts, FileSettings } from './ports.ts'
import { type Tidied, type TidyOptions, tidyFile } from './tidy.ts'

export interface OpenFileOptions {
  /** Of a file that is made. */
  readonly mode?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** Makes an empty file. Throws `exists`. */
export type MakeFile = (path: string, options: OpenFileOptions) => Promise<unknown>

/** More: writes that are overtaken by others cost less; less: less memory. While it is on its way a step of it, 32 MiB, is there twice. */
const DIRTY_BYTES_MAX_DEFAULT = 64 * 1024 * 1024

/** A file whose last handle was closed is kept for so long: many programs open, change and close one file again and again, and then find its edit still there. */
const LINGER_MS = 3_000
/** A file with more groups than that, besides those that its size asks for, is in very many parts: thousands, as groups of a file that is edited have hundreds. */
const SCATTERED_GROUPS = 16
/** Longer ones go first. */
const LINGERING_MAX = 64

interface Shared {
  readonly file: OpenFile
  handles: number
  /** Ends its lingering. */
  stop?: () => void
}

/** What this client has open. All handles of a file share it, so that each sees what the others wrote. */
export class Files {
  readonly #ports: FilePorts
  readonly #settings: FileSettings
  readonly #make: MakeFile
  readonly #open = new Map<string, Shared>()
  readonly #budget: DirtyBudget
  readonly #closed = new AbortController()
  readonly #tidying = new Limiter(1)

  constructor(ports: FilePorts, settings: FileSettings, make: MakeFile) {
    this.#ports = ports
    this.#settings = settings
    this.#budget = new DirtyBudget(settings.dirtyBytesMax ?? DIRTY_BYTES_MAX_DEFAULT)
    this.#make = make
  }

  /** Throws `not-found`, `exists`, `is-a-folder`, `not-a-folder`, `name-invalid`, `usage`. */
  async open(path: string, flags: string | OpenFlags = 'r', options: OpenFileOptions = {}): Promise<FileHandle> {
    const how = openFlags(flags)
    if (inSnapshots(path)) return await this.#openThen(path, how, options)
    const { id, message } = await this.#find(path, how, options)
    const shared = this.#again(id) ?? this.#share(id, message)
    shared.handles++
    try {
      // Whoever opens sees what was published when others closed.
      await shared.file.seen(message)
      if (how.truncate) shared.file.truncate(0)
    } catch (error) {
      await this.#leave(id, shared)
      throw error
    }
    return new FileHandle(path, shared.file, how, async () => await this.#leave(id, shared))
  }

  /** See `tidyFile`. Throws as `open`. */
  async tidy(path: string, options: TidyOptions = {}): Promise<Tidied> {
    const { id } = await this.#find(path, openFlags('r'), options)
    return await tidyFile(this.#ports, id, this.#settings, options)
  }

  /** Gives up what is not published of whatever is open still. */
  async close(): Promise<void> {
    this.#closed.abort(new HiroError('aborted', 'the client was closed'))
    for (const [id, shared] of this.#open) await this.#drop(id, shared)
    await this.#tidying.run(async () => {})
  }

  #again(id: string): Shared | undefined {
    const shared = this.#open.get(id)
    shared?.stop?.()
    shared?.file.again()
    return shared
  }

  /** Of a snapshot, to be read. It is shared with nothing: it is another file than the one of that id that can be written to. */
  async #openThen(path: string, how: OpenFlags, { signal }: OpenFileOptions): Promise<FileHandle> {
    if (how.write || how.create || how.truncate) requirePresent(path)
    const { id, message } = await new SnapshotTree(this.#ports).find(path, signal)
    requireFile(path, message, this.#ports)
    const file = new OpenFile(this.#ports, id, message, { ...this.#settings, older: true }, this.#budget)
    return new FileHandle(path, file, how, async () => await file.close())
  }

  #share(id: string, message: wire.Entry): Shared {
    const shared = { file: new OpenFile(this.#ports, id, message, this.#settings, this.#budget), handles: 0 }
    this.#open.set(id, shared)
    return shared
  }

  async #find(
    path: string,
    { create, exclusive }: OpenFlags,
    options: OpenFileOptions,
  ): Promise<{ id: string; message: wire.Entry }> {
    const { namespace } = this.#ports
    for (let made = false; ; ) {
      const found = await namespace.find(path, options.signal)
      if (found) requireFile(path, found.message, this.#ports)
      if (found && exclusive && !made) throw new HiroError('exists', `${quoted(path)} is already there`)
      if (found) return found
      if (!create) return await namespace.require(path, options.signal)
      try {
        await this.#make(path, options)
        made = true
      } catch (error) {
        // Someone else made it since we looked.
        if (exclusive || !(error instanceof HiroError) || error.code !== 'exists') throw error
      }
    }
  }

  async #leave(id: string, shared: Shared): Promise<void> {
    if (--shared.handles > 0) return
    const { file } = shared
    if (file.isDirty || file.isUnlinked || this.#open.get(id) !== shared) return await this.#drop(id, shared)
    file.fence = undefined
    const cancel = this.#ports.clock.after(LINGER_MS, () => void this.#rest(id, shared))
    const lingering = [...this.#open].filter(([, { handles }]) => handles === 0)
    shared.stop = () => {
      cancel()
      delete shared.stop
    }
    const [longest] = lingering
    if (longest && lingering.length > LINGERING_MAX) await this.#drop(...longest)
  }

  /** Nobody has opened it for a while. Where it has become much scattered it is tidied, one file after the other, unless somebody writes to it again. Never throws. */
  async #rest(id: string, shared: Shared): Promise<void> {
    const { sizeBytes, groups, wasEdited } = shared.file
    const isScattered =
      groups > SCATTERED_GROUPS + (2 * sizeBytes) / (this.#settings.chunkSizeBytes * GROUP_EXTENTS_MAX)
    await this.#drop(id, shared)
    if (!isScattered || !wasEdited) return
    const { signal } = this.#closed
    await this.#tidying
      .run(async () => await tidyFile(this.#ports, id, this.#settings, { signal }), signal)
      .catch((error: unknown) =>
        this.#ports.log.info('a file stays in many parts', { file: id, error: toHiroError(error) }),
      )
  }

  /** Never throws. */
  async #drop(id: string, shared: Shared): Promise<void> {
    shared.stop?.()
    if (this.#open.get(id) === shared) this.#open.delete(id)
    await shared.file.close()
  }
}

/** Throws `is-a-folder`, `is-a-link`. */
function requireFile(path: string, message: wire.Entry, { namespace }: FilePorts): void {
  const kind = kindOf(message, openAttributes(namespace.keys, idFromBytes(message.id), message.sealedAttributes))
  if (kind === 'folder') throw new HiroError('is-a-folder', `${quoted(path)} is a folder`)
  if (kind === 'link') throw new HiroError('is-a-link', `${quoted(path)} is a symbolic link`)
}
