import type { FileHandle } from 'node:fs/promises'
import type { DiskFile, NewFile } from './disk.ts'
import { attempt } from './disk-errors.ts'

/** A file whose bytes go through the page cache. */
export class CachedFile implements DiskFile, NewFile {
  readonly #handle: FileHandle
  #closed: Promise<void> | undefined

  constructor(handle: FileHandle) {
    this.#handle = handle
  }

  append(buffers: readonly Uint8Array[]): Promise<void> {
    return attempt(async () => {
      let left = buffers.filter((buffer) => buffer.byteLength > 0)
      while (left.length > 0) {
        const { bytesWritten } = await this.#handle.writev(left)
        // A disk that fills up writes a part and says so only to the next attempt.
        left = without(left, bytesWritten)
      }
    })
  }

  read(offset: number, lengthBytes: number): Promise<Uint8Array> {
    return attempt(async () => {
      const buffer = new Uint8Array(lengthBytes)
      let filled = 0
      while (filled < lengthBytes) {
        const { bytesRead } = await this.#handle.read(buffer, filled, lengthBytes - filled, offset + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return buffer.subarray(0, filled)
    })
  }

  async sizeBytes(): Promise<number> {
    return (await attempt(() => this.#handle.stat())).size
  }

  sync(): Promise<void> {
    return attempt(() => this.#handle.datasync())
  }

  close(): Promise<void> {
    this.#closed ??= this.#handle.close().catch(() => {})
    return this.#closed
  }
}

/** What is left of `buffers` after their first `lengthBytes` bytes. */
function without(buffers: Uint8Array[], lengthBytes: number): Uint8Array[] {
  let skip = lengthBytes
  const left: Uint8Array[] = []
  for (const buffer of buffers) {
    if (skip < buffer.byteLength) left.push(skip > 0 ? buffer.subarray(skip) : buffer)
    skip = Math.max(0, skip - buffer.byteLength)
  }
  return left
}
