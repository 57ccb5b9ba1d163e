import assert from 'node:assert/strict'
import { sleep } from '../shared/clock/sleep.ts'
import { HiroError, hasCode } from '../shared/errors.ts'
import { failureOf } from '../shared/transport/suite-bytes.ts'
import { HEARTBEAT_MS } from './coordinator-fixture.ts'
import { STORE_REST_MS } from './patience.ts'
import type { StoreHooks } from './store-fixture.ts'
import { codes, TestSwarm, type TestWorker } from './swarm-fixture.ts'

describe('what a worker says of its store', () => {
  let swarm: TestSwarm
  let worker: TestWorker
  let hooks: StoreHooks

  beforeEach(async () => {
    swarm = new TestSwarm('health')
    hooks = {}
    worker = swarm.startHooked(hooks)
    await swarm.joined(worker)
  })

  const never = async (): Promise<never> => await new Promise(() => {})
  const broken = async (): Promise<never> => {
    throw new HiroError('io', 'the disk is gone')
  }
  /** Free bytes that the next heartbeats tell of. */
  const freeBytes = async (beats: number): Promise<number[]> => {
    swarm.coordinator.heartbeats.length = 0
    await swarm.clock.advance(2 * beats * HEARTBEAT_MS)
    return swarm.coordinator.heartbeats.slice(0, beats).map(({ space }) => space?.freeBytes ?? -1)
  }

  it('heartbeats go on while the disk is asked for its space, with what was known last', async () => {
    hooks.usage = async () => await sleep(swarm.clock, 900)
    for (const bytes of await freeBytes(10)) assert.equal(bytes, 64 * 2 ** 20)
    assert.equal(swarm.coordinator.joins.length, 1)
  })

  it('a disk that hangs or fails when asked has no room, until it answers again', async () => {
    for (const fault of [never, broken]) {
      const awake = Promise.withResolvers<void>()
      hooks.usage = fault === broken ? broken : async () => await awake.promise
      const told = await freeBytes(10)
      assert.equal(told.length, 10)
      assert.deepEqual(told.slice(2), Array(8).fill(0))
      delete hooks.usage
      awake.resolve()
      await swarm.clock.advance(STORE_REST_MS + 2 * HEARTBEAT_MS)
      assert.deepEqual(await freeBytes(1), [64 * 2 ** 20])
    }
    assert.equal(swarm.coordinator.joins.length, 1)
  })

  it('a put that fails at the disk leaves the worker without room for a while; one that is wrong does not', async () => {
    const piece = swarm.piece(1000)
    assert.deepEqual(codes(await swarm.drive(swarm.put([worker], piece, { body: new Uint8Array(1000) }))), [
      'integrity',
    ])
    assert.deepEqual(await freeBytes(1), [64 * 2 ** 20])
    hooks.finish = broken
    assert.deepEqual(codes(await swarm.drive(swarm.put([worker], piece))), ['io'])
    assert.deepEqual(await freeBytes(2), [0, 0])
    await swarm.clock.advance(STORE_REST_MS)
    assert.deepEqual(await freeBytes(1), [64 * 2 ** 20])
    assert.deepEqual(codes(await swarm.drive(swarm.put([worker], piece))), ['io'])
    assert.deepEqual(await freeBytes(1), [0])
    delete hooks.finish
    assert.deepEqual(codes(await swarm.drive(swarm.put([worker], piece))), [''])
    assert.deepEqual(await freeBytes(1), [64 * 2 ** 20 - 1000])
    const told = worker.log.entries.map(({ message }) => message)
    assert.deepEqual(told, ['joined', 'the store fails', 'the store fails', 'the store works again'])
  })

  it('a store without a sign of life for more than a minute ends the worker; a shorter silence does not', async () => {
    for (const fault of [never, broken]) {
      const awake = Promise.withResolvers<void>()
      hooks.usage = fault === broken ? broken : async () => await awake.promise
      await swarm.clock.advance(45_000)
      delete hooks.usage
      awake.resolve()
      await swarm.clock.advance(5_000)
    }
    let failure: unknown
    worker.worker.failed.catch((error: unknown) => {
      failure = error
    })
    await swarm.clock.advance(100_000)
    assert.equal(failure, undefined)
    hooks.usage = never
    failure = await failureOf(swarm.drive(worker.worker.failed))
    assert.ok(hasCode(failure, 'io'), String(failure))
    await swarm.drive(worker.worker.stop())
    assert.deepEqual(swarm.coordinator.left, [worker.id])
  })

  it('a disk that hangs at receipts or removals keeps the worker neither from its heartbeats nor from joining anew nor from stopping', async () => {
    const { store } = worker
    hooks.remove = never
    swarm.coordinator.removals.push({ peer: worker.id, cid: swarm.piece(5).cid, revision: 9 })
    await swarm.clock.advance(20_000)
    assert.equal((await freeBytes(5)).length, 5)
    store.receiptsDue = never
    await swarm.drive(swarm.coordinatorTransport.disconnect(worker.id))
    await swarm.clock.advance(5_000)
    assert.equal(swarm.coordinator.joins.length, 2)
    assert.equal((await freeBytes(5)).length, 5)
    await swarm.drive(swarm.coordinatorTransport.disconnect(worker.id))
    await swarm.clock.advance(5_000)
    assert.equal(swarm.coordinator.joins.length, 3)
    const startMs = swarm.clock.now()
    await swarm.drive(worker.worker.stop())
    assert.ok(swarm.clock.now() - startMs < 3_000)
  })
})
