import { backupSecrets } from '../shared/backup/backup-keys.ts'
import { HiroError, hasCode, toHiroError } from '../shared/errors.ts'
import { CHUNK_SIZE_BYTES } from '../shared/limits.ts'
import { step } from '../shared/steps.ts'
import { throwIfAborted } from '../shared/work/signal.ts'
import { ChangeFeed } from './changes/change-feed.ts'
import { OwnCalls } from './changes/own-calls.ts'
import { Watch } from './changes/watch.ts'
import type { Watching, WatchOptions } from './changes/watched-change.ts'
import type { ClientPorts, ClientSettings } from './client-settings.ts'
import { ControlLink, PATIENCE_MS } from './control/control-link.ts'
import { Blocks } from './download/blocks.ts'
import { type CheckOptions, type CheckResult, check } from './download/check.ts'
import { ReplicaChoice } from './download/choice-of-replica.ts'
import { type ReadOptions, read } from './download/download.ts'
import type { DownloadPorts } from './download/ports.ts'
import { type ReadSmallOptions, readSmall, type SmallContent } from './download/read-small.ts'
import { type Why, why } from './download/why.ts'
import type { FileHandle } from './files/file-handle.ts'
import { Files, type OpenFileOptions } from './files/files.ts'
import type { OpenFlags } from './files/open-flags.ts'
import type { Tidied, TidyOptions } from './files/tidy.ts'
import type { Lock, LockOptions } from './locks/lock-options.ts'
import { Locks } from './locks/locks.ts'
import type { Entry, FileEntry } from './namespace/entry.ts'
import { Namespace } from './namespace/namespace.ts'
import { type FolderOptions, type MoveOptions, type RemoveOptions, Tree, type WorkOptions } from './namespace/tree.ts'
import { parentPath } from './paths.ts'
import { nameQuotas, namingQuota } from './quotas/name-quota.ts'
import { afterRestore } from './seal/version-memory/after-restore.ts'
import type { VersionMemory } from './seal/version-memory/version-memory.ts'
import { SnapshotsClient } from './snapshots/snapshots-client.ts'
import type { VersionPorts } from './snapshots/versions.ts'
import { readStatus, type SwarmStatus } from './status.ts'
import { type Restored, type RestoreOptions, Trash } from './trash/trash.ts'
import type { TrashItem } from './trash/trash-item.ts'
import type { AddOptions, AddResult } from './upload/add-options.ts'
import { addPack, type PackedOutcome, type PackOptions, type SmallFile } from './upload/pack.ts'
import type { UploadPorts } from './upload/ports.ts'
import type { ByteSource } from './upload/source.ts'
import { upload } from './upload/upload.ts'
import { KnownWorkers } from './workers/known-workers.ts'
import { WorkerLinks } from './workers/worker-links.ts'

const UPLOAD_WINDOW_DEFAULT = 4
const DOWNLOAD_WINDOW_DEFAULT = 2
/** Stretches of pieces with small files: a MiB at most, nearly always. */
const SMALL_WINDOW_DEFAULT = 4

/**
 * A client of a swarm: files and folders by path, sealed before they leave it. Any number of calls at once. Every call takes an AbortSignal and throws
 * HiroError, whose code says what happened; a call that threw changed nothing, unless the code is `unknown`. Network, time and randomness
 * come in through ports, so that it runs in the simulator as it is.
 */
export class HiroClient extends SnapshotsClient implements AsyncDisposable {
  readonly locks: Locks
  /** Tells of all that changes: for those who keep what they know. */
  readonly changes: ChangeFeed
  readonly #settings: ClientSettings
  readonly #link: ControlLink
  readonly #workers: WorkerLinks
  readonly #tree: Tree
  readonly #trash: Trash
  readonly #files: Files
  readonly #versions: VersionMemory
  readonly #recipient: Uint8Array
  readonly #ports: UploadPorts & DownloadPorts

  constructor(ports: ClientPorts, settings: ClientSettings) {
    super()
    this.#settings = settings
    const backup = backupSecrets(settings.keys.backup).key
    this.#recipient = backup.recipient
    const link = (this.#link = new ControlLink(ports, { ...settings, backup }))
    const coordinator = new OwnCalls(link, ports.clock)
    const workers = (this.#workers = new WorkerLinks(ports, async () => await link.pass()))
    const known = new KnownWorkers(ports.clock)
    const namespace = new Namespace(coordinator, settings.keys, ports.clock)
    this.changes = new ChangeFeed({ ...ports, coordinator, namespace })
    const choice = new ReplicaChoice(ports.clock, known)
    const blocks = new Blocks(settings.cacheBytes)
    const { patienceMs = PATIENCE_MS } = settings
    const versions = (this.#versions = afterRestore(settings.versions, () => link.restored))
    this.#ports = { ...ports, coordinator, workers, known, namespace, choice, blocks, versions, patienceMs }
    this.#tree = new Tree(this.#ports)
    this.#trash = new Trash(this.#ports)
    this.locks = new Locks(this.#ports)
    const { chunkSizeBytes = CHUNK_SIZE_BYTES } = settings
    const make = async (path: string, options: OpenFileOptions) =>
      await this.makeFile(path, { ...options, exclusive: true })
    this.#files = new Files(this.#ports, { chunkSizeBytes }, make)
  }

  /**
   * Opens a file for reading and writing at any offset, as `open` of node:fs/promises does: `r`, `r+`, `w`, `wx`, `a` and so on. Throws `not-found`, `exists`, `is-a-folder`, `not-a-folder`,
   * `name-invalid`, `usage`.
   */
  async open(path: string, flags: string | OpenFlags = 'r', options: OpenFileOptions = {}): Promise<FileHandle> {
    return await this.#files.open(path, flags, options)
  }

  /** Brings a file that was written to in many places into few pieces. See `tidyFile`. Throws as `open`, as reading and as publishing do. */
  async tidy(path: string, options?: TidyOptions): Promise<Tidied> {
    return await this.#files.tidy(path, options)
  }

  /**
   * Takes content to `path`; it is visible when this resolves, whole, and on as many workers as the result says. Bounded memory, whatever the size. Throws
   * `exists`, `is-a-folder`, `not-found` and `not-a-folder` (the folder), `name-invalid`, `too-few-workers`, `no-room`, `over-quota`, `unreachable`, `refused`, what the source throws,
   * `aborted`: nothing changed; or `unknown`.
   */
  async add(path: string, source: ByteSource, options: AddOptions = {}): Promise<AddResult> {
    const { copies = this.#settings.copies, copiesMin = this.#settings.copiesMin, parents, signal } = options
    if (parents && parentPath(path) !== '/') await this.#tree.makeFolder(parentPath(path), { parents, signal })
    const { uploadWindow: window = UPLOAD_WINDOW_DEFAULT, chunkSizeBytes = CHUNK_SIZE_BYTES } = this.#settings
    const wanted = { ...options, copies, copiesMin }
    const result = await namingQuota(
      this.#ports,
      path,
      async () => await upload(this.#ports, path, source, wanted, { window, chunkSizeBytes }),
    )
    await this.#noteVersion(result.file, result.version)
    step('upload-noted')
    return result
  }

  /**
   * Takes many small files at once, which costs a fraction of adding one after the other: their bytes, at most 256 files and 8 MiB, travel as one piece. Each is there whole or not at all, and its result says which, in the order of
   * `files`; none takes the place of what is there. One that a pack cannot take (`changed`: its folder asks for other copies than that of the first) may be added by itself. Throws as `add` what concerns all of them, and `usage`.
   */
  async addPack(files: readonly SmallFile[], options: PackOptions = {}): Promise<PackedOutcome[]> {
    const { copiesMin = this.#settings.copiesMin, signal } = options
    if (this.#settings.copies !== undefined) return await this.#addSingly(files, { copiesMin, signal })
    const outcomes = await nameQuotas(this.#ports, files, await addPack(this.#ports, files, { copiesMin, signal }))
    // Others may have published newer ones since, and this client seen them.
    await this.#versions.checkAll(outcomes.filter((outcome): outcome is AddResult => !(outcome instanceof HiroError)))
    step('pack-noted')
    return outcomes
  }

  /** A pack has the copies that its folder asks for, and no others. */
  async #addSingly(files: readonly SmallFile[], options: PackOptions): Promise<PackedOutcome[]> {
    const outcomes: PackedOutcome[] = []
    for (const { path, bytes, mode, mtimeMs } of files) {
      const adding = this.add(path, bytes, { ...options, sizeBytes: bytes.byteLength, mode, mtimeMs })
      outcomes.push(await adding.catch((error: unknown) => toHiroError(error)))
      throwIfAborted(options.signal)
    }
    return outcomes
  }

  /** As `add`, whether there is a file or not; one that is there gives way to the new content in one step and keeps its id. */
  async replace(path: string, source: ByteSource, options: Omit<AddOptions, 'replace'> = {}): Promise<AddResult> {
    return await this.add(path, source, { ...options, replace: true })
  }

  /** Locks a file or folder, advisorily. See `LockOptions`, and `Locks` for what it throws. */
  async lock(path: string, options?: LockOptions): Promise<Lock> {
    return await this.locks.lock(path, options)
  }

  /**
   * What changes at `path`, or in the folder that it is, whoever does it, as `watch` of node:fs/promises tells it. It is on the path, and not on what is there now. Throws `name-invalid`; the iterator throws `not-found` and `not-a-folder` where there is nothing to begin with,
   * `aborted`, `unreachable`, `integrity`.
   */
  watch(path: string, options: WatchOptions = {}): Watching {
    const ports = { feed: this.changes, coordinator: this.#link, keys: this.#settings.keys }
    return new Watch(ports, path, options, async () => await this.stat(path, options))
  }

  /** The bytes of a file, or of a range of it, in order. See `ReadOptions`, and `read` for what it throws. */
  read(path: string, options: ReadOptions = {}): AsyncGenerator<Uint8Array, void, undefined> {
    return read(this.#ports, path, options, this.#settings.downloadWindow ?? DOWNLOAD_WINDOW_DEFAULT)
  }

  /** Many small files as they were listed, in an order of their own. See `readSmall`. */
  readSmall(
    entries: readonly FileEntry[],
    options: ReadSmallOptions = {},
  ): AsyncGenerator<SmallContent, void, undefined> {
    return readSmall(this.#ports, entries, options, this.#settings.downloadWindow ?? SMALL_WINDOW_DEFAULT)
  }

  /** Throws `not-found`, `not-a-folder` (what is above it is a file), `name-invalid`, `integrity`. */
  override async stat(path: string, options?: WorkOptions): Promise<Entry> {
    return await this.#tree.stat(path, options)
  }

  /** What a folder holds, in no particular order, read page by page. Throws as `stat`. */
  override list(path: string, options?: WorkOptions): AsyncGenerator<Entry, void, undefined> {
    return this.#tree.list(path, options)
  }

  /** Throws `exists`, `not-found` and `not-a-folder` (what is above), `name-invalid`, `unknown`. */
  async mkdir(path: string, options?: FolderOptions): Promise<void> {
    await this.#tree.makeFolder(path, options)
  }

  /** Removes an empty folder. Throws `not-empty`, `not-found`, `not-a-folder`, `changed`, `unknown`. */
  async rmdir(path: string, options?: WorkOptions): Promise<void> {
    await this.#tree.removeFolder(path, options)
  }

  /**
   * A file, or with `recursive` a folder with all that it holds, in one step. It can be restored for a while, unless `now` gives its space back at once. Throws `is-a-folder` (without `recursive`),
   * `not-found`, `changed`, `unknown`.
   */
  async remove(path: string, options?: RemoveOptions): Promise<void> {
    await this.#tree.remove(path, options)
  }

  /** To exactly the path `to`, where nothing may be, or with `replace` what can give way as rename(2) has it. Throws as `Tree.move`. */
  async move(from: string, to: string, options?: MoveOptions): Promise<void> {
    await namingQuota(this.#ports, to, async () => await this.#tree.move(from, to, options))
  }

  /** Everything that was removed from, or replaced at, `path` or below it, and can be restored; what goes first first. */
  trash(path?: string, options?: WorkOptions): AsyncGenerator<TrashItem, void, undefined> {
    return this.#trash.list(path, options)
  }

  /** What can be restored to exactly `path`: what was removed from there, and older content of the file that is there; the newest first. Throws `not-found` (the folder), `name-invalid`. */
  async trashAt(path: string, options?: WorkOptions): Promise<TrashItem[]> {
    return await this.#trash.at(path, options)
  }

  /**
   * Brings back what was removed, in one step: a folder with everything in it as it was. Or gives a file that is there older content (`version`), as its newest version. Throws `not-found`, `exists`, `not-a-folder`,
   * `changed`, `usage`, `unknown`.
   */
  async restore(path: string, options?: RestoreOptions): Promise<Restored> {
    const restored = await namingQuota(
      this.#ports,
      options?.to ?? path,
      async () => await this.#trash.restore(path, options),
    )
    if (restored.kind === 'file') await this.#noteVersion(restored.id, restored.version)
    return restored
  }

  /** Throws away what the trash has of `path` and what is below it: the space comes back at once. */
  async emptyTrash(path?: string, options?: WorkOptions): Promise<{ items: number; storedBytes: number }> {
    return await this.#trash.empty(path, options)
  }

  /** Every piece of a file and which workers hold it. */
  async why(path: string, { signal }: WorkOptions = {}): Promise<Why> {
    return await why(this.#ports, path, signal)
  }

  /** Looks at every copy of every piece of a file. */
  async check(path: string, options: CheckOptions = {}): Promise<CheckResult> {
    return await check(this.#ports, path, options, this.#settings.downloadWindow ?? DOWNLOAD_WINDOW_DEFAULT)
  }

  async status({ signal }: WorkOptions = {}): Promise<SwarmStatus> {
    return await readStatus(this.#link, this.#recipient, signal)
  }

  /** Empties a worker, by its name or peer id, while all it holds stays readable; `off` lets it take pieces again. Throws `not-found`, `usage` (several have this name). Idempotent. */
  async drain(who: string, { off = false, signal }: WorkOptions & { off?: boolean } = {}): Promise<void> {
    await this.#link.call('drain', { worker: who, off }, { signal })
  }

  /** Begins to even out how full the workers are, or stops it. Idempotent. */
  async rebalance({ off = false, signal }: WorkOptions & { off?: boolean } = {}): Promise<void> {
    await this.#link.call('rebalance', { off }, { signal })
  }

  /** Ends what is under way with `unreachable`. Idempotent. */
  async close(): Promise<void> {
    this.changes.close()
    await this.#files.close()
    await this.locks.close()
    this.#workers.close()
    await this.#link.close()
    await this.#settings.versions.close()
  }

  protected override get treePorts(): VersionPorts {
    return this.#ports
  }

  async #noteVersion(file: string, version: number): Promise<void> {
    await this.#versions.check(file, version).catch((error: unknown) => {
      // Others may have published a newer one since, and this client seen it.
      if (!hasCode(error, 'integrity')) throw error
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }
}
