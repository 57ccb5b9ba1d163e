import assert from 'node:assert/strict'
import { sleep } from '../shared/clock/sleep.ts'
import { STALL_MS } from '../shared/limits.ts'
import { codes, SLICE_BYTES, slices, TestSwarm } from './swarm-fixture.ts'

const KIB = 1024

describe('back-pressure in a chain of workers', () => {
  it('a slow disk anywhere holds the client back, and no worker gathers what it waits for', async () => {
    for (const slow of [0, 1, 2]) {
      const bufferBytesMax = 128 * KIB
      const swarm = new TestSwarm('slow', bufferBytesMax)
      const opened = Promise.withResolvers<void>()
      const hooks = { write: async (): Promise<void> => await opened.promise }
      const workers = [0, 1, 2].map((at) => swarm.startHooked(at === slow ? hooks : {}))
      await swarm.joined(...workers)
      const piece = swarm.piece(60 * SLICE_BYTES)
      let drawnBytes = 0
      const body = slices(piece, async () => {
        drawnBytes += SLICE_BYTES
      })
      const putting = swarm.put(workers, piece, { body })
      await swarm.clock.advance(2_000)
      // For each hop: what its stream buffers and one slice beyond, and one slice in the worker's hands.
      const bound = (slow + 1) * (bufferBytesMax + 3 * SLICE_BYTES)
      assert.ok(drawnBytes <= bound, `worker ${slow + 1} is slow: ${drawnBytes} bytes under way, at most ${bound}`)
      opened.resolve()
      assert.deepEqual(codes(await swarm.drive(putting)), ['', '', ''])
    }
  })

  it('a disk that is slow but moves is waited for, however long it takes all in all', async () => {
    for (const slow of [0, 1, 2]) {
      const swarm = new TestSwarm('moves', 256 * KIB)
      const hooks = { write: async (): Promise<void> => await sleep(swarm.clock, 1_200) }
      const workers = [0, 1, 2].map((at) => swarm.startHooked(at === slow ? hooks : {}))
      await swarm.joined(...workers)
      const startMs = swarm.clock.now()
      let told = 0
      const outcomes = await swarm.drive(
        swarm.put(workers, swarm.piece(20 * SLICE_BYTES), { onProgress: () => told++ }),
      )
      assert.deepEqual(codes(outcomes), ['', '', ''], `worker ${slow + 1} is slow`)
      assert.ok(swarm.clock.now() - startMs > 3 * STALL_MS)
      assert.ok(told > 20, 'the client hears of what moves behind')
    }
  })
})
