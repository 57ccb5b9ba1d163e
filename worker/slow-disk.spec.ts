import assert from 'node:assert/strict'
import { sleep } from '../shared/clock/sleep.ts'
import { STALL_MS } from '../shared/limits.ts'
import { DISK_STALL_MS } from './patience.ts'
import type { StoreHooks } from './store-fixture.ts'
import { codes, holders, TestSwarm, type TestWorker, usedBytes } from './swarm-fixture.ts'

describe('a chain of workers with a disk that is slow, or hangs', () => {
  let swarm: TestSwarm

  beforeEach(() => {
    swarm = new TestSwarm('slow disk')
  })

  /** Three workers, of which one has these hooks. */
  async function startThree(slow: number, hooks: StoreHooks): Promise<TestWorker[]> {
    const workers = [0, 1, 2].map((at) => swarm.startHooked(at === slow ? hooks : {}))
    await swarm.joined(...workers)
    return workers
  }

  const never = async (): Promise<never> => await new Promise(() => {})

  for (const slow of [0, 1, 2]) {
    for (const step of ['begin', 'finish'] as const) {
      it(`worker ${slow + 1} of 3 takes most of its patience to ${step}: it is waited for`, async () => {
        const workers = await startThree(slow, { [step]: async () => await sleep(swarm.clock, 0.9 * DISK_STALL_MS) })
        const piece = swarm.piece(500_000)
        assert.deepEqual(codes(await swarm.drive(swarm.put(workers, piece))), ['', '', ''])
      })
    }

    for (const step of ['begin', 'write', 'finish'] as const) {
      it(`worker ${slow + 1} of 3 hangs in ${step}: it says so itself, the others have the piece, and nobody waits longer`, async () => {
        const workers = await startThree(slow, { [step]: never })
        const piece = swarm.piece(500_000)
        const startMs = swarm.clock.now()
        const outcomes = await swarm.drive(swarm.put(workers, piece))
        assert.deepEqual(
          codes(outcomes),
          [0, 1, 2].map((at) => (at === slow ? 'timeout' : '')),
        )
        assert.match(outcomes[slow]?.message ?? '', /disk/)
        assert.ok(swarm.clock.now() - startMs <= 1.3 * DISK_STALL_MS)
        const whole = await holders(workers, piece)
        assert.deepEqual(
          whole,
          [0, 1, 2].map((at) => at !== slow),
        )
      })
    }
  }

  it('a disk that wakes up after its put was given up: what was begun is released, what was finished counts', async () => {
    const hooks: StoreHooks = {}
    const worker = swarm.startHooked(hooks)
    await swarm.joined(worker)
    for (const [step, kept] of [
      ['begin', false],
      ['write', false],
      ['finished', true],
    ] as const) {
      const awake = Promise.withResolvers<void>()
      hooks[step] = async () => await awake.promise
      const piece = swarm.piece(1000, step)
      const before = await usedBytes([worker])
      assert.deepEqual(codes(await swarm.drive(swarm.put([worker], piece))), ['timeout'])
      assert.deepEqual(swarm.coordinator.receiptsOf(piece.cid), [])
      awake.resolve()
      delete hooks[step]
      await swarm.clock.advance(1_000)
      assert.deepEqual(await holders([worker], piece), [kept], step)
      assert.deepEqual(swarm.coordinator.receiptsOf(piece.cid), kept ? [worker.id] : [], step)
      assert.equal((await usedBytes([worker]))[0], (before[0] ?? 0) + (kept ? 1000 : 0), step)
    }
  })

  it('a receipt goes out when the piece is durable here, however long those behind take', async () => {
    const workers = await startThree(1, { finish: never })
    const piece = swarm.piece(1000)
    const putting = swarm.put(workers, piece)
    await swarm.clock.advance(500)
    const heard = swarm.coordinator.receiptsOf(piece.cid)
    assert.deepEqual(
      workers.map(({ id }) => heard.includes(id)),
      [true, false, true],
    )
    await swarm.drive(putting)
  })

  it('a process that is stopped in the middle of a put is noticed by its neighbour, also while a disk behind it is slow', async () => {
    const workers = await startThree(2, { finish: async () => await sleep(swarm.clock, 20_000) })
    const [first, second] = workers as [TestWorker, TestWorker]
    const putting = swarm.put(workers, swarm.piece(1000))
    await swarm.clock.advance(8_000)
    swarm.network.partition(first.id, second.id)
    const startMs = swarm.clock.now()
    assert.deepEqual(codes(await swarm.drive(putting)), ['', 'timeout', 'unknown'])
    assert.ok(swarm.clock.now() - startMs < 2.5 * STALL_MS)
  })
})
