import { type HiroError, hasCode } from '../../../shared/errors.ts'
import { olderThanSeen, type Sighting, type VersionMemory } from './version-memory.ts'

export class MemoryVersionMemory implements VersionMemory {
  readonly #seen = new Map<string, number>()

  async check(file: string, version: number, isLost?: (seen: number) => boolean): Promise<void> {
    const seen = this.#seen.get(file) ?? 0
    if (version < seen && !isLost?.(seen)) throw olderThanSeen(file, version, seen)
    this.#seen.set(file, version)
  }

  async checkAll(
    sightings: readonly Sighting[],
    isLost?: (seen: number) => boolean,
  ): Promise<(HiroError | undefined)[]> {
    const outcome = async ({ file, version }: Sighting): Promise<HiroError | undefined> => {
      try {
        await this.check(file, version, isLost)
        return undefined
      } catch (error) {
        if (hasCode(error, 'integrity')) return error
        throw error
      }
    }
    return await Promise.all(sightings.map(outcome))
  }

  async close(): Promise<void> {}
}
