import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import { RelistRecord, StoreRecord } from '../metadata/records.js'

/** Above this share of all stores gone at once, it is the coordinator, or its network, that is ill. */
const GONE_SHARE_MAX = 0.5

/**
 * Marks stores whose worker has not been heard of for the grace time: other copies of what they hold are made from then on. Not when half of all stores are gone at once: then nothing is repaired, for there is hardly
 * anyone to repair it to, and most likely they are well. A coordinator that was itself away counts from its start.
 */
export async function markAwayStores(context: Context): Promise<void> {
  const rows = await context.store.scan(under('store/'))
  const stores = rows.map(({ key, value }) => ({ store: partsOf(key)[0] ?? '', ...StoreRecord.decode(value) }))
  const inUse = stores.filter(({ lost }) => !lost)
  const overdue = inUse.filter(({ store, peer, away }) => !away && isOverdue(context, store, peer))
  if (overdue.length === 0) return
  const gone = inUse.filter(({ store }) => context.members.aliveByStore(store) === undefined)
  if (gone.length >= inUse.length * GONE_SHARE_MAX) {
    context.log.warn('too many workers are gone at once to make new copies', { gone: gone.length, of: inUse.length })
    return
  }
  for (const { store, peer } of overdue) {
    context.log.warn('a worker is taken for dead, and new copies are made', { peer, store })
    await context.store.transact(async (tx) => {
      const row = await tx.get(keys.store(store))
      const record = row && StoreRecord.decode(row)
      if (record === undefined || record.lost || record.away) return
      tx.put(keys.store(store), StoreRecord.encode({ ...record, away: true }))
      tx.put(keys.relistHeld(store), RelistRecord.encode({ last: '' }))
    })
  }
}

function isOverdue({ members, clock, startedAtMs, repair }: Context, store: string, peer: string): boolean {
  if (members.aliveByStore(store) !== undefined) return false
  const silentMs = members.silentMs(peer) ?? clock.now() - startedAtMs
  return silentMs > (members.saidGoodbye(peer) ? repair.graceAnnouncedMs : repair.graceMs)
}
