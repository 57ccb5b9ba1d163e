import assert from 'node:assert/strict'
import { PIECE_SIZE_BYTES_MAX } from '../shared/limits.ts'
import { codes, holders, TestSwarm } from './swarm-fixture.ts'

describe('a chain of workers', () => {
  it('of three stores a piece of any size at each, and each tells the coordinator', async () => {
    const swarm = new TestSwarm('chain')
    const workers = await swarm.startAll(3)
    for (const sizeBytes of [0, 1, 65_536, 65_537, 1_000_000, PIECE_SIZE_BYTES_MAX]) {
      const piece = swarm.piece(sizeBytes, String(sizeBytes))
      const outcomes = await swarm.drive(swarm.put(workers, piece))
      assert.deepEqual(
        outcomes,
        workers.map(({ id }) => ({ peer: id, code: '', message: '' })),
      )
      assert.deepEqual(await holders(workers, piece), [true, true, true])
      await swarm.clock.advance(100)
      assert.deepEqual(swarm.coordinator.receiptsOf(piece.cid), workers.map(({ id }) => id).toSorted())
    }
    assert.deepEqual(codes([]), [])
  })
})
