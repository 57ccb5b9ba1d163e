import { fromHex } from '../../shared/ids.ts'
import { isVoucher, VOUCHER_MS } from '../../shared/voucher.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { type IntentRecord, PieceRecord } from '../metadata/records.js'
import type { Gathered } from '../operations/gather.ts'
import { type Receipt, takeInto } from '../operations/take-receipts.ts'
import type { Amend } from './wanted.ts'

/** What fits a step's transaction beside the step itself, at three writes each. */
const RECEIPTS_PER_STEP = 15

/** What the pieces of a step have by vouchers alone. */
export interface VouchedFor extends Gathered {
  readonly receipts: readonly Receipt[]
}

/**
 * The receipts that a step's client brings along, where they suffice for all that it adds; `undefined`: the workers' own receipts have to be waited for. What is forged, too old, or of a worker that is not here any
 * more does not count.
 */
export function vouchedFor(
  context: Context,
  { copies: copiesMax, copiesMin }: IntentRecord,
  { edit, added, vouchers, degraded }: Pick<Amend, 'edit' | 'added' | 'vouchers' | 'degraded'>,
): VouchedFor | undefined {
  if (added.length === 0 || vouchers.length > RECEIPTS_PER_STEP) return undefined
  const byStore = added.map(() => new Map<string, Receipt>())
  const nowMs = context.clock.now()
  for (const { index, peer, atMs, mac } of vouchers) {
    const [piece, member] = [added[index], context.members.aliveByPeer(peer)]
    if (piece === undefined || member === undefined || Math.abs(nowMs - atMs) > VOUCHER_MS) continue
    const receipt = { store: member.store, cid: piece.cid, sizeBytes: piece.sizeBytes, revision: edit }
    if (isVoucher(member.voucherKey, mac, { ...receipt, atMs })) byStore[index]?.set(member.store, { ...receipt, peer })
  }
  const fewest = Math.min(...byStore.map(({ size }) => size))
  if (fewest < (degraded ? copiesMin : copiesMax)) return undefined
  const receipts = byStore.flatMap((of) => [...of.values()])
  const stores = [...new Set(receipts.map(({ store }) => store))]
  return { receipts, stores, copies: Math.min(copiesMax, fewest), short: [] }
}

/** Records what was vouched for, with the step that needs it. `undefined`: one of the pieces is about to go, and its receipts do not count. */
export async function takeVouched(
  tx: Transaction,
  context: Context,
  file: string,
  { receipts }: Pick<VouchedFor, 'receipts'>,
): Promise<Receipt[] | undefined> {
  const taken = await takeInto(tx, receipts, context.clock.now())
  for (const { cid, store, revision } of receipts) {
    const row = await tx.get(keys.piece(cid))
    const piece = row && PieceRecord.decode(row)
    const held = piece?.holders.some((holder) => Buffer.compare(holder, fromHex(store)) === 0)
    if (!held || piece?.condemned || !(await tx.get(keys.ref(file, revision, cid)))) return undefined
  }
  return taken
}
