import { abortReason, onAbort, throwIfAborted } from '../../../shared/work/signal.ts'
import { ErrnoError } from '../errno.ts'
import type { Lock, LockFamily, LockOwner, LockRequest } from './lock.ts'

interface Held extends Lock {
  readonly owner: LockOwner
}

interface Waiting {
  readonly request: LockRequest
  readonly granted: () => void
}

interface LocksOfInode {
  held: readonly Held[]
  readonly waiting: Set<Waiting>
}

/**
 * Locks of all files of one mount, by range and on the whole, as fcntl(2) and flock(2) mean them: several may read, one may write; a new lock of an owner takes the place of its old ones, as far as they overlap. Two who wait for each
 * other are not found out: one of them has to be interrupted.
 */
export class LockTable {
  readonly #locks = new Map<string, LocksOfInode>()

  /** A lock that is in the way of `request`. */
  conflict(inode: number, request: LockRequest): Lock | undefined {
    const { held = [] } = this.#locks.get(keyOf(inode, request.family)) ?? {}
    return inTheWay(held, request)
  }

  /** Throws EAGAIN where another lock is in the way and `wait` is false, `aborted` when the wait was interrupted. */
  async set(inode: number, request: LockRequest, wait: boolean, signal?: AbortSignal): Promise<void> {
    throwIfAborted(signal)
    const locks = this.#of(inode, request.family)
    if (request.kind === 'unlock' || inTheWay(locks.held, request) === undefined) {
      this.#apply(locks, request)
    } else if (wait) {
      await this.#wait(locks, request, signal)
    } else throw new ErrnoError('EAGAIN', 'locked by another')
    this.#tidy(inode, request.family)
  }

  /** All that `owner` has of the file. */
  release(inode: number, family: LockFamily, owner: LockOwner): void {
    const locks = this.#locks.get(keyOf(inode, family))
    if (locks === undefined) return
    this.#apply(locks, { family, owner, kind: 'unlock', start: 0, end: Number.POSITIVE_INFINITY, pid: 0 })
    this.#tidy(inode, family)
  }

  /** Files that have locks, or for whose somebody waits. */
  get size(): number {
    return this.#locks.size
  }

  async #wait(locks: LocksOfInode, request: LockRequest, signal: AbortSignal | undefined): Promise<void> {
    const turn = Promise.withResolvers<void>()
    const waiting: Waiting = { request, granted: turn.resolve }
    locks.waiting.add(waiting)
    using _ = onAbort(signal, () => {
      if (locks.waiting.delete(waiting) && signal) turn.reject(abortReason(signal))
    })
    await turn.promise
  }

  /** Then lets in whoever waited for what is free now. */
  #apply(locks: LocksOfInode, request: LockRequest): void {
    locks.held = replaced(locks.held, request)
    for (const waiting of locks.waiting) {
      if (inTheWay(locks.held, waiting.request) !== undefined) continue
      locks.waiting.delete(waiting)
      locks.held = replaced(locks.held, waiting.request)
      waiting.granted()
    }
  }

  #of(inode: number, family: LockFamily): LocksOfInode {
    const key = keyOf(inode, family)
    const locks = this.#locks.get(key) ?? { held: [], waiting: new Set() }
    this.#locks.set(key, locks)
    return locks
  }

  #tidy(inode: number, family: LockFamily): void {
    const key = keyOf(inode, family)
    const locks = this.#locks.get(key)
    if (locks?.held.length === 0 && locks.waiting.size === 0) this.#locks.delete(key)
  }
}

function keyOf(inode: number, family: LockFamily): string {
  return `${family} ${inode}`
}

function inTheWay(held: readonly Held[], { owner, kind, start, end }: LockRequest): Held | undefined {
  return held.find(
    (lock) =>
      lock.owner !== owner && lock.start < end && start < lock.end && (lock.kind === 'write' || kind === 'write'),
  )
}

/** `held` with `request` in it; what its owner had there before is cut away. */
function replaced(held: readonly Held[], { owner, kind, start, end, pid }: LockRequest): readonly Held[] {
  const left = held.flatMap((lock) => {
    if (lock.owner !== owner || lock.end <= start || end <= lock.start) return [lock]
    const before = { ...lock, end: start }
    const behind = { ...lock, start: end }
    return [before, behind].filter((part) => part.start < part.end)
  })
  return kind === 'unlock' ? left : [...left, { owner, kind, start, end, pid }]
}
