import { olderThanSeen, type VersionMemory } from './version-memory.ts'

export class MemoryVersionMemory implements VersionMemory {
  readonly #seen = new Map<string, number>()

  async check(file: string, version: number, isLost?: (seen: number) => boolean): Promise<void> {
    const seen = this.#seen.get(file) ?? 0
    if (version < seen && !isLost?.(seen)) throw olderThanSeen(file, version, seen)
    this.#seen.set(file, version)
  }

  async close(): Promise<void> {}
}
