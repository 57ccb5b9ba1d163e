import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { webAssembly } from '../../../shared/erasure/wasm/web-assembly.ts'
import { DISK_BLOCK_BYTES, type NewFile } from './disk.ts'
import { attempt } from './disk-errors.ts'
import { Stages } from './stages.ts'

/** Shared by all files of a process: their writes wait for one another when the disk is slower than what comes in. */
const stages = webAssembly && new Stages(webAssembly)

/**
 * A new file whose bytes go past the page cache (O_DIRECT): nobody reads a piece soon after it was put, and filling the cache costs a worker more than TLS and hash together. Appends
 * are copied together into aligned memory. One that ends within a block is written padded, and the file cut to its length; whoever appends whole blocks, and the rest last, pays for that once.
 */
export class DirectFile implements NewFile {
  readonly #handle: FileHandle
  readonly #stages: Stages
  /** What was written of a block that is not full. */
  #rest = new Uint8Array(0)
  /** Where that block begins. */
  #offset = 0
  #closed: Promise<void> | undefined

  private constructor(handle: FileHandle, stages: Stages) {
    this.#stages = stages
    this.#handle = handle
  }

  /** `undefined`: the file system does not write past the page cache. */
  static async create(path: string): Promise<DirectFile | undefined> {
    const { O_CREAT, O_TRUNC, O_WRONLY, O_DIRECT } = constants
    // Not every system has them.
    if (!O_DIRECT || !stages) return undefined
    const handle = await open(path, O_CREAT | O_TRUNC | O_WRONLY | O_DIRECT).catch(unlessUnable)
    return handle && new DirectFile(handle, stages)
  }

  append(buffers: readonly Uint8Array[]): Promise<void> {
    return attempt(async () => await this.#stages.use(async (stage) => await this.#append(stage, buffers)))
  }

  sync(): Promise<void> {
    return attempt(() => this.#handle.datasync())
  }

  close(): Promise<void> {
    this.#closed ??= this.#handle.close().catch(() => {})
    return this.#closed
  }

  async #append(stage: Uint8Array, buffers: readonly Uint8Array[]): Promise<void> {
    stage.set(this.#rest)
    let filled = this.#rest.byteLength
    for (const buffer of buffers) {
      for (let at = 0; at < buffer.byteLength; ) {
        const some = buffer.subarray(at, at + stage.byteLength - filled)
        stage.set(some, filled)
        at += some.byteLength
        filled += some.byteLength
        if (filled < stage.byteLength) continue
        await this.#write(stage)
        filled = 0
      }
    }
    const restBytes = filled % DISK_BLOCK_BYTES
    this.#rest = stage.slice(filled - restBytes, filled)
    const padded = restBytes === 0 ? filled : filled - restBytes + DISK_BLOCK_BYTES
    stage.fill(0, filled, padded)
    await this.#write(stage.subarray(0, padded))
    if (restBytes === 0) return
    this.#offset -= DISK_BLOCK_BYTES
    await this.#handle.truncate(this.#offset + restBytes)
  }

  /** Whole blocks. */
  async #write(blocks: Uint8Array): Promise<void> {
    for (let at = 0; at < blocks.byteLength; ) {
      const { bytesWritten } = await this.#handle.write(blocks, at, blocks.byteLength - at, this.#offset)
      at += bytesWritten
      this.#offset += bytesWritten
    }
  }
}

function unlessUnable(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'EINVAL') return undefined
  throw error
}
