import type { Context } from '../context.ts'
import { readLocks } from './lock-rows.ts'
import { conflicts, type LockOwner, sameOwner } from './ranges.ts'
import type { Place } from './wait-queue.ts'

/** Whether to wait would be to wait for oneself: who is in the way waits, through whomever, for a lock of this owner. */
export async function isDeadlock(context: Context, place: Place): Promise<boolean> {
  return await waitsFor(context, place, place.wanted)
}

/**
 * Whether one that came before has to go first, though nothing that is held is in the way: else those that share would keep one that wants it alone waiting for ever. Not one that waits, through whomever,
 * for a lock of this owner: it would wait for ever, where without a queue both went on.
 */
export async function mustYield(context: Context, place: Place): Promise<boolean> {
  const { sessions, queue } = context.locks
  for (const before of queue.ahead(place)) {
    if (sessions.alive(before.wanted.session) && !(await waitsFor(context, before, place.wanted))) return true
  }
  return false
}

async function waitsFor({ store, locks }: Context, first: Place, owner: LockOwner): Promise<boolean> {
  const seen = new Set<string>()
  const open = [first]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { wanted } = place
    for (const held of await readLocks(store, wanted.file)) {
      if (!conflicts(held, wanted) || !locks.sessions.alive(held.session)) continue
      if (sameOwner(held, owner)) return true
      const name = `${held.session}/${held.owner}/${held.kind}`
      if (seen.has(name)) continue
      seen.add(name)
      // One that is not being asked for just now finds it when it is.
      open.push(...locks.queue.ofOwner(held).filter(({ calls }) => calls > 0))
    }
  }
  return false
}
