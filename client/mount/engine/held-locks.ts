import type { Fence } from '../../locks/fence.ts'
import type { LockFamily, LockOwner } from '../locks/lock.ts'

/** A lock that a process has through the mount. */
interface HeldLock {
  readonly family: LockFamily
  readonly owner: LockOwner
  readonly start: number
  /** The first byte behind it; infinite for one to the end. */
  readonly end: number
  readonly pid: number
  /** The descriptor that it was taken through. */
  readonly handle: number
  readonly fence: Fence
}

/** What is locked through the mount, by file: what is written to a file is published only as long as its lock is held. */
export class HeldLocks {
  readonly #held = new Map<string, HeldLock[]>()

  get size(): number {
    return this.#held.size
  }

  /** The newest of the file. */
  fenceOf(file: string): Fence | undefined {
    return this.#held.get(file)?.at(-1)?.fence
  }

  has(file: string, family: LockFamily, owner: LockOwner): boolean {
    return this.#held.get(file)?.some((lock) => lock.family === family && lock.owner === owner) ?? false
  }

  /** Whose they are that were taken through a descriptor, by range: once it is closed for good, what processes held is given back, and these are of the descriptor itself. */
  ownersThrough(file: string, handle: number): LockOwner[] {
    const held = this.#held.get(file)?.filter((lock) => lock.handle === handle && lock.family === 'range') ?? []
    return [...new Set(held.map(({ owner }) => owner))]
  }

  /** Of the process that holds it through this mount; 0: it is another machine's. */
  pidOf(file: string, owner: LockOwner): number {
    return this.#held.get(file)?.find((lock) => lock.owner === owner)?.pid ?? 0
  }

  /** In place of what it covers of its owner. */
  add(file: string, lock: HeldLock): void {
    this.remove(file, lock)
    this.#held.set(file, [...(this.#held.get(file) ?? []), lock])
  }

  /** Given back; what is given back in part is held still. */
  remove(file: string, { family, owner, start, end }: Omit<HeldLock, 'fence' | 'pid' | 'handle'>): void {
    const left = (this.#held.get(file) ?? []).filter(
      (lock) => lock.family !== family || lock.owner !== owner || lock.start < start || lock.end > end,
    )
    if (left.length > 0) this.#held.set(file, left)
    else this.#held.delete(file)
  }
}
