/**
 * The arithmetic of locks on one file: what is in whose way, and what is left of what. Nothing here knows of time or of the store. Ends are inclusive, as in `fcntl`.
 */

export const FLOCK = 1
export const POSIX = 2

/** Who holds a lock: the one never is in its own way. Owners are of one kind; so the kinds do not see each other. */
export interface LockOwner {
  /** Hex. */
  readonly session: string
  /** Within the session, hex: a process, or for flock a descriptor. */
  readonly owner: string
  /** FLOCK or POSIX. */
  readonly kind: number
}

export interface Span {
  readonly start: number
  readonly end: number
}

export interface WantedLock extends LockOwner, Span {
  readonly exclusive: boolean
}

/** A stretch with one owner, one mode and one fence. */
export interface HeldLock extends WantedLock {
  /** The revision that granted it; 0: the one that is about to. */
  readonly fence: number
}

export function sameOwner(a: LockOwner, b: LockOwner): boolean {
  return a.session === b.session && a.owner === b.owner && a.kind === b.kind
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** Whether the two cannot be held at once. */
export function conflicts(a: WantedLock, b: WantedLock): boolean {
  return a.kind === b.kind && (a.exclusive || b.exclusive) && overlaps(a, b) && !sameOwner(a, b)
}

/** What is left when an owner unlocks `span`. */
export function without(held: readonly HeldLock[], owner: LockOwner, span: Span): HeldLock[] {
  return held.flatMap((lock) => (sameOwner(lock, owner) ? cut(lock, span) : [lock]))
}

/**
 * What is there when `wanted`, which nothing is in the way of, is granted. Where the owner had the other mode it has the new one. Where it had this mode already it has it
 * under the fence that it had, so that what was granted before is proven by its own number still; what is new has fence 0.
 */
export function withLock(held: readonly HeldLock[], wanted: WantedLock): HeldLock[] {
  const { session, owner, kind, exclusive } = wanted
  const changed = held.flatMap((lock) =>
    sameOwner(lock, wanted) && lock.exclusive !== exclusive ? cut(lock, wanted) : [lock],
  )
  const gaps = gapsOf(held, wanted).map(({ start, end }) => ({ session, owner, kind, exclusive, start, end, fence: 0 }))
  return [...changed, ...gaps].toSorted((a, b) => a.start - b.start)
}

/** The newest fence of what its owner has of `wanted`; `undefined`: it has not all of it in this mode. */
export function fenceOf(held: readonly HeldLock[], wanted: WantedLock): number | undefined {
  if (gapsOf(held, wanted).length > 0) return undefined
  return Math.max(...ownOf(held, wanted).map(({ fence }) => fence))
}

/** Touching stretches of one owner and mode as one, with the newest of their fences: for when there are too many. */
export function compacted(held: readonly HeldLock[]): HeldLock[] {
  const found: HeldLock[] = []
  for (const lock of held.toSorted((a, b) => a.start - b.start)) {
    const at = found.findIndex((before) => isOneWith(before, lock))
    const before = found[at]
    if (before === undefined) found.push(lock)
    else found[at] = { ...before, end: lock.end, fence: newer(before.fence, lock.fence) }
  }
  return found
}

/** All that the owner of `lock` has in one piece with it, in this mode, whatever the fences. */
export function wholeOf(held: readonly HeldLock[], lock: HeldLock): HeldLock {
  return compacted(held.filter((other) => sameOwner(other, lock))).find((one) => overlaps(one, lock)) ?? lock
}

function isOneWith(before: HeldLock, lock: HeldLock): boolean {
  return sameOwner(before, lock) && before.exclusive === lock.exclusive && before.end + 1 === lock.start
}

/** 0 is about to be given, and so the newest. */
function newer(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : Math.max(a, b)
}

/** What its owner has of `wanted`, in this mode. */
function ownOf(held: readonly HeldLock[], wanted: WantedLock): HeldLock[] {
  return held.filter((lock) => sameOwner(lock, wanted) && lock.exclusive === wanted.exclusive && overlaps(lock, wanted))
}

/** What its owner has not of `wanted`, in this mode. */
function gapsOf(held: readonly HeldLock[], wanted: WantedLock): Span[] {
  let gaps: Span[] = [{ start: wanted.start, end: wanted.end }]
  for (const own of ownOf(held, wanted)) gaps = gaps.flatMap((gap) => cut(gap, own))
  return gaps
}

function cut<T extends Span>(one: T, away: Span): T[] {
  if (!overlaps(one, away)) return [one]
  const left = one.start < away.start ? [{ ...one, end: away.start - 1 }] : []
  const right = one.end > away.end ? [{ ...one, start: away.end + 1 }] : []
  return [...left, ...right]
}
