import { cidToBytes } from '../../shared/cid.ts'
import { HiroError } from '../../shared/errors.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import { GROUP_EXTENTS_MAX, RECEIPTS_WAIT_MS } from '../../shared/limits.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { GroupRecord, type IntentRecord, SealedRecord } from '../metadata/records.js'
import { adoptShards } from '../shards/adopt.ts'
import { type Held, heldOf, type PieceOfUpload } from './holders.ts'
import { INTENT_OPEN, requireIntent, touchIntent, writeIntent } from './intents.ts'

export interface SealGroup {
  readonly version: number
  readonly group: number
  readonly sealed: Uint8Array
  readonly pieces: readonly PieceOfUpload[]
  /** No further worker can be reached: W copies will do. */
  readonly degraded: boolean
}

export interface Shortage {
  /** Of the piece in the group. */
  readonly index: number
  /** Peers whose receipts are in and who are alive. */
  readonly holders: readonly string[]
  /** Of a piece that was put as shards. */
  readonly shards: readonly { readonly cid: string; readonly holders: readonly string[] }[]
}

/** Either nothing is short and the group counts, or what is short is to be pushed again. */
export interface SealedGroup {
  readonly short: Shortage[]
  readonly copies: number
}

/**
 * Takes a group of extents into the upload once every piece of it, or enough shards of it, have receipts from enough stores that are alive now; waits a little for receipts
 * under way. Idempotent. Throws `intent-ended`, `usage`.
 */
export async function sealGroup(context: Context, client: string, wanted: SealGroup): Promise<SealedGroup> {
  if (wanted.pieces.length === 0 || wanted.pieces.length > GROUP_EXTENTS_MAX) {
    throw new HiroError('usage', `a group has 1 to ${GROUP_EXTENTS_MAX} pieces, not ${wanted.pieces.length}`)
  }
  const intent = await touchIntent(context, wanted.version, client)
  if (intent.state !== INTENT_OPEN) return { short: [], copies: intent.copiesReached }
  const needed = wanted.degraded ? intent.copiesMin : intent.copies
  const found = await waitForReceipts(context, { version: wanted.version, intent }, wanted.pieces, needed)
  const short = found.flatMap((held, index) => (held.copies < needed ? [shortageOf(held, index)] : []))
  const copies = Math.min(intent.copies, ...found.map(({ copies }) => copies))
  if (short.length > 0) return { short, copies }
  await adoptShards(context, client, wanted.version, wanted.pieces)
  step('group-sealing')
  await record(context, client, wanted, { copies, stores: [...new Set(found.flatMap(({ stores }) => stores))] })
  step('group-sealed')
  return { short: [], copies }
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

async function record(
  context: Context,
  client: string,
  { version, group, sealed, pieces }: SealGroup,
  reached: { copies: number; stores: string[] },
): Promise<void> {
  await context.store.transact(async (tx) => {
    const intent = await requireIntent(tx, version, client)
    if (intent.state !== INTENT_OPEN) return
    const row = await tx.get(keys.sealed(version, group))
    const before = row && SealedRecord.decode(row)
    const pieceBytes = pieces.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
    const stores = [...new Set([...intent.stores.map(toHex), ...reached.stores])].map(fromHex)
    writeIntent(tx, version, {
      ...intent,
      stores,
      groupsSealed: intent.groupsSealed + (before ? 0 : 1),
      pieceBytes: intent.pieceBytes + pieceBytes - (before?.pieceBytes ?? 0),
      copiesReached: Math.min(intent.copiesReached, reached.copies),
    })
    tx.put(
      keys.sealed(version, group),
      SealedRecord.encode({ copies: reached.copies, stores: reached.stores.map(fromHex), pieceBytes }),
    )
    const refs = pieces.map(({ cid, sizeBytes }) => ({ cid: cidToBytes(cid), sizeBytes }))
    tx.put(keys.extents(toHex(intent.file), version, group), GroupRecord.encode({ sealed, pieces: refs }))
  })
}
