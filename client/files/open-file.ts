import { HiroError } from '../../shared/errors.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import { Limiter } from '../../shared/work/limiter.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import { BadCopies } from '../download/bad-copies.ts'
import type { VersionMap } from '../download/version-map.ts'
import type { Fence } from '../locks/fence.ts'
import { type AttributesChange, changed } from '../namespace/change-attributes.ts'
import { type Attributes, openAttributes } from '../seal/attributes.ts'
import { Dirty, type Range } from './dirty.ts'
import type { DirtyBudget, DirtyFile } from './dirty-budget.ts'
import { Edit } from './edit.ts'
import { FirstFailure } from './first-failure.ts'
import { newestSeen, notePublished, readNewest } from './newest-seen.ts'
import { onNewest } from './on-newest.ts'
import type { FilePorts, FileSettings, PublishOptions, SyncOptions } from './ports.ts'
import { mapOf, publishChange } from './publish-change.ts'
import { type Layers, readLayers } from './read-layers.ts'
import { seekLayers } from './seek-layers.ts'

/** Of one step: what is in memory twice, plain and sealed, until it is published. */
const STEP_BYTES_MAX = 32 * 1024 * 1024
const STEP_RUNS_MAX = 512

/** A file as one client has it open, by however many handles: all of them see what any of them wrote. Reads what is published under what is not. */
export class OpenFile implements DirtyFile {
  readonly id: string
  /** Of a lock that is held on it: what is published under it is refused once it is lost. */
  fence: Fence | undefined
  /** Some of it was published by this client. */
  wasEdited = false
  readonly #ports: FilePorts
  readonly #settings: FileSettings
  readonly #budget: DirtyBudget
  readonly #badCopies: BadCopies
  /** One change of what is published at a time. */
  readonly #publishing = new Limiter(1)
  #map: VersionMap
  #attributes: Attributes
  #attributesChanged = false
  #sizeBytes: number
  /** What of the published content still counts: less than its size after a truncation. */
  #cut: number
  /** At least so large, by the last truncation that is not published. */
  #grownTo = 0
  #dirty: Dirty
  /** On its way. */
  #leaving: Dirty
  #edit: Edit | undefined
  /** It is opened time and again: its edit goes on from one time to the next. */
  #opensOften = false
  /** It has no name any more: nothing of it is published. */
  #unlinked = false
  #background: Promise<void> | undefined
  readonly #failure = new FirstFailure()

  constructor(ports: FilePorts, id: string, message: wire.Entry, settings: FileSettings, budget: DirtyBudget) {
    this.id = id
    this.#ports = ports
    this.#settings = settings
    this.#budget = budget
    budget.add(this)
    this.#badCopies = new BadCopies(ports.coordinator, undefined)
    this.#map = mapOf(ports, id, message, settings.older)
    this.#attributes = openAttributes(ports.namespace.keys, id, message.sealedAttributes)
    this.#sizeBytes = this.#map.head.sizeBytes
    this.#cut = this.#sizeBytes
    this.#dirty = new Dirty(settings.chunkSizeBytes)
    this.#leaving = new Dirty(settings.chunkSizeBytes)
  }

  get sizeBytes(): number {
    return this.#sizeBytes
  }
  get attributes(): Attributes {
    return this.#attributes
  }

  get groups(): number {
    return this.#map.groups
  }

  /** It has no name any more: whoever comes later has to look anew. */
  get isUnlinked(): boolean {
    return this.#unlinked
  }

  /** What it takes of the swarm's space, one copy of each piece, and of this one's memory; `undefined`: nobody counted. */
  get contentBytes(): number | undefined {
    const { contentBytes = 0, groups } = this.#map
    if (contentBytes === 0 && groups > 0) return undefined
    return contentBytes + this.#dirty.sizeBytes + this.#leaving.sizeBytes
  }

  /** The newest version that is known. */
  get published(): Pick<VersionMap, 'version' | 'committedAtMs'> {
    return this.#map
  }

  get isDirty(): boolean {
    return (
      this.#dirty.runs > 0 ||
      this.#leaving.runs > 0 ||
      this.#attributesChanged ||
      this.#sizeBytes !== this.#map.head.sizeBytes ||
      this.#cut < this.#map.head.sizeBytes
    )
  }

  /** Fewer than `lengthBytes` only at the end. The result is the caller's. */
  async read(offset: number, lengthBytes: number, signal?: AbortSignal): Promise<Uint8Array> {
    const range = { offset, lengthBytes }
    const read = async () => await readLayers(this.#ports, this.#layers, range, this.#badCopies, signal)
    return await onNewest(read, async () => await this.refresh(signal))
  }

  /** Copies `bytes`; published by `sync`, or earlier. Waits while too much is on its way. Throws what publishing threw since the last `sync`. */
  async write(offset: number, bytes: Uint8Array, signal?: AbortSignal): Promise<void> {
    this.#failure.throwIfAny()
    if (!Number.isSafeInteger(offset + bytes.byteLength)) throw new HiroError('usage', `no file has a byte ${offset}`)
    this.#dirty.write(offset, bytes)
    this.#sizeBytes = Math.max(this.#sizeBytes, offset + bytes.byteLength)
    this.#touch()
    if (this.#unlinked && this.#dirty.sizeBytes > STEP_BYTES_MAX)
      throw new HiroError('no-room', 'a removed file takes no more')
    // What fills a step goes on its way while more is written.
    if (this.#dirty.sizeBytes >= STEP_BYTES_MAX && this.#background === undefined) void this.writeBackQuietly()
    await this.#budget.room()
    throwIfAborted(signal)
  }

  get dirtyBytes(): number {
    return this.#unlinked ? 0 : this.#dirty.sizeBytes + this.#leaving.sizeBytes
  }

  /** Publishes some of what is written. Throws what that throws; it stays written then. */
  async writeBack(): Promise<void> {
    this.#background ??= this.#flush({}, STEP_BYTES_MAX).finally(() => {
      this.#background = undefined
    })
    await this.#background
  }

  /** As `writeBack`; what that throws is told by whoever writes or syncs next. */
  async writeBackQuietly(): Promise<void> {
    if (this.isDirty) await this.writeBack().catch((error: unknown) => this.#failure.note(error))
  }

  /** Behind whatever is there. The result is the offset. */
  async append(bytes: Uint8Array, signal?: AbortSignal): Promise<number> {
    const offset = this.#sizeBytes
    await this.write(offset, bytes, signal)
    return offset
  }

  truncate(sizeBytes: number): void {
    if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0)
      throw new HiroError('usage', `no file has ${sizeBytes} bytes`)
    this.#dirty.truncate(sizeBytes)
    this.#cut = Math.min(this.#cut, sizeBytes)
    // What is on its way will be published, and cut by the step that follows.
    this.#leaving.truncate(sizeBytes)
    this.#grownTo = sizeBytes
    this.#sizeBytes = sizeBytes
    this.#touch()
  }

  setAttributes(change: AttributesChange): void {
    this.#attributes = changed(this.#attributes, change)
    this.#attributesChanged = true
  }

  /** All that was written before is published, on as many workers as its folder asks for. Throws what publishing threw since the last time, once. `last`: nobody is going to write soon. */
  async sync(options: SyncOptions = {}): Promise<void> {
    await this.#background?.catch((error: unknown) => this.#failure.note(error))
    this.#failure.throwIfAny()
    await this.#flush(options)
  }

  /** What others published since. Throws `not-found` where the file was removed. */
  async refresh(signal?: AbortSignal): Promise<void> {
    if (this.#settings.older) return
    await this.seen(await readNewest(this.#ports, this.id, signal))
  }

  /** As `refresh`, with what the coordinator said a moment ago. */
  async seen(told: wire.Entry): Promise<void> {
    const entry = await newestSeen(this.#ports, this.id, told)
    const { keys } = this.#ports.namespace
    if (!this.#attributesChanged) this.#attributes = openAttributes(keys, this.id, entry.sealedAttributes)
    if (entry.version === this.#map.version) return
    const truncated = this.#cut < this.#map.head.sizeBytes
    this.#map = mapOf(this.#ports, this.id, entry)
    const { sizeBytes } = this.#map.head
    this.#cut = truncated ? Math.min(this.#cut, sizeBytes) : sizeBytes
    if (!truncated) this.#sizeBytes = Math.max(sizeBytes, this.#dirty.end, this.#leaving.end, this.#grownTo)
  }

  /** It is opened once more than it was. */
  again(): void {
    this.#opensOften = true
  }

  /** It was removed. Who has it open goes on with it, and all that is written stays in memory: nobody will ask for it again. */
  unlinked(): void {
    this.#unlinked = true
  }

  /** What is written and not published is gone. */
  giveUp(): void {
    this.#dirty = new Dirty(this.#settings.chunkSizeBytes)
    this.#sizeBytes = this.#cut = this.#map.head.sizeBytes
    this.#grownTo = 0
    this.#attributesChanged = false
    this.#failure.forget()
  }

  /** Gives up what is not published. Never throws. */
  async close(): Promise<void> {
    this.#budget.delete(this)
    await this.#background?.catch(() => {})
    await this.#endEdit()
  }

  /** The first byte at or behind `offset` that was written, or that never was; `undefined`: there is none. */
  async seek(offset: number, what: 'data' | 'hole', signal?: AbortSignal): Promise<number | undefined> {
    const seek = async () => await seekLayers(this.#layers, offset, what, signal)
    return await onNewest(seek, async () => await this.refresh(signal))
  }

  get #layers(): Layers {
    return { map: this.#map, cut: this.#cut, inMemory: [this.#leaving, this.#dirty], sizeBytes: this.#sizeBytes }
  }

  /** What was written before it was called, at most `bytesMax` of it. */
  async #flush({ signal, ...options }: SyncOptions, bytesMax = Number.POSITIVE_INFINITY): Promise<void> {
    if (this.#unlinked) return
    const last = options.last && !this.#opensOften
    await this.#publishing.run(async () => {
      this.#leaving = Dirty.of(this.#dirty.take(Number.POSITIVE_INFINITY, bytesMax), this.#settings.chunkSizeBytes)
      try {
        for (let more = this.isDirty; more; ) {
          const ranges = this.#leaving.first(STEP_RUNS_MAX, STEP_BYTES_MAX)
          more = ranges.length < this.#leaving.runs
          await this.#publish(ranges, { last: last === true && !more, more, signal })
          const end = ranges.at(-1)
          if (end) this.#leaving.forgetTo(end.offset + end.bytes.byteLength)
        }
      } finally {
        this.#dirty.putBack(this.#leaving.take(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY))
      }
      if (last) await this.#endEdit()
    }, signal)
  }

  async #publish(ranges: readonly Range[], options: PublishOptions): Promise<void> {
    // Some of it may be published: the next try begins from what there is then.
    const giveUp = async (error: unknown): Promise<never> => {
      await this.#endEdit()
      throw error
    }
    const publish = async () => await this.#publishOnce(ranges, options).catch(giveUp)
    await onNewest(publish, async () => await this.refresh(options.signal))
  }

  async #publishOnce(ranges: readonly Range[], { last, more, ...options }: PublishOptions): Promise<void> {
    const { signal = new AbortController().signal } = options
    const base = { file: this.id, base: this.#map.version, sizeBytes: this.#sizeBytes, ...this.#settings }
    // Others published since.
    if (this.#edit?.at !== base.base) await this.#endEdit()
    this.#edit ??= await Edit.open(this.#ports, base, signal)
    this.wasEdited = true
    const cut = this.#cut
    const written = Math.max(0, ...ranges.map(({ offset, bytes }) => offset + bytes.byteLength))
    // What follows, or was written since, is not there yet.
    const isAll = !more && this.#dirty.runs === 0
    const sizeBytes = isAll ? this.#sizeBytes : Math.max(written, Math.min(cut, this.#map.head.sizeBytes))
    const attributes = this.#attributes
    const change = { cut, ranges, sizeBytes, attributes, last, fence: this.fence }
    this.#map = await publishChange(this.#ports, this.#edit, this.#map, change, this.#settings, signal)
    if (last) this.#edit = undefined
    if (this.#attributes === attributes) this.#attributesChanged = false
    if (this.#cut === cut) [this.#cut, this.#grownTo] = [this.#map.head.sizeBytes, 0]
    await notePublished(this.#ports, this.id, this.#map.version)
  }

  async #endEdit(): Promise<void> {
    const edit = this.#edit
    this.#edit = undefined
    await edit?.end()
  }

  #touch(): void {
    this.setAttributes({ mtimeMs: Math.floor(this.#ports.clock.now()) })
  }
}
