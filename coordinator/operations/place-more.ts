import type { Context } from '../context.ts'
import { fenceOfRecord, requireFence } from '../locks/fence.ts'
import { requireQuotaStill } from '../quotas/require-quota.ts'
import { spreadOf } from '../shards/spread.ts'
import { INTENT_OPEN, touchIntent } from './intents.ts'
import { type Placed, place } from './place.ts'

export interface PlaceMore {
  readonly version: number
  readonly chunks: number
  readonly pieceBytesMax: number
  /** Peers that hold these pieces already, or failed. Empty for chunks that come next. */
  readonly avoid: readonly string[]
  /** How many are still missing; 0: as many as the upload asks for. */
  readonly copies: number
}

/** Places the next chunks of an upload, or one that has to go elsewhere. `undefined`: the upload is through already. Throws as `place`, `lease-lapsed` (the lock that it is made under) and `over-quota`. */
export async function placeMore(context: Context, client: string, wanted: PlaceMore): Promise<Placed | undefined> {
  const intent = await touchIntent(context, wanted.version, client)
  if (intent.state !== INTENT_OPEN) return undefined
  await requireFence(context.store, context, client, fenceOfRecord(intent.fence))
  if (wanted.copies === 0) await requireQuotaStill(context.store, intent)
  // A piece that has copies already takes what there is: whether that is enough is the commit's to say.
  const spread = wanted.copies > 0 ? { copiesMin: 1 } : spreadOf(intent, wanted.pieceBytesMax)
  return await place(context, { ...wanted, ...spread, again: wanted.copies > 0, client })
}
