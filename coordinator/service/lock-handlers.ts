import { HiroError } from '../../shared/errors.ts'
import { fromHex, idFromBytes, toHex } from '../../shared/ids.ts'
import { LOCK_END_MAX } from '../../shared/limits.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import type { ControlHandlers } from '../../shared/protocol/control/protocol.ts'
import type { Context } from '../context.ts'
import type { Fence } from '../locks/fence.ts'
import { type LockHolder, testLock } from '../locks/find-holder.ts'
import { cancelLock, lock } from '../locks/lock.ts'
import { FLOCK, type LockOwner, POSIX, type Span } from '../locks/ranges.ts'
import { closeSession, openSession, renewSession } from '../locks/session.ts'
import { unlock, unlockAll } from '../locks/unlock.ts'

type LockCalls = 'openSession' | 'renewSession' | 'closeSession' | 'lock' | 'unlock' | 'testLock' | 'cancelLock'

const OWNER_LENGTHS_BYTES = [8, 16]
const EVERYTHING: Span = { start: 0, end: LOCK_END_MAX }

/** The calls of one client that have to do with locks. */
export function lockHandlers(context: Context, client: string): Pick<ControlHandlers, LockCalls> {
  const { reserve } = context
  return {
    openSession: async ({ session }) => {
      reserve.requireRoom()
      return { leaseMs: await openSession(context, client, idFromBytes(session)) }
    },
    renewSession: async ({ session }) => ({ leaseMs: await renewSession(context, client, idFromBytes(session)) }),
    closeSession: async ({ session }) => {
      await reserve.forRemoval(async () => await closeSession(context, client, idFromBytes(session)))
      return {}
    },
    lock: async ({ session, range, exclusive, waitMs, request }, signal) => {
      reserve.requireRoom()
      const wanted = {
        ...decodeRange(session, range),
        file: fileOf(range),
        exclusive,
        waitMs,
        request: idFromBytes(request),
      }
      return { fence: await lock(context, client, wanted, signal) }
    },
    unlock: async ({ session, range }) => {
      const owner = decodeRange(session, range)
      await reserve.forRemoval(async () => {
        if (range?.file.byteLength === 0) await unlockAll(context, client, owner, EVERYTHING)
        else await unlock(context, client, fileOf(range), owner, owner)
      })
      return {}
    },
    testLock: async ({ session, range, exclusive }) => {
      const wanted = { ...decodeRange(session, range), exclusive }
      const found = await testLock(context, client, fileOf(range), wanted)
      return found ? { holder: encodeHolder(found, fileOf(range), wanted.session) } : {}
    },
    cancelLock: async ({ session, request }) => ({
      fence: await cancelLock(context, client, idFromBytes(session), idFromBytes(request)),
    }),
  }
}

/** Throws `bad-frame`. */
export function decodeFence(fence: wire.Fence | undefined): Fence | undefined {
  return fence && { session: idFromBytes(fence.session), file: idFromBytes(fence.file), number: fence.number }
}

function fileOf(range: wire.LockRange | undefined): string {
  return idFromBytes(range?.file ?? new Uint8Array())
}

/** An flock is on the whole file, whatever the range says. Throws `bad-frame`, `usage`. */
function decodeRange(session: Uint8Array, range: wire.LockRange | undefined): LockOwner & Span {
  if (range === undefined) throw new HiroError('bad-frame', 'a lock without a range')
  const { kind, owner, start, end } = range
  if (kind !== FLOCK && kind !== POSIX) throw new HiroError('usage', `there is no kind of lock with the number ${kind}`)
  if (!OWNER_LENGTHS_BYTES.includes(owner.byteLength))
    throw new HiroError('bad-frame', `the owner of a lock has ${OWNER_LENGTHS_BYTES.join(' or ')} bytes`)
  const span = kind === FLOCK ? EVERYTHING : { start, end }
  if (!Number.isSafeInteger(span.start) || !Number.isSafeInteger(span.end) || span.start > span.end)
    throw new HiroError('usage', `no range goes from ${start} to ${end}`)
  return { session: idFromBytes(session), owner: toHex(owner), kind, ...span }
}

function encodeHolder({ lock, client }: LockHolder, file: string, asking: string): wire.LockHolder {
  const { session, owner, kind, start, end, exclusive } = lock
  const range = { file: fromHex(file), owner: fromHex(owner), kind, start, end }
  return { range, exclusive, own: session === asking, client }
}
