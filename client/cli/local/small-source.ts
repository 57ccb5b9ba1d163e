import { closeSync, fstatSync, openSync, read, readSync } from 'node:fs'
import { promisify } from 'node:util'
import { fileError } from '../../../shared/files/file-error.ts'
import { MODE_BITS, ONLY_THE_FILE } from './local-source.ts'

/** A small file of this machine, in memory. */
export interface SmallSource {
  readonly bytes: Uint8Array
  readonly mode: number
  readonly mtimeMs: number
}

const readAt = promisify(read)

/**
 * A file that was just looked at and is small, whole; `undefined`: it vanished, or is no file any more, or has more than `bytesMax`. Only what may wait for the disk goes through the thread pool, whose way there and back takes longer than
 * to open and to close a file whose inode the kernel has in memory. Throws `io`.
 */
export async function readSmallSource(path: string, bytesMax: number): Promise<SmallSource | undefined> {
  let file: number | undefined
  try {
    file = openSync(path, ONLY_THE_FILE)
    const stats = fstatSync(file)
    if (!stats.isFile() || stats.size > bytesMax) return undefined
    // One more than its size shows whether it grew.
    const bytes = Buffer.allocUnsafe(stats.size + 1)
    let { bytesRead: length } = await readAt(file, bytes, 0, bytes.length, null)
    for (let more = length; more > 0 && length < bytes.length; length += more) {
      more = readSync(file, bytes, length, bytes.length - length, null)
    }
    if (length === bytes.length) return undefined
    return { bytes: bytes.subarray(0, length), mode: stats.mode & MODE_BITS, mtimeMs: stats.mtimeMs }
  } catch (cause) {
    const error = fileError(cause, path)
    if (error.code === 'not-found') return undefined
    throw error
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
