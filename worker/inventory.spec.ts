import assert from 'node:assert/strict'
import { cidFromBytes, cidToBytes } from '../shared/cid.ts'
import { SimulatedClock } from '../shared/clock/simulated-clock.ts'
import { INVENTORY_RANGE_PIECES, inventoryDigest } from '../shared/protocol/membership/inventory.ts'
import type { InventoryRequest, InventoryResponse } from '../shared/protocol/membership/membership.js'
import { SeededRandom } from '../shared/random/seeded-random.ts'
import { takeInventory } from './inventory.ts'
import type { MembershipCalls } from './membership-calls.ts'
import { MemoryPieceStore } from './store/memory-piece-store.ts'
import { put, sample } from './store/test-pieces.ts'

const PIECES = 3 * INVENTORY_RANGE_PIECES + 7

describe('the inventory of a store, at the worker,', function () {
  this.timeout(20_000)
  let clock: SimulatedClock
  let store: MemoryPieceStore
  let cids: string[]
  let asked: InventoryRequest[]
  /** What the coordinator thinks that the store holds. */
  let held: Set<string>

  beforeEach(async () => {
    clock = new SimulatedClock()
    store = new MemoryPieceStore({ random: new SeededRandom('inventory'), capacityBytes: 1e9 })
    cids = []
    for (let at = 0; at < PIECES; at++) {
      const piece = sample(100 + at)
      await put(store, piece)
      cids.push(piece.cid)
    }
    cids.sort()
    await store.receiptsAcknowledged(await store.receiptsDue(10_000))
    asked = []
    held = new Set(cids)
  })

  const answer = ({ ranges, listing, absent }: InventoryRequest): InventoryResponse => {
    const within = (after: string, last: string) =>
      [...held].filter((cid) => cid > after && (last === '' || cid <= last)).toSorted()
    for (const cid of absent) held.delete(cidFromBytes(cid))
    const differing = ranges.flatMap(({ after, last, digest }, at) =>
      Buffer.compare(inventoryDigest(within(after, last)), digest) === 0 ? [] : [at],
    )
    const listed = new Set(listing?.cids.map((cid) => cidFromBytes(cid)))
    const there = listing ? within(listing.after, listing.last) : []
    return {
      differing,
      unknown: [...listed].filter((cid) => !held.has(cid)).map((cid) => cidToBytes(cid)),
      missing: there.filter((cid) => !listed.has(cid)).map((cid) => cidToBytes(cid)),
    }
  }
  const take = async (): Promise<void> => {
    const call = async (_: string, body: InventoryRequest) => {
      asked.push(body)
      return answer(body)
    }
    const ports = { store, clock, receiptsDue: () => {} }
    const calls = { call } as unknown as MembershipCalls
    await clock.drive(takeInventory(ports, calls, new AbortController().signal))
  }
  const due = async (): Promise<string[]> => (await store.receiptsDue(10_000)).map(({ cid }) => cid).toSorted()

  it('that agrees is one call, and lists nothing', async () => {
    await take()
    assert.equal(asked.length, 1)
    assert.deepEqual(
      asked[0]?.ranges.map(({ pieces }) => pieces),
      [256, 256, 256, 7],
    )
  })

  it('lists only what differs; hands in again what nobody knows of, and nothing else', async () => {
    const [lost = '', other = ''] = [cids[300], cids[301]]
    held.delete(lost)
    held.delete(other)
    await take()
    assert.deepEqual(
      asked.flatMap(({ listing }) => (listing ? [listing.cids.length] : [])),
      [INVENTORY_RANGE_PIECES],
    )
    assert.deepEqual(await due(), [lost, other])
  })

  it('says that what is counted on and not here is absent, and what came meanwhile is not', async () => {
    const [gone = '', back = ''] = cids
    await store.remove(gone, 100)
    held.add(back)
    await take()
    assert.deepEqual(
      asked.flatMap(({ absent }) => absent).map((cid) => cidFromBytes(cid)),
      [gone],
    )
    assert.deepEqual(held, new Set(cids.slice(1)))
    assert.deepEqual(await due(), [])
  })

  it('of an empty store says that all is absent', async () => {
    store = new MemoryPieceStore({ random: new SeededRandom('empty'), capacityBytes: 1e9 })
    await take()
    assert.equal(held.size, 0)
  })
})
