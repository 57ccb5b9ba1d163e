import { fromHex, newId } from '../../shared/ids.ts'
import { GRANT_TTL_MS } from '../../shared/limits.ts'
import { signGrant } from '../../shared/protocol/token/tokens.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { shardsTaskOf } from '../shards/shards-work.ts'
import type { Order, Transfer } from './transfer.ts'

/** One grant for all that a worker is to send now, under a revision that is no upload's. */
export async function orderTransfers(context: Context, transfers: readonly Transfer[]): Promise<void> {
  if (transfers.length === 0) return
  step('repairs-ordering')
  const { revision } = await context.store.transact(async (tx) => tx.put(keys.repair, new Uint8Array()))
  step('repairs-ordered')
  for (const [source, ofSource] of Map.groupBy(transfers, ({ source }) => source)) {
    const targets = new Map(ofSource.flatMap(({ targets }) => targets).map((target) => [target.peer, target]))
    const grant = signGrant(context.identity, {
      swarm: fromHex(context.swarm.id),
      epoch: context.swarm.epoch,
      peer: source.peer,
      revision,
      id: fromHex(newId(context.random)),
      workers: [...targets.values()].map(({ peer, addresses }) => ({ peer, addresses: [...addresses] })),
      pieceBytesMax: Math.max(...ofSource.map(({ sizeBytes }) => sizeBytes)),
      // A chain that broke is sent again.
      bytesMax: 2 * ofSource.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      ttlMs: GRANT_TTL_MS,
    })
    const orders = ofSource.map((transfer) => orderOf(transfer, grant, revision))
    context.mailbox.tell(source.store, orders)
  }
}

function orderOf({ cid, sizeBytes, targets, shards }: Transfer, grant: Uint8Array, revision: number): Order {
  if (shards === undefined) return { cid, sizeBytes, targets, grant }
  return { cid, sizeBytes: shards.pieceSizeBytes, targets: [], grant, shards: shardsTaskOf(shards, revision) }
}
