import { type FileHandle, mkdir, open, readdir, rename, statfs, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { HiroError } from '../../../shared/errors.ts'
import type { Disk, DiskFile } from './disk.ts'
import { partsOf } from './path.ts'

/** The disk below the folder `folder` of this machine; the folder itself is made by the first `makeFolder`. */
export function nodeDisk(folder: string): Disk {
  const root = resolve(folder)
  const at = (path: string): string => join(root, ...partsOf(path))
  return {
    async create(path) {
      // Readable too: what was just written can be looked at through the same handle.
      return new NodeDiskFile(await attempt(() => open(at(path), 'w+')))
    },
    async open(path) {
      return new NodeDiskFile(await attempt(() => open(at(path), 'r')))
    },
    rename(from, to) {
      return attempt(() => rename(at(from), at(to)))
    },
    remove(path) {
      return attempt(() => unlink(at(path))).catch(unlessNotFound(undefined))
    },
    list(folder) {
      return attempt(() => readdir(at(folder))).catch(unlessNotFound<string[]>([]))
    },
    makeFolder(folder) {
      return attempt(() => makeFolderDurably(root, partsOf(folder)))
    },
    syncFolder(folder) {
      return attempt(() => syncFolderAt(at(folder)))
    },
    async freeBytes() {
      const { bavail, bsize } = await attempt(() => statfs(root))
      return bavail * bsize
    },
  }
}

class NodeDiskFile implements DiskFile {
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

/**
 * A folder that exists is synced all the same: whoever made it may have been killed before its name was durable.
 * From the parent of the first folder that was missing (at least the root) down to the parent of the last.
 */
async function makeFolderDurably(root: string, parts: readonly string[]): Promise<void> {
  const folder = join(root, ...parts)
  const firstMade = await mkdir(folder, { recursive: true })
  const top = firstMade !== undefined && firstMade.length <= root.length ? dirname(firstMade) : root
  for (let at = folder; at !== top; ) {
    at = dirname(at)
    await syncFolderAt(at)
  }
}

async function syncFolderAt(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const codeOfErrno: Record<string, 'no-room' | 'not-found'> = {
  ENOSPC: 'no-room',
  EDQUOT: 'no-room',
  ENOENT: 'not-found',
}

async function attempt<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await operation()
  } catch (cause) {
    if (cause instanceof HiroError) throw cause
    const errno = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw new HiroError(codeOfErrno[errno] ?? 'io', cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

function unlessNotFound<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof HiroError && error.code === 'not-found') return value
    throw error
  }
}
