import { WritableStream } from 'node:stream/web'
import { HiroError } from '../../shared/errors.ts'
import type { Fence } from '../locks/fence.ts'
import type { AttributesChange } from '../namespace/change-attributes.ts'
import type { OpenFile } from './open-file.ts'
import type { OpenFlags } from './open-flags.ts'
import type { SyncOptions } from './ports.ts'

export interface HandleOptions {
  readonly signal?: AbortSignal | undefined
}

/** What is known of an open file, with what was written and is not published yet. */
export interface FileStat {
  readonly id: string
  readonly sizeBytes: number
  /** What it takes, one copy of each piece, and in this client's memory: less than its size where it has holes. Absent: nobody counted. */
  readonly contentBytes?: number | undefined
  readonly mode: number
  readonly mtimeMs: number
  /** Nanoseconds that it was later. */
  readonly mtimeNanos: number
  /** The newest published version that this client knows of. */
  readonly version: number
  /** When that was published, by the coordinator's clock, where it is known. */
  readonly committedAtMs?: number | undefined
}

const SLICE_BYTES = 1024 * 1024

/**
 * An open file, after node:fs/promises. What is written is seen by this client at once, and by others when `sync` or `close` has resolved, or earlier: then it is on as many workers as its folder asks for, and every promise holds for it. What another client
 * published is seen by whoever opens the file after that.
 */
export class FileHandle implements AsyncDisposable {
  readonly path: string
  readonly #file: OpenFile
  readonly #flags: OpenFlags
  readonly #leave: () => Promise<void>
  #position = 0
  #closed: Promise<void> | undefined

  constructor(path: string, file: OpenFile, flags: OpenFlags, leave: () => Promise<void>) {
    this.path = path
    this.#file = file
    this.#flags = flags
    this.#leave = leave
  }

  /** Of the file; the same for all handles of it. */
  get id(): string {
    return this.#file.id
  }

  /** At most `lengthBytes`, in a buffer of the caller's; fewer only at the end. Without `position` it goes on where the last one of this handle ended. Throws `usage` (not open for reading), and as `read` of the client. */
  async read(lengthBytes: number, position?: number, { signal }: HandleOptions = {}): Promise<Uint8Array> {
    this.#require('read')
    const offset = position ?? this.#position
    const bytes = await this.#file.read(offset, lengthBytes, signal)
    if (position === undefined) this.#position = offset + bytes.byteLength
    return bytes
  }

  /** Copies `bytes`. Behind the end the gap reads as zeros. Throws `usage` (not open for writing), and what publishing earlier writes threw, once. The result is the offset. */
  async write(bytes: Uint8Array, position?: number, { signal }: HandleOptions = {}): Promise<number> {
    this.#require('write')
    if (this.#flags.append) return await this.#file.append(bytes, signal)
    const offset = position ?? this.#position
    await this.#file.write(offset, bytes, signal)
    if (position === undefined) this.#position = offset + bytes.byteLength
    return offset
  }

  /** Behind whatever is there. The result is the offset. */
  async append(bytes: Uint8Array, { signal }: HandleOptions = {}): Promise<number> {
    this.#require('write')
    return await this.#file.append(bytes, signal)
  }

  /** The first byte at or behind `offset` that is content, or that is in a hole: what was never written. The end counts as a hole; `undefined`: there is none. */
  async seek(offset: number, what: 'data' | 'hole', { signal }: HandleOptions = {}): Promise<number | undefined> {
    this.#requireOpen()
    return await this.#file.seek(offset, what, signal)
  }

  /** Cuts, or adds zeros. */
  truncate(sizeBytes = 0): void {
    this.#require('write')
    this.#file.truncate(sizeBytes)
  }

  /** Something was written, or changed otherwise, that is not published. */
  get isDirty(): boolean {
    return this.#file.isDirty
  }

  /** Published with what is written. */
  setAttributes(change: AttributesChange): void {
    this.#requireOpen()
    this.#file.setAttributes(change)
  }

  /** What others published since it was opened. Throws `not-found` where it was removed. */
  async refresh({ signal }: HandleOptions = {}): Promise<void> {
    this.#requireOpen()
    await this.#file.refresh(signal)
  }

  /** From now on nothing of the file is published unless the lock is held still; `undefined`: whatever is locked. Of the file, so of all its handles. */
  useFence(fence: Fence | undefined): void {
    this.#file.fence = fence
  }

  /** It was removed by this client: what is written from now on is for those who have it open, and is published by nobody. */
  unlinked(): void {
    this.#file.unlinked()
  }

  /** What is written and not published is gone: the file is for all its handles as it is published, as far as this client knows. */
  giveUp(): void {
    this.#file.giveUp()
  }

  stat(): FileStat {
    const { id, sizeBytes, contentBytes, published, attributes } = this.#file
    const { version, committedAtMs } = published
    const { mode, mtimeMs, mtimeNanos = 0 } = attributes
    return { id, sizeBytes, contentBytes, version, committedAtMs, mode, mtimeMs, mtimeNanos }
  }

  /** Publishes some of what is written, without anybody having asked. Never throws: what went wrong is told by the next `write`, `sync` or `close`. */
  async writeBack(): Promise<void> {
    await this.#file.writeBackQuietly()
  }

  /** See the class. Throws `too-few-workers`, `no-room`, `unreachable`, `not-found` (the file was removed), `unknown`; what is not published stays written, and the next `sync` tries again. */
  async sync(options: SyncOptions = {}): Promise<void> {
    this.#requireOpen()
    await this.#file.sync(options)
  }

  /** The bytes from `start` on, slice by slice. */
  async *readable(start = 0, { signal }: HandleOptions = {}): AsyncGenerator<Uint8Array, void, undefined> {
    for (let at = start; ; ) {
      const slice = await this.read(SLICE_BYTES, at, { signal })
      if (slice.byteLength === 0) return
      at += slice.byteLength
      yield slice
    }
  }

  /** Writes from `start` on. Its end syncs; the handle stays open. */
  writable(start = 0): WritableStream<Uint8Array> {
    let at = start
    return new WritableStream<Uint8Array>({
      write: async (bytes) => {
        await this.write(bytes, at)
        at += bytes.byteLength
      },
      close: async () => await this.sync(),
    })
  }

  /** As `sync`, then gives the handle up, whatever came of it. Idempotent. */
  async close(): Promise<void> {
    this.#closed ??= this.#close()
    await this.#closed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  async #close(): Promise<void> {
    try {
      if (this.#flags.write || this.#file.isDirty) await this.#file.sync({ last: true })
    } finally {
      await this.#leave()
    }
  }

  #require(what: 'read' | 'write'): void {
    this.#requireOpen()
    if (!this.#flags[what])
      throw new HiroError('usage', `the file is not open for ${what === 'read' ? 'reading' : 'writing'}`)
  }

  #requireOpen(): void {
    if (this.#closed) throw new HiroError('usage', 'the handle is closed')
  }
}
