import { constants, type Stats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { HiroError } from '../../../shared/errors.ts'
import { fileError } from '../../../shared/files/file-error.ts'

const MIB = 1024 * 1024
const READ_BYTES_MIN = 64 * 1024
export const MODE_BITS = 0o7777

/** A local file, opened: what is known of it and what is read belong to the same file, whatever happens to its name. */
export interface LocalSource {
  /** For what is no file, such as a named pipe: `undefined`. */
  readonly sizeBytes: number | undefined
  readonly mode: number
  readonly mtimeMs: number
  readonly isFolder: boolean
  /** Once. What is read until its end is the content, also where it grows or shrinks meanwhile. The slice is overwritten by the next one. */
  bytes(): AsyncGenerator<Uint8Array, void, undefined>
  close(): Promise<void>
}

/** What was seen as a file may have given way: to a link, which is not followed, or to a named pipe, which must not be waited for. */
export const ONLY_THE_FILE = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** Throws `not-found`, `io`; with `followLink: false` that is also what a symbolic link gives. */
export async function openLocal(path: string, { followLink }: { followLink: boolean }): Promise<LocalSource> {
  let handle: FileHandle | undefined
  try {
    handle = await open(path, followLink ? constants.O_RDONLY : ONLY_THE_FILE)
    return new OpenedSource(path, handle, await handle.stat())
  } catch (error) {
    await handle?.close()
    if (fileError(error, path).code !== 'not-found') throw fileError(error, path)
    throw new HiroError('not-found', `there is no ${path}`, { cause: error })
  }
}

class OpenedSource implements LocalSource {
  readonly sizeBytes: number | undefined
  readonly mode: number
  readonly mtimeMs: number
  readonly isFolder: boolean
  readonly #path: string
  readonly #handle: FileHandle

  constructor(path: string, handle: FileHandle, stats: Stats) {
    this.sizeBytes = stats.isFile() ? stats.size : undefined
    this.mode = stats.mode & MODE_BITS
    this.mtimeMs = stats.mtimeMs
    this.isFolder = stats.isDirectory()
    this.#path = path
    this.#handle = handle
  }

  async *bytes(): AsyncGenerator<Uint8Array, void, undefined> {
    // One more than its size, so that the end is seen without another read of a whole buffer.
    const buffer = Buffer.allocUnsafe(Math.max(READ_BYTES_MIN, Math.min(MIB, (this.sizeBytes ?? MIB) + 1)))
    for (;;) {
      const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, null).catch((error: unknown) => {
        throw fileError(error, this.#path)
      })
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }
}
