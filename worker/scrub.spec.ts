import assert from 'node:assert/strict'
import { HiroError } from '../shared/errors.ts'
import { MemoryPieceStore } from './store/memory-piece-store.ts'
import { turned } from './store/test-pieces.ts'
import { TestSwarm, type TestWorker } from './swarm-fixture.ts'

const PERIOD_MS = 1_000_000

describe('a worker that looks after its copies', () => {
  let swarm: TestSwarm
  let store: MemoryPieceStore
  let worker: TestWorker

  beforeEach(async () => {
    swarm = new TestSwarm('scrub')
    store = new MemoryPieceStore({ random: swarm.random, capacityBytes: 64 * 2 ** 20 })
    const scrub = { periodMs: PERIOD_MS, bytesPerSecondMax: 2 ** 30 }
    worker = swarm.start({ store, settings: { scrub } })
    await swarm.joined(worker)
  })

  const putSome = async (count: number): Promise<string[]> => {
    const cids: string[] = []
    for (let at = 0; at < count; at++) {
      const piece = swarm.piece(10_000, String(at))
      await swarm.drive(swarm.put([worker], piece))
      cids.push(piece.cid)
    }
    return cids
  }

  it('reads all in a period, and tells of the one that rotted; what is left of it stays until it may go', async () => {
    const [cid = '', ...others] = await putSome(10)
    store.change(cid, turned)
    await swarm.clock.advance(2 * PERIOD_MS)
    assert.ok(swarm.coordinator.badCopies.length > 0)
    assert.deepEqual([...new Set(swarm.coordinator.badCopies)], [cid])
    assert.deepEqual(store.audit.badCopies(), [cid])
    swarm.coordinator.releases.add(cid)
    await swarm.clock.advance(PERIOD_MS)
    assert.deepEqual(store.audit.badCopies(), [])
    assert.equal((await store.usage()).pieces, others.length)
  })

  it('is not done long before the period is over: reading is spread over it', async () => {
    await putSome(10)
    let verified = 0
    const { audit } = store
    Object.defineProperty(store, 'audit', {
      value: {
        ...audit,
        verify: async (cid: string) => {
          verified++
          return await audit.verify(cid)
        },
      },
    })
    await swarm.clock.advance(PERIOD_MS)
    assert.ok(verified >= 5 && verified <= 21, `${verified} pieces were read in a period of ten`)
  })

  it('a copy that someone found bad is read at once; good ones are not told of', async () => {
    const [good = '', bad = ''] = await putSome(2)
    store.change(bad, turned)
    swarm.coordinator.checks.push(good, bad, swarm.piece(5, 'gone').cid)
    await swarm.clock.advance(30_000)
    assert.deepEqual(swarm.coordinator.badCopies.toSorted(), [bad, swarm.piece(5, 'gone').cid].toSorted())
  })

  it('one piece that cannot be read, between others that can, is bad; three in a row are an ill disk, and the rest is read', async () => {
    const cids = (await putSome(8)).toSorted()
    const { audit } = store
    const unreadable = new Set([cids[1], cids[3], cids[4], cids[5]])
    const read = new Set<string>()
    const condemned = new Set<string>()
    Object.defineProperty(store, 'audit', {
      value: {
        ...audit,
        verify: async (cid: string, { diskIsWell = false } = {}) => {
          read.add(cid)
          if (!unreadable.has(cid)) return await audit.verify(cid)
          if (diskIsWell) condemned.add(cid)
          if (diskIsWell) return 'bad'
          throw new HiroError('io', 'a bad sector')
        },
      },
    })
    await swarm.clock.advance(2 * PERIOD_MS)
    assert.deepEqual([...condemned], [cids[1]])
    assert.deepEqual([...read].toSorted(), cids)
  })
})
