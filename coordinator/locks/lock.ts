import { HiroError } from '../../shared/errors.ts'
import { LOCK_WAIT_MS_MAX, LOCKED_FILES_PER_SESSION_MAX, LOCKS_PER_FILE_MAX } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { isDeadlock, mustYield } from './deadlock.ts'
import { hasAny, readLocks, writeLocks } from './lock-rows.ts'
import { compacted, conflicts, FLOCK, fenceOf, type HeldLock, POSIX, sameOwner, withLock } from './ranges.ts'
import { requireSession, touchSession } from './require-session.ts'
import type { LockRequest, Place } from './wait-queue.ts'

/**
 * Locks, or changes the mode of what its owner has: in place for ranges, while flock gives up what there is first (flock(2)). Gives the fence. Waits so long at most, first come first served; a
 * call for the same request that follows soon keeps its place, and one that comes when it is granted gets the same fence. Throws `locked`, `deadlock` (ranges only), `lease-lapsed`, `no-room` (too many locks in the file), `busy`,
 * `aborted` (it was cancelled), `refused`.
 */
export async function lock(
  context: Context,
  client: string,
  wanted: LockRequest & { readonly waitMs: number },
  signal: AbortSignal,
): Promise<number> {
  const { clock, locks } = context
  await touchSession(context, client, wanted.session)
  const endMs = clock.now() + Math.min(wanted.waitMs, LOCK_WAIT_MS_MAX)
  const place = locks.queue.enter(wanted)
  try {
    for (;;) {
      const change = locks.queue.change(place)
      try {
        const fence = await tryOnce(context, client, place)
        const isOver = fence !== undefined || wanted.waitMs === 0
        const deadlock = !isOver && wanted.kind === POSIX && (await isDeadlock(context, place))
        if (isOver || deadlock) locks.queue.leave(place)
        if (fence !== undefined) return fence
        if (deadlock) throw new HiroError('deadlock', 'who holds it waits, in the end, for a lock of the same owner')
        const woken = wanted.waitMs > 0 && (await change.within(endMs - clock.now(), signal))
        if (!woken) throw new HiroError('locked', 'someone else has it locked')
      } finally {
        change.stop()
      }
    }
  } finally {
    locks.queue.standBack(place)
  }
}

/** It waits no more, and will not be granted. The fence where it was before; 0: it was not. Idempotent. */
export async function cancelLock(context: Context, client: string, session: string, request: string): Promise<number> {
  const { sessions, queue } = context.locks
  await touchSession(context, client, session)
  const place = queue.find(session, request)
  const settle = async (): Promise<number> => {
    const fence = sessions.answerTo(session, request) ?? 0
    if (fence === 0) sessions.noteAnswer(session, request, 0)
    return fence
  }
  const fence = await (place ? place.tries.run(settle) : settle())
  if (place) queue.leave(place)
  return fence
}

/** `undefined`: someone is in the way. */
async function tryOnce(context: Context, client: string, place: Place): Promise<number | undefined> {
  const { sessions, queue } = context.locks
  const { session, request, file } = place.wanted
  return await place.tries.run(async () => {
    const before = sessions.answerTo(session, request)
    if (before === 0) throw new HiroError('aborted', 'this request for a lock was cancelled')
    if (before !== undefined) return before
    const { value, revision } = await context.store.transact(async (tx) => await grant(context, client, tx, place))
    const wasYielding = place.yielding
    place.yielding = value.yielding
    if (!value.granted) {
      if (!wasYielding) queue.wakeYielding()
      return undefined
    }
    const fence = value.fence ?? revision
    sessions.noteAnswer(session, request, fence)
    sessions.filesOf(session).add(file)
    return fence
  })
}

interface Outcome {
  readonly granted: boolean
  /** `undefined`: the revision. */
  readonly fence?: number
  readonly yielding: boolean
}

async function grant(context: Context, client: string, tx: Transaction, place: Place): Promise<Outcome> {
  const { wanted } = place
  const { session, file } = wanted
  await requireSession(tx, context, client, session)
  const before = await readLocks(tx, file)
  // What a session held that has lapsed is free, whoever comes first: the collector, or someone who wants it.
  const alive = before.filter((lock) => context.locks.sessions.alive(lock.session))
  const known = fenceOf(alive, wanted)
  if (known !== undefined) return { granted: true, fence: known, yielding: false }
  const others = wanted.kind === FLOCK ? alive.filter((lock) => !sameOwner(lock, wanted)) : alive
  const isHeld = others.some((lock) => conflicts(lock, wanted))
  if (isHeld || (await mustYield(context, place))) {
    if (others.length < alive.length) {
      writeLocks(tx, file, { before, after: others })
      if (!hasAny(others, session)) tx.delete(keys.locked(session, file))
    }
    return { granted: false, yielding: !isHeld }
  }
  writeLocks(tx, file, { before, after: bounded(context, wanted, withLock(others, wanted)) })
  return { granted: true, yielding: false }
}

function bounded(context: Context, { session, file }: LockRequest, held: HeldLock[]): HeldLock[] {
  const files = context.locks.sessions.filesOf(session)
  if (files.size >= LOCKED_FILES_PER_SESSION_MAX && !files.has(file))
    throw new HiroError('no-room', `one session has locks in at most ${LOCKED_FILES_PER_SESSION_MAX} files`)
  if (held.length <= LOCKS_PER_FILE_MAX) return held
  const fewer = compacted(held)
  if (fewer.length <= LOCKS_PER_FILE_MAX) return fewer
  throw new HiroError('no-room', `a file has at most ${LOCKS_PER_FILE_MAX} locks, however many have them`)
}
