import { HiroError } from '../../shared/errors.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import type { Reader } from '../metadata/metadata-store.ts'

function lapsed(): HiroError {
  return new HiroError(
    'lease-lapsed',
    'the session has lapsed: what it had locked it holds no more; nothing was changed',
  )
}

/** Makes a transaction depend on the session of this client being there, and its lease on the coordinator's clock. Throws `lease-lapsed`, `refused` when it is another client's. */
export async function requireSession(reader: Reader, context: Context, client: string, session: string): Promise<void> {
  const { sessions } = context.locks
  const row = await reader.get(keys.session(session))
  if (row === undefined || !sessions.alive(session)) throw lapsed()
  if (sessions.clientOf(session) !== client) throw new HiroError('refused', 'this session belongs to another client')
}

/** As `requireSession`, and keeps it alive: whatever a client asks under its session renews it. */
export async function touchSession(context: Context, client: string, session: string): Promise<void> {
  await requireSession(context.store, context, client, session)
  context.locks.sessions.renew(session)
}
