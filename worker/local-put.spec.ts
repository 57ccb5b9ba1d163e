import assert from 'node:assert/strict'
import { cidOf } from '../shared/cid.ts'
import { SimulatedClock } from '../shared/clock/simulated-clock.ts'
import { SeededRandom } from '../shared/random/seeded-random.ts'
import { LocalPut } from './local-put.ts'
import { MemoryPieceStore } from './store/memory-piece-store.ts'

describe('a put at the store', () => {
  it('of a piece that is there makes its receipt due, and says so, also when its sender breaks off', async () => {
    const store = new MemoryPieceStore({ random: new SeededRandom('put'), capacityBytes: 1_000 })
    let told = 0
    const ports = { store, clock: new SimulatedClock(), stored: () => void told++ }
    const bytes = new Uint8Array([1, 2, 3])
    const order = (revision: number) => ({ cid: cidOf(bytes), sizeBytes: bytes.byteLength, revision })
    {
      using first = new LocalPut(ports, order(1))
      await first.begin()
      assert.equal(told, 0, 'nothing is there yet')
      await first.write(bytes)
      assert.equal(await first.finish(), undefined)
    }
    await store.receiptsAcknowledged(await store.receiptsDue(10))
    told = 0
    {
      using again = new LocalPut(ports, order(2))
      await again.begin()
    }
    assert.equal((await store.receiptsDue(10)).length, 1)
    assert.equal(told, 1)
  })
})
