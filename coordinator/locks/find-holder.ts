import type { Context } from '../context.ts'
import { readLocks } from './lock-rows.ts'
import { conflicts, type HeldLock, type WantedLock, wholeOf } from './ranges.ts'
import { touchSession } from './require-session.ts'

export interface LockHolder {
  /** In one piece, whatever calls it was locked by. */
  readonly lock: HeldLock
  readonly client: string
}

/** The first lock that is in the way of `wanted`; `undefined`: none is, now. What others wait for is not looked at, as F_GETLK does not. Throws `lease-lapsed`, `refused`. */
export async function testLock(
  context: Context,
  client: string,
  file: string,
  wanted: WantedLock,
): Promise<LockHolder | undefined> {
  const { sessions } = context.locks
  await touchSession(context, client, wanted.session)
  const held = (await readLocks(context.store, file)).filter(({ session }) => sessions.alive(session))
  const first = held.find((lock) => conflicts(lock, wanted))
  return first && { lock: wholeOf(held, first), client: sessions.clientOf(first.session) ?? '' }
}
