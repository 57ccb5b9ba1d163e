import { cidToBytes } from '../../shared/cid.ts'
import { HiroError } from '../../shared/errors.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import { GROUP_EXTENTS_MAX, RECEIPTS_WAIT_MS } from '../../shared/limits.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { GroupRecord, PieceRecord, SealedRecord } from '../metadata/records.js'
import { INTENT_OPEN, requireIntent, touchIntent, writeIntent } from './intents.ts'

export interface SealGroup {
  readonly version: number
  readonly group: number
  readonly sealed: Uint8Array
  readonly pieces: readonly { readonly cid: string; readonly sizeBytes: number }[]
  /** No further worker can be reached: W copies will do. */
  readonly degraded: boolean
}

export interface Shortage {
  /** Of the piece in the group. */
  readonly index: number
  /** Peers whose receipts are in and who are alive. */
  readonly holders: string[]
}

/** Either nothing is short and the group counts, or what is short is to be pushed again. */
export interface SealedGroup {
  readonly short: Shortage[]
  readonly copies: number
}

/**
 * Takes a group of extents into the upload once every piece of it has receipts from enough stores that are alive now; waits a little for receipts
 * under way. Idempotent. Throws `intent-ended`, `usage`.
 */
export async function sealGroup(context: Context, client: string, wanted: SealGroup): Promise<SealedGroup> {
  if (wanted.pieces.length === 0 || wanted.pieces.length > GROUP_EXTENTS_MAX) {
    throw new HiroError('usage', `a group has 1 to ${GROUP_EXTENTS_MAX} pieces, not ${wanted.pieces.length}`)
  }
  const intent = await touchIntent(context, wanted.version, client)
  if (intent.state !== INTENT_OPEN) return { short: [], copies: intent.copiesReached }
  const needed = wanted.degraded ? intent.copiesMin : intent.copies
  const owner = { file: toHex(intent.file), version: wanted.version }
  const found = await waitForReceipts(context, owner, { pieces: wanted.pieces, needed })
  const short = found.flatMap(({ peers }, index) => (peers.length < needed ? [{ index, holders: peers }] : []))
  const copies = Math.min(intent.copies, ...found.map(({ peers }) => peers.length))
  if (short.length > 0) return { short, copies }
  step('group-sealing')
  await record(context, client, wanted, { copies, stores: [...new Set(found.flatMap(({ stores }) => stores))] })
  step('group-sealed')
  return { short: [], copies }
}

interface Holders {
  readonly stores: string[]
  readonly peers: string[]
}

interface Owner {
  readonly file: string
  readonly version: number
}

async function waitForReceipts(
  context: Context,
  owner: Owner,
  { pieces, needed }: { pieces: SealGroup['pieces']; needed: number },
): Promise<Holders[]> {
  const deadlineMs = context.clock.now() + RECEIPTS_WAIT_MS
  for (;;) {
    const watch = context.pieces.changeOf(
      pieces.map(({ cid }) => cid),
      deadlineMs - context.clock.now(),
    )
    try {
      const found = await Promise.all(pieces.map((piece) => holdersOf(context, owner, piece)))
      const enough = found.every(({ peers }) => peers.length >= needed)
      if (enough || context.clock.now() >= deadlineMs) return found
      await watch.changed
    } finally {
      watch.stop()
    }
  }
}

/** Read outside of any transaction: copies vanish only with their store, and the commit looks at every store again. */
async function holdersOf(
  context: Context,
  owner: Owner,
  { cid, sizeBytes }: SealGroup['pieces'][number],
): Promise<Holders> {
  const value = await context.store.get(keys.piece(cid))
  const piece = value && PieceRecord.decode(value)
  // A piece that this version holds no reference to may vanish with the version that does.
  const referenced = (await context.store.get(keys.ref(owner.file, owner.version, cid))) !== undefined
  if (piece === undefined || piece.condemned || !referenced) return { stores: [], peers: [] }
  if (piece.sizeBytes !== sizeBytes) {
    throw new HiroError('usage', `piece ${cid} has ${piece.sizeBytes} bytes by its receipts, not ${sizeBytes}`)
  }
  const alive = piece.holders.map(toHex).flatMap((store) => context.members.aliveByStore(store) ?? [])
  return { stores: alive.map(({ store }) => store), peers: alive.map(({ peer }) => peer) }
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
