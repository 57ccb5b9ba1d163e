import { mkdir, open, readdir, rename, statfs, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { CachedFile } from './cached-file.ts'
import { DirectFile } from './direct-file.ts'
import type { Disk } from './disk.ts'
import { attempt, unlessNotFound } from './disk-errors.ts'
import { partsOf } from './path.ts'

/** The disk below the folder `folder` of this machine; the folder itself is made by the first `makeFolder`. */
export function nodeDisk(folder: string): Disk {
  const root = resolve(folder)
  const at = (path: string): string => join(root, ...partsOf(path))
  return {
    create(path) {
      return attempt(async () => (await DirectFile.create(at(path))) ?? new CachedFile(await open(at(path), 'w')))
    },
    async open(path) {
      return new CachedFile(await attempt(() => open(at(path), 'r')))
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
