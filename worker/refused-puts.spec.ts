import assert from 'node:assert/strict'
import { HiroError } from '../shared/errors.ts'
import { newIdentity } from '../shared/identity.ts'
import { stat } from '../shared/protocol/piece/piece-client.ts'
import { failureOf } from '../shared/transport/suite-bytes.ts'
import { FakeCoordinator } from './coordinator-fixture.ts'
import { PEER_STALL_MS } from './patience.ts'
import { codes, holders, SLICE_BYTES, slices, TestSwarm, usedBytes } from './swarm-fixture.ts'

describe('puts that cannot be kept, or not everywhere', () => {
  let swarm: TestSwarm

  beforeEach(() => {
    swarm = new TestSwarm('refused puts')
  })

  for (const k of [0, 1, 2]) {
    it(`worker ${k + 1} of 3 is full: the others store`, async () => {
      const workers = [0, 1, 2].map((at) => swarm.start(at === k ? { capacityBytes: 1000 } : {}))
      await swarm.joined(...workers)
      const piece = swarm.piece(200_000)
      assert.deepEqual(
        codes(await swarm.drive(swarm.put(workers, piece))),
        [0, 1, 2].map((at) => (at === k ? 'no-room' : '')),
      )
      assert.deepEqual(
        await holders(workers, piece),
        [0, 1, 2].map((at) => at !== k),
      )
    })

    it(`worker ${k + 1} of 3 has the piece already: the others get it`, async () => {
      const workers = await swarm.startAll(3)
      const piece = swarm.piece(200_000)
      await swarm.drive(swarm.put(workers.slice(k, k + 1), piece))
      assert.deepEqual(codes(await swarm.drive(swarm.put(workers, piece))), ['', '', ''])
      assert.deepEqual(await holders(workers, piece), [true, true, true])
    })
  }

  it('the right bytes cut short or lengthened are refused at each hop, also where the piece is already, and the stream stays', async () => {
    const workers = await swarm.startAll(3)
    const [first, second] = workers
    assert(first && second)
    const piece = swarm.piece(200_000)
    await swarm.drive(swarm.put([second], piece))
    const channel = await swarm.drive(swarm.channel(first))
    for (const body of [piece.bytes.subarray(1), Buffer.concat([piece.bytes, Buffer.alloc(1)])]) {
      const sizeBytes = body.byteLength
      const outcomes = await swarm.drive(swarm.putOn(channel, workers, piece, { sizeBytes, body }))
      assert.deepEqual(codes(outcomes), Array(3).fill('integrity'), `${sizeBytes} bytes`)
    }
    assert.deepEqual(await holders(workers, piece), [false, true, false])
    assert.deepEqual(await usedBytes(workers), [0, 200_000, 0])
    assert.deepEqual(codes(await swarm.drive(swarm.putOn(channel, workers, piece))), ['', '', ''])
  })

  it('fewer bytes than announced are waited for and then given up; more end the stream, and nothing else', async () => {
    const workers = await swarm.startAll(3)
    const [first] = workers
    assert(first)
    const piece = swarm.piece(200_000)
    const fewer = await swarm.drive(swarm.channel(first))
    const putting = failureOf(swarm.putOn(fewer, workers, piece, { body: piece.bytes.subarray(1) }))
    await swarm.clock.advance(1.5 * PEER_STALL_MS)
    // A disk that is slow, by the real clock, only puts it off.
    assert.ok((await swarm.drive(putting)) instanceof HiroError)
    assert.deepEqual(await usedBytes(workers), [0, 0, 0])

    const more = await swarm.drive(swarm.channel(first))
    const other = await swarm.drive(swarm.channel(first))
    const body = Buffer.concat([piece.bytes, Buffer.alloc(100, 0xff)])
    await swarm.drive(failureOf(swarm.putOn(more, workers, piece, { sizeBytes: 200_000, body })))
    await swarm.clock.advance(5_000)
    assert.ok(more.broken)
    assert.deepEqual(await swarm.drive(stat(other, [piece.cid], { clock: swarm.clock })), [200_000])
  })

  it('a pass, or a grant, of one who only calls himself coordinator opens nothing', async () => {
    const [worker] = await swarm.startAll(1)
    assert(worker)
    const { clock, random, client } = swarm
    const forger = new FakeCoordinator({ clock, random, identity: newIdentity(random) })
    Object.assign(forger, { swarm: swarm.coordinator.swarm })
    const shown = await swarm.drive(swarm.channel(worker, forger.pass(client.self, 'client')))
    const piece = swarm.piece(1000)
    const asked: (() => Promise<unknown>)[] = [
      () => stat(shown, [piece.cid], { clock }),
      () => swarm.put([worker], piece, { grant: forger.grant(client.self, [worker]) }),
    ]
    for (const work of asked) {
      const failure = await failureOf(swarm.drive(work()))
      assert.ok(failure instanceof HiroError && failure.code === 'refused', String(failure))
    }
    assert.deepEqual(await usedBytes([worker]), [0])
  })

  it('a line to the next worker that is dead for a moment holds the sender back, and costs no copy', async () => {
    const bufferBytesMax = 128 * 1024
    swarm = new TestSwarm('held back', bufferBytesMax)
    const workers = await swarm.startAll(3)
    const [first, second] = workers
    assert(first && second)
    let drawnBytes = 0
    const body = slices(swarm.piece(60 * SLICE_BYTES), async (index) => {
      drawnBytes += SLICE_BYTES
      if (index === 5) swarm.network.partition(first.id, second.id)
    })
    const putting = swarm.put(workers, swarm.piece(60 * SLICE_BYTES), { body })
    await swarm.clock.advance(4_000)
    const bound = 6 * SLICE_BYTES + 2 * (bufferBytesMax + 3 * SLICE_BYTES)
    assert.ok(drawnBytes <= bound, `${drawnBytes} bytes under way, at most ${bound}`)
    swarm.network.heal(first.id, second.id)
    assert.deepEqual(codes(await swarm.drive(putting)), ['', '', ''])
  })
})
