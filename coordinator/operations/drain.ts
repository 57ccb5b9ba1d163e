import { HiroError } from '../../shared/errors.ts'
import { toHex } from '../../shared/ids.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import { RelistRecord, StoreRecord, WorkerRecord } from '../metadata/records.js'

/**
 * Empties a worker, or stops doing so. Its copies stay readable, count no more, and are taken away as others have been made. Throws `not-found` when no worker has this name or peer id, `usage` when
 * several have the name. Idempotent.
 */
export async function drain(context: Context, who: string, draining: boolean): Promise<void> {
  const { peer, store } = await workerNamed(context, who)
  await context.store.transact(async (tx) => {
    const row = await tx.get(keys.store(store))
    const record = row && StoreRecord.decode(row)
    if (record === undefined || record.draining === draining) return
    tx.put(keys.store(store), StoreRecord.encode({ ...record, draining }))
    // Each piece it holds is looked at: its copies count otherwise than they did.
    tx.put(keys.relistHeld(store), RelistRecord.encode({ last: '' }))
  })
  const member = context.members.aliveByPeer(peer)
  if (member?.store === store) member.draining = draining
}

async function workerNamed(context: Context, who: string): Promise<{ peer: string; store: string }> {
  const rows = await context.store.scan(under('worker/'))
  const named = rows
    .map(({ key, value }) => ({ peer: partsOf(key)[0] ?? '', ...WorkerRecord.decode(value) }))
    .filter(({ peer, name }) => peer === who || name === who)
  const [found, ...more] = named
  if (found === undefined) throw new HiroError('not-found', `no worker is called "${who}"`)
  if (more.length > 0) throw new HiroError('usage', `${named.length} workers are called "${who}": give a peer id`)
  return { peer: found.peer, store: toHex(found.store) }
}

/** Begins or stops evening the workers out. Idempotent. */
export async function rebalance({ store }: Context, on: boolean): Promise<void> {
  await store.transact(async (tx) => {
    if (on) tx.put(keys.rebalance, new Uint8Array())
    else tx.delete(keys.rebalance)
  })
}
