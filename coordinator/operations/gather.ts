import { RECEIPTS_WAIT_MS } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import type { IntentRecord } from '../metadata/records.js'
import { type Held, heldOf, type PieceOfUpload } from './holders.ts'

export interface Shortage {
  /** Of the piece among those asked for. */
  readonly index: number
  /** Peers whose receipts are in and who are alive. */
  readonly holders: readonly string[]
  /** Of a piece that was put as shards. */
  readonly shards: readonly { readonly cid: string; readonly holders: readonly string[] }[]
}

/** What pieces of an upload have, by receipts from stores that are alive now. */
export interface Gathered {
  /** What has too little; empty: all have enough. */
  readonly short: Shortage[]
  /** The fewest that a piece has. */
  readonly copies: number
  /** All that they count on. */
  readonly stores: string[]
}

/** Waits a little for receipts under way. `degraded`: no further worker can be reached, and W copies will do. Throws `usage` where sizes do not agree. */
export async function gather(
  context: Context,
  upload: { readonly version: number; readonly intent: IntentRecord },
  pieces: readonly PieceOfUpload[],
  degraded: boolean,
): Promise<Gathered> {
  const { intent } = upload
  const needed = degraded ? intent.copiesMin : intent.copies
  const found = await waitForReceipts(context, upload, pieces, needed)
  const short = found.flatMap((held, index) => (held.copies < needed ? [shortageOf(held, index)] : []))
  const copies = Math.min(intent.copies, ...found.map(({ copies }) => copies))
  return { short, copies, stores: [...new Set(found.flatMap(({ stores }) => stores))] }
}

function shortageOf({ peers, shards }: Held, index: number): Shortage {
  return { index, holders: peers, shards: shards.map(({ cid, peers }) => ({ cid, holders: peers })) }
}

async function waitForReceipts(
  context: Context,
  upload: { readonly version: number; readonly intent: IntentRecord },
  pieces: readonly PieceOfUpload[],
  needed: number,
): Promise<Held[]> {
  const deadlineMs = context.clock.now() + RECEIPTS_WAIT_MS
  const cids = pieces.flatMap(({ cid, shards = [] }) => [cid, ...shards])
  for (;;) {
    const watch = context.pieces.changeOf(cids, deadlineMs - context.clock.now())
    try {
      const found = await Promise.all(pieces.map((piece) => heldOf(context, upload, piece)))
      const enough = found.every(({ copies }) => copies >= needed)
      if (enough || context.clock.now() >= deadlineMs) return found
      await watch.changed
    } finally {
      watch.stop()
    }
  }
}
