import { HiroError } from '../../shared/errors.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import type { Context } from '../context.ts'
import type { Member } from '../membership/members.ts'
import { keys } from '../metadata/keys.ts'
import { RelistRecord, StoreRecord, WorkerRecord } from '../metadata/records.js'

/**
 * Takes a worker into the swarm: remembers it and its store durably, then counts it alive. A worker that comes with another store than before has lost
 * what the old one held. Throws `refused` when the store belongs to another worker.
 */
export async function join(context: Context, worker: Omit<Member, 'leaseUntilMs' | 'draining'>): Promise<Member> {
  const { value: draining } = await context.store.transact(async (tx) => {
    const storeRow = await tx.get(keys.store(worker.store))
    const store = storeRow && StoreRecord.decode(storeRow)
    if (store && (store.peer !== worker.peer || store.lost)) {
      throw new HiroError(
        'refused',
        'this store belongs to another worker, or was given up: start with an empty folder',
      )
    }
    const beforeRow = await tx.get(keys.worker(worker.peer))
    const before = beforeRow && toHex(WorkerRecord.decode(beforeRow).store)
    if (before !== undefined && before !== worker.store) {
      tx.put(keys.store(before), StoreRecord.encode({ peer: worker.peer, lost: true, away: false, draining: false }))
    }
    const { name, zone, addresses, capacityBytes } = worker
    const record = { store: fromHex(worker.store), name, zone, addresses: [...addresses], capacityBytes }
    tx.put(keys.worker(worker.peer), WorkerRecord.encode(record))
    const draining = store?.draining ?? false
    tx.put(keys.store(worker.store), StoreRecord.encode({ peer: worker.peer, lost: false, away: false, draining }))
    // What it holds counts again.
    if (store?.away) tx.put(keys.relistHeld(worker.store), RelistRecord.encode({ last: '' }))
    return draining
  })
  return context.members.join({ ...worker, draining })
}
