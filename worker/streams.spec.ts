import assert from 'node:assert/strict'
import { cidToBytes } from '../shared/cid.ts'
import { sleep } from '../shared/clock/sleep.ts'
import { HiroError, hasCode } from '../shared/errors.ts'
import { newIdentity } from '../shared/identity.ts'
import { FRAME_MS, HELLO_MS, PIECE_FRAME_BYTES_MAX } from '../shared/limits.ts'
import { PieceReply, PieceRequest } from '../shared/protocol/piece/piece.js'
import { greet, stat } from '../shared/protocol/piece/piece-client.ts'
import { PIECE_PROTOCOL_ID } from '../shared/protocol/piece/protocol.ts'
import { encodeFrame } from '../shared/transport/byte-reader.ts'
import { Channel } from '../shared/transport/channel.ts'
import { OFFENCES_MAX, REFUSAL_MS } from '../shared/transport/stream-limits.ts'
import { failureOf } from '../shared/transport/suite-bytes.ts'
import type { Transport } from '../shared/transport/transport.ts'
import { PEER_STALL_MS, STREAM_IDLE_MS } from './patience.ts'
import type { StoreHooks } from './store-fixture.ts'
import { codes, TestSwarm, type TestWorker } from './swarm-fixture.ts'

describe('streams to a worker that stay', () => {
  let swarm: TestSwarm
  let worker: TestWorker

  beforeEach(async () => {
    swarm = new TestSwarm('streams')
    worker = swarm.start()
    await swarm.joined(worker)
  })

  it('one that is used now and then stays; one that is not used is ended', async () => {
    const channel = await swarm.drive(swarm.channel(worker))
    await swarm.drive(stat(channel, [swarm.piece(5).cid], { clock: swarm.clock }))
    for (let i = 0; i < 10; i++) {
      await swarm.clock.advance(0.9 * STREAM_IDLE_MS)
      await swarm.drive(stat(channel, [swarm.piece(5).cid], { clock: swarm.clock }))
    }
    await swarm.clock.advance(0.9 * STREAM_IDLE_MS)
    assert.equal(channel.broken, false)
    await swarm.clock.advance(STREAM_IDLE_MS)
    assert.equal(channel.broken, true)
  })

  it('a peer that vanished within a body leaves neither a stream nor room taken', async () => {
    const peer = swarm.network.join(newIdentity(swarm.random).peerId)
    const channel = await swarm.drive(swarm.channel(worker, swarm.coordinator.pass(peer.self, 'client'), peer))
    const grant = swarm.coordinator.grant(peer.self, [worker])
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(1000)
      await new Promise(() => {})
    }
    void swarm.putOn(channel, [worker], swarm.piece(100_000), { grant, body: endless() }).catch(() => {})
    await swarm.clock.advance(100)
    assert.equal((await worker.store.usage()).usedBytes, 100_000)
    swarm.network.partition(peer.self, worker.id)
    await swarm.clock.advance(1.5 * PEER_STALL_MS)
    assert.equal((await worker.store.usage()).usedBytes, 0)
  })

  it('one that says nothing, or hello and nothing more, is not kept for long', async () => {
    const silent = new Channel(await swarm.drive(swarm.client.open(worker, PIECE_PROTOCOL_ID, {})))
    const greeted = await swarm.drive(swarm.channel(worker))
    await swarm.clock.advance(0.9 * HELLO_MS)
    assert.deepEqual([silent.broken, greeted.broken], [false, false])
    await swarm.clock.advance(HELLO_MS)
    assert.deepEqual([silent.broken, greeted.broken], [true, true])
  })

  it('a peer that sends its request, or its body, one byte a second is dropped, and the room it took is free', async () => {
    const slowly = async (channel: Channel, bytes: Uint8Array): Promise<void> => {
      for (let at = 0; at < bytes.byteLength && !channel.broken; at++) {
        await channel.send(bytes.subarray(at, at + 1))
        await sleep(swarm.clock, 1_000)
      }
    }
    const dribbled = async (bytes: Uint8Array): Promise<number> => {
      const channel = await swarm.drive(swarm.channel(worker))
      await swarm.drive(stat(channel, [swarm.piece(5).cid], { clock: swarm.clock }))
      const startMs = swarm.clock.now()
      const failure = await failureOf(
        swarm.drive(Promise.all([slowly(channel, bytes), channel.reader.readExactly(1e6)])),
      )
      assert.ok(hasCode(failure, 'unreachable'), String(failure))
      return swarm.clock.now() - startMs
    }
    const frame = encodeFrame(PieceRequest.encode({ stat: { cids: [new Uint8Array(36), new Uint8Array(36)] } }))
    assert.ok((await dribbled(frame)) < 2 * FRAME_MS)

    const piece = swarm.piece(2_000)
    const channel = await swarm.drive(swarm.channel(worker))
    const body = async function* (): AsyncGenerator<Uint8Array> {
      for (const byte of piece.bytes) {
        yield Uint8Array.of(byte)
        await sleep(swarm.clock, 1_000)
      }
    }
    const startMs = swarm.clock.now()
    await assert.rejects(swarm.drive(swarm.putOn(channel, [worker], piece, { body: body() })))
    assert.ok(swarm.clock.now() - startMs < 2 * PEER_STALL_MS)
    assert.equal((await worker.store.usage()).usedBytes, 0)
  })

  it('a peer that does not read what it asked for is dropped', async () => {
    const large = swarm.piece(2_000_000)
    await swarm.drive(swarm.put([worker], large))
    const channel = await swarm.drive(swarm.channel(worker))
    const get = { cid: cidToBytes(large.cid), offset: 0, lengthBytes: 0 }
    await swarm.drive(channel.send(encodeFrame(PieceRequest.encode({ get }))))
    await swarm.clock.advance(0.9 * PEER_STALL_MS)
    assert.equal(channel.broken, false)
    await swarm.clock.advance(PEER_STALL_MS)
    assert.equal(channel.broken, true)
  })

  it('a stranger that is refused again and again is not let in any more, for a while', async () => {
    const stranger = swarm.network.join(newIdentity(swarm.random).peerId)
    const noPass = new Uint8Array(3)
    const refusals = async (from: Transport): Promise<string> => {
      for (let i = 0; i < 2 * OFFENCES_MAX; i++) {
        const failure = await failureOf(
          swarm.drive(
            swarm
              .channel(worker, noPass, from)
              .then(async (channel) => await stat(channel, [swarm.piece(5).cid], { clock: swarm.clock })),
          ),
        )
        if (!hasCode(failure, 'refused')) return (failure as HiroError).code
      }
      return 'refused'
    }
    await swarm.drive(swarm.put([worker], swarm.piece(10)))
    assert.equal(await refusals(stranger), 'unreachable')
    await swarm.clock.advance(REFUSAL_MS)
    const again = swarm.channel(worker, swarm.coordinator.pass(stranger.self, 'client'), stranger)
    await swarm.drive(stat(await swarm.drive(again), [swarm.piece(5).cid], { clock: swarm.clock }))
  })

  it('a stream between workers that is never idle outlives the pass that it began with', async () => {
    const { coordinator, clock } = swarm
    const sign = coordinator.pass.bind(coordinator)
    coordinator.pass = (peer, role) => sign(peer, role, { expiresAtMs: clock.now() + 60_000 })
    const workers = await swarm.startAll(2)
    for (let i = 0; i < 10; i++) {
      assert.deepEqual(codes(await swarm.drive(swarm.put(workers, swarm.piece(1000, String(i))))), ['', ''], `${i}`)
      await clock.advance(20_000)
    }
  })

  it('hello again replaces the pass', async () => {
    const { coordinator, client, clock } = swarm
    const channel = await swarm.drive(swarm.channel(worker, coordinator.pass(worker.id, 'client')))
    await swarm.drive(greet(channel, coordinator.pass(client.self, 'client')))
    assert.deepEqual(await swarm.drive(stat(channel, [], { clock })), [])
    await swarm.drive(stat(channel, [swarm.piece(5).cid], { clock }))
    await swarm.drive(greet(channel, coordinator.pass(worker.id, 'client')))
    await assert.rejects(swarm.drive(stat(channel, [swarm.piece(5).cid], { clock })), { code: 'refused' })
  })

  it('of a put nothing more is said after its answer', async () => {
    const channel = await swarm.drive(swarm.channel(worker))
    await swarm.drive(swarm.putOn(channel, [worker], swarm.piece(1000)))
    await swarm.clock.advance(10_000)
    await swarm.drive(channel.send(encodeFrame(PieceRequest.encode({ stat: { cids: [] } }))))
    const reply = PieceReply.decode(await swarm.drive(channel.reader.expectFrame(PIECE_FRAME_BYTES_MAX)))
    assert.ok(reply.stat && !reply.progress)
  })

  it('one record of the index that is damaged hides nothing of the others', async () => {
    const pieces = ['a', 'b', 'c'].map((label) => swarm.piece(1000, label))
    for (const piece of pieces) await swarm.drive(swarm.put([worker], piece))
    const { stat: statOf } = worker.store
    const damaged = pieces[1]?.cid
    worker.store.stat = async (cid) => {
      if (cid === damaged) throw new HiroError('integrity', 'the record is damaged')
      return await statOf.call(worker.store, cid)
    }
    const channel = await swarm.drive(swarm.channel(worker))
    const cids = pieces.map(({ cid }) => cid)
    assert.deepEqual(await swarm.drive(stat(channel, cids, { clock: swarm.clock })), [1000, undefined, 1000])
  })
})

describe('a worker that is stopped', () => {
  it('lets a put under way end first', async () => {
    const swarm = new TestSwarm('stop')
    const hooks: StoreHooks = { finish: async () => await sleep(swarm.clock, 1_000) }
    const worker = swarm.startHooked(hooks)
    await swarm.joined(worker)
    const putting = swarm.put([worker], swarm.piece(1000))
    await swarm.clock.advance(100)
    const startMs = swarm.clock.now()
    const stopping = worker.worker.stop().then(() => swarm.clock.now() - startMs)
    assert.deepEqual(codes(await swarm.drive(putting)), [''])
    assert.ok((await swarm.drive(stopping)) >= 800)
    assert.deepEqual(swarm.coordinator.left, [worker.id])
  })
})
