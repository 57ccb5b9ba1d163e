import { cidFromBytes, cidToBytes } from '../shared/cid.ts'
import type { Clock } from '../shared/clock/clock.ts'
import { sleep } from '../shared/clock/sleep.ts'
import { hasCode } from '../shared/errors.ts'
import {
  INVENTORY_LISTED_MAX,
  INVENTORY_RANGE_PIECES,
  INVENTORY_RANGES_MAX,
  inventoryDigest,
} from '../shared/protocol/membership/inventory.ts'
import type { InventoryRange, InventoryRequest } from '../shared/protocol/membership/membership.js'
import { step } from '../shared/steps.ts'
import type { MembershipCalls } from './membership-calls.ts'
import type { PieceStore } from './store/piece-store.ts'

/** Between two calls, so that a large store is compared without anyone feeling it. Longer: gentler, and later known. */
const REST_MS = 50
/** Of a range that differs again each time it is listed, for it changes meanwhile. */
const LISTED_AGAIN_MAX = 1_000

const NOTHING: Omit<InventoryRequest, 'listing'> = { ranges: [], absent: [] }

export interface InventoryPorts {
  readonly store: PieceStore
  readonly clock: Clock
  /** Receipts are due again. */
  readonly receiptsDue: () => void
}

/** Compares all that the store holds with what the coordinator thinks it does, and mends the difference: hands in again what is not known there, and tells what is not here. */
export async function takeInventory(ports: InventoryPorts, calls: MembershipCalls, signal: AbortSignal): Promise<void> {
  const { store, clock } = ports
  for (let [after, end] = ['', false]; !end; ) {
    const ranges: InventoryRange[] = []
    while (ranges.length < INVENTORY_RANGES_MAX && !end) {
      const cids = await store.list(after, INVENTORY_RANGE_PIECES)
      end = cids.length < INVENTORY_RANGE_PIECES
      const last = end ? '' : (cids.at(-1) ?? '')
      ranges.push({ after, last, pieces: cids.length, digest: inventoryDigest(cids) })
      after = last
    }
    const { differing } = await calls.call('inventory', { ...NOTHING, ranges }, { signal })
    for (const index of differing) {
      const range = ranges[index]
      if (range) await settle(ports, calls, range, signal)
    }
    if (!end) await sleep(clock, REST_MS, signal)
  }
}

/** Lists a range until nothing is found that is counted on and not here: what is missing may be more than one answer can say. */
async function settle(
  { store, clock, receiptsDue }: InventoryPorts,
  calls: MembershipCalls,
  { after, last }: InventoryRange,
  signal: AbortSignal,
): Promise<void> {
  for (let again = 0; again < LISTED_AGAIN_MAX; again++) {
    const found = await store.list(after, INVENTORY_LISTED_MAX)
    const within = last === '' ? found : found.filter((cid) => cid <= last)
    // More than can be listed came in between: so far is enough, the next inventory sees the rest.
    const cut = within.length === INVENTORY_LISTED_MAX
    const listing = { after, last: cut ? (within.at(-1) ?? '') : last, cids: within.map((cid) => cidToBytes(cid)) }
    const { unknown, missing } = await calls.call('inventory', { ...NOTHING, listing }, { signal })
    await store.receiptsAgain(unknown.map((cid) => cidFromBytes(cid)))
    if (unknown.length > 0) receiptsDue()
    const absent: Uint8Array[] = []
    for (const cid of missing) if (await isAbsent(store, cidFromBytes(cid))) absent.push(cid)
    if (absent.length === 0) return
    step('absence-telling')
    await calls.call('inventory', { ...NOTHING, absent }, { signal })
    await sleep(clock, REST_MS, signal)
  }
}

/** What is damaged is not absent: whether it can be mended is for others to say. */
async function isAbsent(store: PieceStore, cid: string): Promise<boolean> {
  try {
    return (await store.stat(cid)) === undefined
  } catch (error) {
    if (hasCode(error, 'integrity')) return false
    throw error
  }
}
