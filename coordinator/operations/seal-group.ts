import { cidToBytes } from '../../shared/cid.ts'
import { HiroError } from '../../shared/errors.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import { GROUP_EXTENTS_MAX } from '../../shared/limits.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { GroupRecord, SealedRecord } from '../metadata/records.js'
import { adoptShards } from '../shards/adopt.ts'
import { gather, type Shortage } from './gather.ts'
import type { PieceOfUpload } from './holders.ts'
import { INTENT_OPEN, requireIntent, touchIntent, writeIntent } from './intents.ts'

export interface SealGroup {
  readonly version: number
  readonly group: number
  readonly sealed: Uint8Array
  readonly pieces: readonly PieceOfUpload[]
  /** No further worker can be reached: W copies will do. */
  readonly degraded: boolean
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
  if (intent.pack) throw new HiroError('usage', 'a pack has no groups')
  const gathered = await gather(context, { version: wanted.version, intent }, wanted.pieces, wanted.degraded)
  const { short, copies, stores } = gathered
  if (short.length > 0) return { short, copies }
  await adoptShards(context, client, wanted.version, wanted.pieces)
  step('group-sealing')
  await record(context, client, wanted, { copies, stores })
  step('group-sealed')
  return { short: [], copies }
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
