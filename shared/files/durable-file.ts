import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { toHex } from '../ids.ts'
import { systemRandom } from '../random/system-random.ts'
import { fileError } from './file-error.ts'

/** Nobody but the owner, unless the caller knows that others may look. */
const MODE_DEFAULT = 0o600
const FOLDER_MODE_DEFAULT = 0o700

export interface DurableWriteOptions {
  /** Permissions, whatever the umask; 0600 by default. */
  mode?: number
  /** Throws `exists` rather than replace anything. Needs a file system with hard links. */
  exclusive?: boolean
}

/**
 * Writes a whole file so that at every moment, power cuts included, there is the old content or the new one under `path`, and so that once this resolves it is
 * the new one for good. Several writers at once: one of them wins. After a crash a `.<name>-….tmp` may be left beside it; nothing reads it.
 *
 * The folder must exist. Throws `not-found` when it does not, `exists`, `no-room`, `io`; then `path` is as it was, except that after an `io` from
 * the last step (the folder's fsync) it may be either.
 */
export async function writeDurably(
  path: string,
  bytes: Uint8Array | string,
  options: DurableWriteOptions = {},
): Promise<void> {
  // In the same folder, because a rename is atomic only within one file system.
  const temporary = join(dirname(path), `.${basename(path)}-${toHex(systemRandom.bytes(6))}.tmp`)
  try {
    await writeSynced(temporary, bytes, options.mode ?? MODE_DEFAULT)
    // Unlike rename, link fails where something is.
    if (options.exclusive) await link(temporary, path)
    else await rename(temporary, path)
    if (options.exclusive) await rm(temporary)
    // Without this the name can be gone after a power cut, though the content is there.
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw fileError(error, path)
  }
}

/** Makes the folder, and its parents, durably, for the owner only unless `mode` says otherwise. Idempotent; one that exists keeps its mode. */
export async function makeFolder(path: string, mode: number = FOLDER_MODE_DEFAULT): Promise<void> {
  try {
    const firstMade = await mkdir(path, { recursive: true, mode })
    if (firstMade === undefined) return
    for (let made = resolve(path); ; made = dirname(made)) {
      await syncFolder(dirname(made))
      if (made === resolve(firstMade)) return
    }
  } catch (error) {
    throw fileError(error, path)
  }
}

async function writeSynced(path: string, bytes: Uint8Array | string, mode: number): Promise<void> {
  // The mode from the first byte on: between open and chmod a secret must not be readable.
  const file = await open(path, 'wx', mode)
  try {
    await file.writeFile(bytes)
    await file.chmod(mode)
    await file.sync()
  } finally {
    await file.close()
  }
}

export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
