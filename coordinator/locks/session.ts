import { HiroError } from '../../shared/errors.ts'
import { SESSION_LEASE_MS, SESSIONS_PER_CLIENT_MAX } from '../../shared/limits.ts'
import { epochOf } from '../../shared/revision.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import { SessionRecord } from '../metadata/records.js'
import { endSession } from './end-session.ts'
import { touchSession } from './require-session.ts'

/** Opens a session, or renews the one that is there. Gives its lease, in ms. Throws `lease-lapsed` (there was one of this id), `refused`, `busy` (too many of this client). */
export async function openSession(context: Context, client: string, session: string): Promise<number> {
  const { sessions } = context.locks
  if (sessions.clientOf(session) !== undefined) return await renewSession(context, client, session)
  if (sessions.countOf(client) >= SESSIONS_PER_CLIENT_MAX)
    throw new HiroError('busy', `a client has at most ${SESSIONS_PER_CLIENT_MAX} sessions`)
  await context.store.transact(async (tx) => {
    if ((await tx.get(keys.session(session))) !== undefined) return
    tx.put(keys.session(session), (revision) => SessionRecord.encode({ client, revision }))
  })
  sessions.open(session, client)
  return await renewSession(context, client, session)
}

/** Gives the lease, in ms from now. Throws `lease-lapsed`, `refused`. */
export async function renewSession(context: Context, client: string, session: string): Promise<number> {
  await touchSession(context, client, session)
  return SESSION_LEASE_MS
}

/** Gives back all that it holds. What is not there any more is no error. Throws `refused`. */
export async function closeSession(context: Context, client: string, session: string): Promise<void> {
  const { sessions } = context.locks
  if (!sessions.alive(session)) return
  if (sessions.clientOf(session) !== client) throw new HiroError('refused', 'this session belongs to another client')
  await endSession(context, session)
}

/** Sessions found at the start get a whole lease, for what they hold is theirs still; but none of an older life of the swarm, which may have ended since the backup that it was restored from. */
export async function adoptSessions(context: Context): Promise<void> {
  const { sessions } = context.locks
  for await (const { key, value } of everyRow(context, 'session/')) {
    const { client, revision } = SessionRecord.decode(value)
    const [session = ''] = partsOf(key)
    sessions.open(session, client)
    if (epochOf(revision) !== context.swarm.epoch) sessions.lapse(session)
  }
  for await (const { key } of everyRow(context, 'locked/')) {
    const [session = '', file = ''] = partsOf(key)
    // One that was being ended when the process was: the collector goes on with it.
    sessions.open(session, '', 0)
    sessions.filesOf(session).add(file)
  }
}

async function* everyRow({ store }: Context, prefix: string): AsyncGenerator<{ key: string; value: Uint8Array }> {
  let last: string | undefined
  do {
    const rows = await store.scan(under(prefix, { last }))
    yield* rows
    last = rows.at(-1)?.key
  } while (last !== undefined)
}
