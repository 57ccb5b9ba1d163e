import assert from 'node:assert/strict'
import { HiroError, hasCode } from '../shared/errors.ts'
import { RECEIPTS_PER_CALL_MAX } from '../shared/limits.ts'
import { failureOf } from '../shared/transport/suite-bytes.ts'
import { HEARTBEAT_MS } from './coordinator-fixture.ts'
import type { StoreHooks } from './store-fixture.ts'
import { codes, TestSwarm, type TestWorker } from './swarm-fixture.ts'

describe('the link of a worker to its coordinator', () => {
  let swarm: TestSwarm

  beforeEach(() => {
    swarm = new TestSwarm('link')
  })

  async function startOne(hooks: StoreHooks = {}): Promise<TestWorker> {
    const worker = swarm.startHooked(hooks)
    await swarm.joined(worker)
    return worker
  }

  const addPiece = async (worker: TestWorker, label: string, revision = 7): Promise<string> => {
    const piece = swarm.piece(1000, label)
    const grant = swarm.coordinator.grant(swarm.client.self, [worker], { revision })
    assert.deepEqual(codes(await swarm.drive(swarm.put([worker], piece, { grant }))), [''])
    return piece.cid
  }

  it('says at the join who it is and what it can keep, and in each heartbeat how full it is', async () => {
    const worker = await startOne()
    const [join] = swarm.coordinator.joins
    assert.equal(Buffer.from(join?.store ?? []).toString('hex'), worker.store.storeId)
    assert.deepEqual([join?.zone, join?.addresses, join?.capacityBytes], ['attic', [...worker.addresses], 64 * 2 ** 20])
    await addPiece(worker, 'one')
    swarm.coordinator.heartbeats.length = 0
    await swarm.clock.advance(10.5 * HEARTBEAT_MS)
    assert.equal(swarm.coordinator.heartbeats.length, 10)
    const space = { usedBytes: 1000, freeBytes: 64 * 2 ** 20 - 1000, pieces: 1 }
    assert.deepEqual(swarm.coordinator.heartbeats.at(-1)?.space, space)
  })

  it('a worker that was never let in and is refused gives up with the reason', async () => {
    const worker = swarm.start({ settings: { secret: new Uint8Array(24) } })
    const failures = await swarm.drive(Promise.all([failureOf(worker.worker.joined), failureOf(worker.worker.failed)]))
    for (const failure of failures) assert.ok(hasCode(failure, 'refused'), String(failure))
    await swarm.drive(worker.worker.stop())
  })

  it('one that was a member goes on trying when it is refused, and keeps serving what it has', async () => {
    const worker = await startOne()
    const cid = await addPiece(worker, 'one')
    const { secret } = swarm.coordinator
    Object.assign(swarm.coordinator, { secret: new Uint8Array(24) })
    await swarm.drive(swarm.coordinatorTransport.disconnect(worker.id))
    await swarm.clock.advance(60_000)
    assert.equal(swarm.coordinator.joins.length, 1)
    assert.ok(worker.log.entries.some(({ level, message }) => level === 'warn' && /no connection/.test(message)))
    assert.equal((await swarm.drive(swarm.get(worker, cid))).sizeBytes, 1000)
    Object.assign(swarm.coordinator, { secret })
    await swarm.clock.advance(3_000)
    assert.equal(swarm.coordinator.joins.length, 2)
  })

  it('a coordinator that is not there yet, or speaks no membership yet, is waited for', async () => {
    await swarm.drive(swarm.coordinatorTransport.stop())
    const worker = swarm.start()
    await swarm.clock.advance(20_000)
    const coordinator = swarm.network.join(swarm.coordinator.identity.peerId, '/memory/coordinator')
    await swarm.clock.advance(20_000)
    assert.ok(worker.log.entries.some(({ fields }) => hasCode(fields['error'], 'version-unknown')))
    swarm.coordinator.serve(coordinator)
    await swarm.drive(worker.worker.joined)
  })

  it('joins again after every break, soon, with what it then has', async () => {
    const worker = await startOne()
    await addPiece(worker, 'one')
    for (let round = 2; round <= 6; round++) {
      await swarm.drive(swarm.coordinatorTransport.disconnect(worker.id))
      await swarm.clock.advance(1_000)
      assert.equal(swarm.coordinator.joins.length, round)
      assert.equal(swarm.coordinator.joins.at(-1)?.space?.pieces, 1)
    }
    for (const [awayMs, lateMs] of [
      [1_500, 500],
      [60_000, 2_500],
    ] as const) {
      const joins = swarm.coordinator.joins.length
      swarm.network.kill(swarm.coordinator.identity.peerId)
      await swarm.clock.advance(awayMs)
      swarm.startCoordinator()
      await swarm.clock.advance(lateMs)
      assert.equal(swarm.coordinator.joins.length, joins + 1, `back after ${awayMs} ms`)
    }
  })

  it('a coordinator that falls silent is given up after its lease, and dialled anew', async () => {
    const worker = await startOne()
    swarm.network.partition(worker.id, swarm.coordinator.identity.peerId, 'silent')
    await swarm.clock.advance(30_000)
    assert.ok(worker.log.entries.some(({ message }) => /no connection/.test(message)))
    swarm.network.heal(worker.id, swarm.coordinator.identity.peerId)
    await swarm.clock.advance(8_000)
    assert.ok(swarm.coordinator.joins.length >= 2)
    swarm.coordinator.heartbeats.length = 0
    await swarm.clock.advance(3_500)
    const beats = swarm.coordinator.heartbeats.length
    assert.ok(beats === 3 || beats === 4, `one session, not several: ${beats} heartbeats`)
  })

  it('refuses a coordinator of an older epoch or another swarm, and goes on with a newer epoch', async () => {
    const worker = await startOne()
    const again = async (epoch: number, changes: object = {}): Promise<number> => {
      const before = swarm.coordinator.heartbeats.length
      Object.assign(swarm.coordinator, { epoch, ...changes })
      await swarm.drive(swarm.coordinatorTransport.disconnect(worker.id))
      await swarm.clock.advance(5_000)
      return swarm.coordinator.heartbeats.length - before
    }
    assert.ok((await again(4)) > 0)
    assert.equal(await again(3), 0)
    const { swarm: id } = swarm.coordinator
    assert.equal(await again(4, { swarm: 'ab'.repeat(16) }), 0)
    assert.ok((await again(4, { swarm: id })) > 0)
    const old = swarm.coordinator.pass(swarm.client.self, 'client', { epoch: 3 })
    const failure = await failureOf(
      swarm.drive(swarm.channel(worker, old).then((on) => swarm.putOn(on, [worker], swarm.piece(9)))),
    )
    assert.ok(hasCode(failure, 'refused'), String(failure))
  })

  it('a receipt is repeated until it is acknowledged, also after a restart of either', async () => {
    let worker = await startOne()
    swarm.coordinator.fault = async (call) => {
      if (call === 'receipts') await new Promise(() => {})
    }
    const cid = await addPiece(worker, 'one')
    await swarm.clock.advance(1_000)
    assert.equal(swarm.coordinator.receiptCalls.length, 1)
    assert.equal((await worker.store.receiptsDue(9)).length, 1)

    swarm.kill(worker)
    await swarm.clock.advance(100)
    worker = swarm.start({ id: worker.id, store: worker.store })
    await swarm.clock.advance(1_000)
    assert.equal(swarm.coordinator.receiptCalls.length, 2)

    swarm.network.kill(swarm.coordinator.identity.peerId)
    swarm.coordinator.fault = undefined
    await swarm.clock.advance(5_000)
    swarm.startCoordinator()
    await swarm.clock.advance(3_000)
    assert.deepEqual(swarm.coordinator.receiptsOf(cid), [worker.id])
    assert.deepEqual(await worker.store.receiptsDue(9), [])
    await swarm.clock.advance(30_000)
    assert.equal(swarm.coordinator.receiptCalls.length, 3, 'an acknowledged receipt is not sent again')
  })

  it('receipts that come while a call is under way go together with the next, so many at most', async () => {
    const worker = await startOne()
    const answered = Promise.withResolvers<void>()
    swarm.coordinator.fault = async (call) => {
      if (call === 'receipts') await answered.promise
    }
    const count = RECEIPTS_PER_CALL_MAX + 20
    for (let i = 0; i <= count; i++) await addPiece(worker, String(i))
    answered.resolve()
    await swarm.clock.advance(500)
    assert.deepEqual(swarm.coordinator.receiptCalls, [1, RECEIPTS_PER_CALL_MAX, 20])
    assert.equal(swarm.coordinator.receipts.length, count + 1)
  })

  it('a coordinator that fails at a call is asked again over the same connection', async () => {
    let faults = 3
    swarm.coordinator.fault = async (call) => {
      if (call === 'receipts' && faults-- > 0) throw new HiroError('conflict', 'too much going on')
      if (call === 'removals' && faults > 0) throw new HiroError('busy', 'too much going on')
    }
    const worker = await startOne()
    const cid = await addPiece(worker, 'one')
    swarm.coordinator.removals.push({ peer: worker.id, cid: swarm.piece(5).cid, revision: 9 })
    await swarm.clock.advance(5_000)
    assert.deepEqual(swarm.coordinator.receiptsOf(cid), [worker.id])
    assert.equal(swarm.coordinator.outcomes.length, 1)
    assert.equal(swarm.coordinator.joins.length, 1)
  })

  it('removes what the coordinator says, keeps what was put again under a newer revision, and tells how each ended', async () => {
    const worker = await startOne()
    const [old, newer] = [await addPiece(worker, 'old', 7), await addPiece(worker, 'newer', 12)]
    const absent = swarm.piece(5).cid
    for (const cid of [old, newer, absent]) swarm.coordinator.removals.push({ peer: worker.id, cid, revision: 9 })
    await swarm.clock.advance(1_000)
    assert.deepEqual(
      swarm.coordinator.outcomes.map(({ kept, revision }) => [kept, revision]),
      [
        [false, 9],
        [true, 9],
        [false, 9],
      ],
    )
    assert.equal(await worker.store.stat(old), undefined)
    assert.equal((await worker.store.stat(newer))?.revision, 12)
  })

  it('a removal whose outcome was lost is done and told again', async () => {
    const worker = await startOne()
    const cid = await addPiece(worker, 'one')
    let lost = 0
    swarm.coordinator.fault = async (call) => {
      const removed = (await worker.store.stat(cid)) === undefined
      if (call !== 'removals' || !removed || lost > 0) return
      lost++
      await swarm.coordinatorTransport.disconnect(worker.id)
    }
    swarm.coordinator.removals.push({ peer: worker.id, cid, revision: 9 })
    await swarm.clock.advance(3_000)
    assert.deepEqual([lost, swarm.coordinator.outcomes.length], [1, 1])
    assert.equal(swarm.coordinator.joins.length, 2)
  })

  it('a piece that the disk does not let go of neither stops the other removals nor the link', async () => {
    let broken = true
    const hooks: StoreHooks = {}
    const worker = await startOne(hooks)
    const [stuck, other] = [await addPiece(worker, 'stuck'), await addPiece(worker, 'other')]
    hooks.remove = async (cid) => {
      if (broken && cid === stuck) throw new HiroError('io', 'the disk has a bad day')
    }
    for (const cid of [stuck, other]) swarm.coordinator.removals.push({ peer: worker.id, cid, revision: 9 })
    await swarm.clock.advance(5_000)
    assert.deepEqual([await worker.store.stat(other), swarm.coordinator.outcomes.length], [undefined, 1])
    broken = false
    await swarm.clock.advance(8_000)
    assert.deepEqual([await worker.store.stat(stuck), swarm.coordinator.outcomes.length], [undefined, 2])
    assert.equal(swarm.coordinator.joins.length, 1)
    assert.ok(worker.log.entries.length < 30, 'it does not spin')
  })

  it('a stop is announced, and the coordinator hears nothing afterwards', async () => {
    const worker = await startOne()
    await swarm.drive(worker.worker.stop())
    await swarm.drive(worker.worker.stop())
    assert.deepEqual(swarm.coordinator.left, [worker.id])
    swarm.coordinator.heartbeats.length = 0
    await swarm.clock.advance(10_000)
    assert.deepEqual([swarm.coordinator.heartbeats.length, swarm.coordinator.joins.length], [0, 1])
  })
})
