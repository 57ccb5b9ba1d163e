import { open, rm, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { HiroError } from '../../shared/errors.ts'
import type { Random } from '../../shared/random/random.ts'
import type { ReservedSpace } from './reserve.ts'

const SLICE_BYTES = 1024 * 1024

/** A file of random bytes: a file system that compresses would keep zeros in no space at all. */
export class FileReserve implements ReservedSpace {
  readonly sizeBytes: number
  readonly #path: string
  readonly #random: Random

  constructor(path: string, sizeBytes: number, random: Random) {
    this.#path = path
    this.sizeBytes = sizeBytes
    this.#random = random
  }

  async hold(): Promise<void> {
    if ((await this.#heldBytes()) === this.sizeBytes) return
    try {
      const file = await open(this.#path, 'w', 0o600)
      try {
        for (let done = 0; done < this.sizeBytes; done += SLICE_BYTES)
          await file.write(this.#random.bytes(Math.min(SLICE_BYTES, this.sizeBytes - done)))
        await file.sync()
      } finally {
        await file.close()
      }
    } catch (cause) {
      await rm(this.#path, { force: true }).catch(() => {})
      const full = cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT')
      throw new HiroError(full ? 'no-room' : 'io', `${this.#path} cannot be written`, { cause })
    }
  }

  async release(): Promise<boolean> {
    const held = (await this.#heldBytes()) > 0
    await rm(this.#path, { force: true })
    return held
  }

  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(dirname(this.#path))
    return bavail * bsize
  }

  async #heldBytes(): Promise<number> {
    return await stat(this.#path).then(
      ({ size }) => size,
      () => 0,
    )
  }
}
