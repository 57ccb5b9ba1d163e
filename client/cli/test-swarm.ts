import { cidOf } from '../../shared/cid.ts'
import { sleep } from '../../shared/clock/sleep.ts'
import { systemClock } from '../../shared/clock/system-clock.ts'
import { HiroError, toHiroError } from '../../shared/errors.ts'
import type {
  AddOptions,
  AddResult,
  ByteSource,
  CheckResult,
  Entry,
  Fence,
  FileEntry,
  FoundPolicy,
  LinkEntry,
  Lock,
  LockOptions,
  MoveOptions,
  PackedOutcome,
  Policy,
  Restored,
  RestoreOptions,
  SmallFile,
  SwarmStatus,
  TrashItem,
  WatchedChange,
  Why,
} from '../index.ts'
import { baseName, parentPath, parsePath } from '../paths.ts'
import { slicesOf } from '../upload/source.ts'
import type { Swarm } from './cli.ts'
import type { TestNode } from './test-node.ts'
import { PEERS, testStatus } from './test-status.ts'
import { itemAt } from './test-trash-item.ts'
import { TestVersions } from './test-versions.ts'
import { testTidy, testWatch } from './test-watch.ts'

/** A swarm as the commands see it, in a map from path to content. */
export class TestSwarm extends TestVersions implements Swarm {
  readonly nodes = new Map<string, TestNode>([['/', { bytes: undefined, mode: 0o755, mtimeMs: 0 }]])
  /** What a call for a path throws, by path. */
  readonly failures = new Map<string, HiroError>()
  /** What `list` gives beside what is there, by path of the folder. */
  readonly hostile = new Map<string, Entry[]>()
  readonly policies = new Map<string, Policy>()
  /** Paths of files that a pack refuses, and that can be added by themselves. */
  readonly refusedByPack = new Set<string>()
  /** Most adds and reads that were under way at once. */
  busiest = 0
  degraded = false
  /** How long every add takes. */
  addMs = 0
  checked: Partial<CheckResult> = {}
  repair: Partial<SwarmStatus['repair']> = {}
  #busy = 0

  async addPack(files: readonly SmallFile[]): Promise<PackedOutcome[]> {
    this.calls.push(`addPack ${files.length}`)
    const addOne = async ({ path, bytes, ...options }: SmallFile): Promise<PackedOutcome> =>
      this.refusedByPack.has(path)
        ? new HiroError('changed', 'another policy')
        : await this.add(path, bytes, options).catch((error: unknown) => toHiroError(error))
    return await Promise.all(files.map(addOne))
  }

  async add(path: string, source: ByteSource, options: AddOptions = {}): Promise<AddResult> {
    this.#begin('add', path)
    if (options.lock) this.fences.push(options.lock.fence)
    try {
      if (this.nodes.has(path) && !options.replace) throw new HiroError('exists', `"${path}" is already there`)
      this.#requireFolder(parentPath(path))
      if (this.addMs > 0) await sleep(systemClock, this.addMs)
      const slices: Buffer[] = []
      let bytesDone = 0
      for await (const slice of slicesOf(source)) {
        slices.push(Buffer.from(slice))
        bytesDone += slice.byteLength
        options.onProgress?.({ bytesDone })
        options.signal?.throwIfAborted()
      }
      const bytes = Buffer.concat(slices)
      this.nodes.set(path, { bytes, mode: options.mode ?? 0o644, mtimeMs: Math.floor(options.mtimeMs ?? 0) })
      const result = {
        path,
        file: 'f',
        sizeBytes: bytes.length,
        pieces: bytes.length > 0 ? 1 : 0,
        version: 1,
        revision: 1,
      }
      return { ...result, copies: this.degraded ? 2 : 3, degraded: this.degraded }
    } finally {
      this.#busy--
    }
  }

  async *read(path: string, { offset = 0, lengthBytes = Number.POSITIVE_INFINITY } = {}) {
    this.#begin('read', path)
    try {
      const { bytes } = this.#node(path)
      if (bytes === undefined) throw new HiroError('is-a-folder', `"${path}" is a folder`)
      yield new Uint8Array(bytes.subarray(offset, Math.min(bytes.length, offset + lengthBytes)))
      const failure = this.failures.get(`${path} in the middle`)
      if (failure) throw failure
    } finally {
      this.#busy--
    }
  }

  async *readSmall(entries: readonly FileEntry[]) {
    this.calls.push(`readSmall ${entries.length}`)
    for (const entry of entries) {
      const fails = this.failures.has(entry.path) || this.failures.has(`${entry.path} in the middle`)
      yield { entry, bytes: fails ? undefined : this.#node(entry.path).bytes }
    }
  }

  override async stat(path: string): Promise<Entry> {
    this.#call('stat', path)
    return this.#entry(path)
  }

  async exists(path: string): Promise<boolean> {
    return this.nodes.has(path)
  }

  override async *list(path: string) {
    this.#call('list', path)
    this.#requireFolder(path)
    for (const below of this.nodes.keys()) if (below !== '/' && parentPath(below) === path) yield this.#entry(below)
    yield* this.hostile.get(path) ?? []
  }

  async mkdir(path: string, { parents = false, mode = 0o755, mtimeMs = 0 } = {}): Promise<void> {
    this.#call('mkdir', path)
    if (this.nodes.has(path) && !parents) throw new HiroError('exists', `"${path}" is already there`)
    if (parents && parentPath(path) !== '/') await this.mkdir(parentPath(path), { parents })
    this.#requireFolder(parentPath(path))
    this.nodes.set(path, { bytes: undefined, mode, mtimeMs: Math.floor(mtimeMs) })
  }

  async rmdir(path: string): Promise<void> {
    this.#call('rmdir', path)
    this.nodes.delete(path)
  }

  async remove(path: string, { recursive = false, now = false } = {}): Promise<void> {
    this.#call(now ? 'remove for good' : 'remove', path)
    if (this.#entry(path).kind === 'folder' && !recursive) throw new HiroError('is-a-folder', `"${path}" is a folder`)
    this.nodes.delete(path)
  }

  async symlink(target: string, path: string, { mtimeMs = 0 } = {}): Promise<LinkEntry> {
    this.#call('symlink', `${target} ${path}`)
    if (this.nodes.has(path)) throw new HiroError('exists', `"${path}" is already there`)
    this.nodes.set(path, { bytes: undefined, target, mode: 0o777, mtimeMs: Math.floor(mtimeMs) })
    return { ...this.#entry(path), kind: 'link', target }
  }

  async move(from: string, to: string, { replace = false }: MoveOptions = {}): Promise<void> {
    this.#call(replace ? 'replace by move' : 'move', `${from} ${to}`)
    if (this.nodes.has(to) && !replace) throw new HiroError('exists', 'something of that name is already there')
    this.nodes.set(to, this.#node(from))
    this.nodes.delete(from)
  }

  async *trash(path = '/') {
    this.#call('trash', path)
    yield* await this.trashAt(`${path === '/' ? '' : path}/f`)
    yield { ...itemAt('/gone/f'), path: undefined, replaced: true }
  }

  async trashAt(path: string): Promise<TrashItem[]> {
    return [itemAt(path)]
  }

  async restore(path: string, { version, to = path }: RestoreOptions = {}): Promise<Restored> {
    this.#call('restore', `${path} ${version ?? ''} ${to}`)
    return { path: to, kind: 'file', id: 'f', version: 2 ** 40 + 9, revision: 2 ** 40 + 10 }
  }

  async emptyTrash(path = '/'): Promise<{ items: number; storedBytes: number }> {
    this.#call('empty trash', path)
    return { items: 2, storedBytes: 3_000_000 }
  }

  async why(path: string): Promise<Why> {
    const sizeBytes = this.#node(path).bytes?.length ?? 0
    const cid = cidOf(Buffer.from(path))
    const shards = {
      dataShards: 2,
      parityShards: 1,
      shards: PEERS.map((peer, shard) => ({ shard, cid, holders: [peer] })),
    }
    const piece = {
      cid,
      offset: 0,
      lengthBytes: sizeBytes,
      sizeBytes: sizeBytes + 24,
      workers: PEERS,
      copies: 3,
      shards,
    }
    return { path, file: 'f', version: 1, sizeBytes, policy: await this.policy(path), pieces: [piece] }
  }

  async policy(path: string): Promise<FoundPolicy> {
    this.#node(path)
    for (let at = path; ; at = parentPath(at)) {
      const policy = this.policies.get(at)
      if (policy || at === '/') return { policy: policy ?? { copies: 3 }, from: policy && at }
    }
  }

  async setPolicy(path: string, policy: Policy | undefined): Promise<void> {
    this.#call('setPolicy', path)
    this.#requireFolder(path)
    if (policy) this.policies.set(path, policy)
    else this.policies.delete(path)
  }

  async check(path: string): Promise<CheckResult> {
    this.#call('check', path)
    const sizeBytes = this.#node(path).bytes?.length ?? 0
    return { path, version: 1, sizeBytes, pieces: 1, copies: 3, lost: 0, bad: [], unreachable: [], ...this.checked }
  }

  async status(): Promise<SwarmStatus> {
    return testStatus(this.repair)
  }

  readonly tidy = testTidy(this)

  async drain(who: string, { off = false }: { off?: boolean } = {}): Promise<void> {
    this.#call(off ? 'drain off' : 'drain', who)
  }

  async rebalance({ off = false }: { off?: boolean } = {}): Promise<void> {
    this.calls.push(off ? 'rebalance off' : 'rebalance')
  }

  /** Of locks that are held: aborting it loses them. */
  readonly locks = new AbortController()
  /** Of what was added under a lock. */
  readonly fences: Fence[] = []

  async lock(path: string, { exclusive = true, waitMs = 0 }: LockOptions = {}): Promise<Lock> {
    this.#node(path)
    this.#call('lock', `${path} ${exclusive ? 'alone' : 'shared'} ${waitMs}`)
    const release = async (): Promise<void> => void this.calls.push(`unlock ${path}`)
    const fence = { session: 'a'.repeat(32), file: 'b'.repeat(32), number: 2 ** 40 + 9 }
    return { fence, signal: this.locks.signal, release, [Symbol.asyncDispose]: release }
  }

  /** What those who watch are told. */
  readonly changes: WatchedChange[] = []
  readonly watch = testWatch(this)

  text(path: string): string | undefined {
    return this.nodes.get(path)?.bytes?.toString()
  }

  #begin(call: string, path: string): void {
    this.#call(call, path)
    this.busiest = Math.max(this.busiest, ++this.#busy)
  }

  #call(call: string, path: string): void {
    this.calls.push(`${call} ${path}`)
    const failure = this.failures.get(path)
    if (failure) throw failure
  }

  #node(path: string): TestNode {
    const node = this.nodes.get(path)
    if (node === undefined) throw new HiroError('not-found', `there is no "${path}"`)
    return node
  }

  #requireFolder(path: string): void {
    if (this.#entry(path).kind !== 'folder') throw new HiroError('not-a-folder', `"${path}" is a file, not a folder`)
  }

  #entry(path: string): Entry {
    const { bytes, target, mode, mtimeMs } = this.#node(path)
    const name = parsePath(path).length === 0 ? '' : baseName(path)
    const base = { path, name, id: '0'.repeat(32), mode, mtimeMs, revision: 1, committedAtMs: 0 }
    if (target !== undefined) return { ...base, kind: 'link', target }
    return bytes === undefined
      ? { ...base, kind: 'folder' }
      : { ...base, kind: 'file', sizeBytes: bytes.length, version: 1, groupVersions: [1] }
  }
}
