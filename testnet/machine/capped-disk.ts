import { open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode } from '../../shared/errors.ts'
import { makeFolder } from '../../shared/files/durable-file.ts'
import { fileError } from '../../shared/files/file-error.ts'
import { unmountBelow, unmountOrphans } from './mounts.ts'
import { need } from './need.ts'
import { ownMark } from './owner.ts'
import { withTempFolder } from './temp-folder.ts'
import { tool } from './tool.ts'

const MIB = 2 ** 20
/** Someone else's large file, which takes the last of the space. */
const FILLER = 'filler'
const FILLER_BLOCK_BYTES = 64 * 1024

/** A small disk of its own mounted at a folder, that is soon full: a tmpfs with a cap. */
export class CappedDisk implements AsyncDisposable {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  /** Why there can be none here; see need.ts. */
  static lack(): Promise<string | undefined> {
    return need(['mount'], async () => {
      await withTempFolder(async (folder) => {
        await using disk = await CappedDisk.mount(`${folder}/disk`, MIB)
        await disk.fill()
      })
    })
  }

  /** A new, empty one. The folder is made if it is not there. */
  static async mount(folder: string, sizeBytes: number): Promise<CappedDisk> {
    await unmountOrphans()
    await makeFolder(folder)
    await tool('mount', ['-t', 'tmpfs', '-o', `size=${sizeBytes},mode=0700`, ownMark(), folder])
    return new CappedDisk(folder)
  }

  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.folder)
    return bavail * bsize
  }

  /** Takes all space that is left; called again, also what became free since. */
  async fill(): Promise<void> {
    await using file = await open(join(this.folder, FILLER), 'a', 0o600)
    const block = Buffer.alloc(FILLER_BLOCK_BYTES)
    try {
      for (;;) await file.writeFile(block)
    } catch (error) {
      if (!hasCode(fileError(error, FILLER), 'no-room')) throw error
    }
  }

  /** Gives back what `fill` took. */
  async clear(): Promise<void> {
    await rm(join(this.folder, FILLER), { force: true })
  }

  /** What is on it stays. */
  async resize(sizeBytes: number): Promise<void> {
    await tool('mount', ['-o', `remount,size=${sizeBytes}`, this.folder])
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await unmountBelow(this.folder)
  }
}
