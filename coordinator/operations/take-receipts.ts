import { fromHex, toHex } from '../../shared/ids.ts'
import { step } from '../../shared/steps.ts'
import { removeUnlessKept } from '../backup/unknown-pieces.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { PieceRecord, RemovalRecord } from '../metadata/records.js'
import { putPiece } from '../repair/piece-lists.ts'
import { INTENT_OPEN, readIntent } from './intents.ts'

/** A worker's word that a piece is durable in a store. */
export interface Receipt {
  readonly store: string
  readonly peer: string
  readonly cid: string
  readonly sizeBytes: number
  /** Of the grant: the version of the upload. */
  readonly revision: number
}

/** Writes per receipt at most: piece, reference, held; a piece that was short leaves its row. */
const RECEIPTS_PER_TRANSACTION = 30

/**
 * Records receipts durably: the first one of a piece makes its record and the reference of its upload. A receipt for a piece that nobody wants (any
 * more) is answered with a removal. Idempotent. One call at a time for a piece, or they conflict: see receipts-queue.ts.
 */
export async function takeReceipts(context: Context, receipts: readonly Receipt[]): Promise<void> {
  const byCid = Map.groupBy(receipts, ({ cid }) => cid)
  let batch: Receipt[] = []
  const batches: Receipt[][] = []
  for (const ofOnePiece of byCid.values()) {
    if (batch.length + ofOnePiece.length > RECEIPTS_PER_TRANSACTION) {
      batches.push(batch)
      batch = []
    }
    batch.push(...ofOnePiece)
  }
  batches.push(batch)
  step('receipts-arrived')
  const taken = await Promise.all(batches.filter(({ length }) => length > 0).map((some) => takeBatch(context, some)))
  step('receipts-recorded')
  noteArrived(context, taken.flat())
}

/** These pieces are in the workers' own figures from now on. */
export function noteArrived({ reservations }: Context, receipts: readonly Receipt[]): void {
  for (const { revision, peer, sizeBytes } of receipts) reservations.arrived(revision, peer, sizeBytes)
}

/** Those that told something new. */
async function takeBatch(context: Context, receipts: readonly Receipt[]): Promise<Receipt[]> {
  const { value } = await context.store.transact(async (tx) => await takeInto(tx, receipts, context.clock.now()))
  return value
}

/** As `takeReceipts`, within a transaction: three writes each at most. The result is those that told something new. */
export async function takeInto(tx: Transaction, receipts: readonly Receipt[], nowMs: number): Promise<Receipt[]> {
  const taken: Receipt[] = []
  for (const receipt of receipts) if (await takeOne(tx, receipt, nowMs)) taken.push(receipt)
  return taken
}

/** Whether it is one of a piece that was not known to be held there. */
async function takeOne(tx: Transaction, receipt: Receipt, nowMs: number): Promise<boolean> {
  const { store, cid, sizeBytes, revision } = receipt
  const row = await tx.get(keys.piece(cid))
  const known = row && PieceRecord.decode(row)
  if (known && !known.condemned && known.sizeBytes === sizeBytes && holds(known, store)) return false
  // The worker removes it as soon as it hears of it, for this put is older: what is about to go does not count.
  const removal = await tx.get(keys.removal(store, cid))
  if (removal && RemovalRecord.decode(removal).revision > revision) return true
  const piece = known ?? (await firstReceipt(tx, receipt))
  const wanted = piece !== undefined && !piece.condemned && piece.sizeBytes === sizeBytes
  if (piece === undefined) await removeUnlessKept(tx, receipt, nowMs)
  else if (!wanted) tx.put(keys.removal(store, cid), (revision) => RemovalRecord.encode({ revision }))
  if (piece === undefined) return true
  if (holds(piece, store)) return false
  const held = { ...piece, holders: [...piece.holders, fromHex(store)] }
  // Of an upload under way copies are missing all the time: only what was listed, or has more than it shall have, is looked at.
  if (piece.short > 0 || held.holders.length > piece.copies) await putPiece(tx, cid, held)
  else tx.put(keys.piece(cid), PieceRecord.encode(held))
  tx.put(keys.held(store, cid), new Uint8Array())
  return true
}

function holds({ holders }: PieceRecord, store: string): boolean {
  return holders.some((holder) => toHex(holder) === store)
}

/** `undefined`: the upload is over. */
async function firstReceipt(tx: Transaction, { cid, sizeBytes, revision }: Receipt): Promise<PieceRecord | undefined> {
  const intent = await readIntent(tx, revision)
  if (intent?.state !== INTENT_OPEN) return undefined
  tx.put(keys.ref(toHex(intent.file), revision, cid), new Uint8Array())
  return { ...PieceRecord.decode(new Uint8Array()), sizeBytes, refs: 1, copies: intent.copies }
}
