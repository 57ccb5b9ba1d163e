import assert from 'node:assert/strict'
import { cidFromBytes, cidToBytes } from '../shared/cid.ts'
import { sleep } from '../shared/clock/sleep.ts'
import { HiroError } from '../shared/errors.ts'
import { PIECE_FRAME_BYTES_MAX, PIECE_SIZE_BYTES_MAX } from '../shared/limits.ts'
import { PieceReply, PieceRequest } from '../shared/protocol/piece/piece.js'
import { put, stat } from '../shared/protocol/piece/piece-client.ts'
import { STAT_CIDS_MAX } from '../shared/protocol/piece/protocol.ts'
import { encodeFrame } from '../shared/transport/byte-reader.ts'
import type { Channel } from '../shared/transport/channel.ts'
import { failureOf } from '../shared/transport/suite-bytes.ts'
import { PEER_STALL_MS } from './patience.ts'
import { hooked, type StoreHooks } from './store-fixture.ts'
import { codes, holders, type Piece, TestSwarm, type TestWorker } from './swarm-fixture.ts'

describe('the piece service of a worker', () => {
  let swarm: TestSwarm
  let worker: TestWorker
  let hooks: StoreHooks
  let piece: Piece

  beforeEach(async () => {
    swarm = new TestSwarm('service')
    hooks = {}
    worker = swarm.startHooked(hooks)
    await swarm.joined(worker)
    piece = swarm.piece(600_000)
    await swarm.drive(swarm.put([worker], piece))
  })

  const refusal = async (code: string, work: Promise<unknown>, message = /./): Promise<void> => {
    const failure = await failureOf(swarm.drive(work))
    assert.ok(failure instanceof HiroError, String(failure))
    assert.equal(failure.code, code, failure.message)
    assert.match(failure.message, message)
  }
  const options = (): { clock: TestSwarm['clock'] } => ({ clock: swarm.clock })
  const sendFrame = async (channel: Channel, bytes: Uint8Array): Promise<void> => await channel.send(encodeFrame(bytes))
  const nextReply = async (channel: Channel): Promise<PieceReply> =>
    PieceReply.decode(await channel.reader.expectFrame(PIECE_FRAME_BYTES_MAX))

  it('gives a piece, whole or any range of it', async () => {
    const whole = await swarm.drive(swarm.get(worker, piece.cid))
    assert.deepEqual([whole.sizeBytes, whole.lengthBytes], [600_000, 600_000])
    assert.ok(whole.bytes.equals(piece.bytes))
    for (const [offset, lengthBytes] of [
      [0, 1],
      [599_999, 1],
      [100, 500_000],
      [599_000, 0],
      [600_000, 0],
    ] as const) {
      const part = await swarm.drive(swarm.get(worker, piece.cid, offset, lengthBytes))
      const expected = piece.bytes.subarray(offset, lengthBytes ? offset + lengthBytes : undefined)
      assert.ok(part.bytes.equals(expected), `${offset} ${lengthBytes}`)
    }
  })

  it('refuses ranges outside of a piece, and pieces that it does not have', async () => {
    for (const [offset, lengthBytes] of [
      [0, 600_001],
      [600_001, 0],
      [600_000, 1],
      [2 ** 52, 2 ** 52],
    ] as const)
      await refusal('usage', swarm.get(worker, piece.cid, offset, lengthBytes))
    await refusal('not-found', swarm.get(worker, swarm.piece(10).cid))
    assert.ok((await swarm.drive(swarm.get(worker, piece.cid))).bytes.equals(piece.bytes))
  })

  it('says that a copy is damaged when it cannot be opened, and breaks the stream when that shows within it', async () => {
    hooks.read = async () => {
      throw new HiroError('integrity', 'the piece was cut')
    }
    await refusal('integrity', swarm.get(worker, piece.cid), /cut/)
    hooks.read = async (offset) => {
      if (offset > 0) throw new HiroError('integrity', 'the piece was cut')
    }
    await refusal('unreachable', swarm.get(worker, piece.cid))
    delete hooks.read
    assert.ok((await swarm.drive(swarm.get(worker, piece.cid))).bytes.equals(piece.bytes))
  })

  it('tells which pieces are there, in the order of the question, however many', async () => {
    const small = swarm.piece(10, 'small')
    await swarm.drive(swarm.put([worker], small))
    const channel = await swarm.drive(swarm.channel(worker))
    const absent = swarm.piece(5).cid
    const cids = [small.cid, absent, ...Array<string>(STAT_CIDS_MAX).fill(absent), piece.cid]
    const sizes = await swarm.drive(stat(channel, cids, options()))
    assert.deepEqual(sizes, [10, ...Array<undefined>(STAT_CIDS_MAX + 1).fill(undefined), 600_000])
    assert.deepEqual(await swarm.drive(stat(channel, [], options())), [])
    const tooMany = Array(STAT_CIDS_MAX + 1).fill(cidToBytes(absent)) as Uint8Array[]
    await swarm.drive(sendFrame(channel, PieceRequest.encode({ stat: { cids: tooMany } })))
    assert.equal((await swarm.drive(nextReply(channel))).failure?.code, 'usage')
  })

  it('answers what is malformed or over a limit, ends that stream, and no other', async () => {
    const other = await swarm.drive(swarm.channel(worker))
    const put = {
      cid: cidToBytes(piece.cid),
      sizeBytes: PIECE_SIZE_BYTES_MAX + 1,
      grant: new Uint8Array(),
      forward: [],
      progressMs: 0,
      vouch: false,
    }
    const length = Buffer.alloc(4)
    length.writeUInt32BE(PIECE_FRAME_BYTES_MAX + 1)
    const malformed: [string, Uint8Array][] = [
      ['not a message', encodeFrame(new Uint8Array([0xff, 0xff, 0xff]))],
      ['an empty message', encodeFrame(new Uint8Array())],
      ['a piece over the limit', encodeFrame(PieceRequest.encode({ put }))],
      ['a frame over the limit', length],
    ]
    for (const [name, bytes] of malformed) {
      const channel = await swarm.drive(swarm.channel(worker))
      await swarm.drive(channel.send(bytes))
      assert.equal((await swarm.drive(nextReply(channel))).failure?.code, 'bad-frame', name)
      assert.equal(await swarm.drive(channel.reader.readFrame(100)), undefined, name)
      assert.deepEqual(await swarm.drive(stat(other, [piece.cid], options())), [600_000], name)
    }
  })

  it('a CID of another kind, or none at all, is refused and the stream stays', async () => {
    const channel = await swarm.drive(swarm.channel(worker))
    for (const [cid, code] of [
      [new Uint8Array([1, 2]), 'bad-frame'],
      [cidToBytes(piece.cid).with(1, 0x70), 'version-unknown'],
    ] as const) {
      for (const request of [{ get: { cid, offset: 0, lengthBytes: 0 } }, { stat: { cids: [cid] } }]) {
        await swarm.drive(sendFrame(channel, PieceRequest.encode(request)))
        assert.equal((await swarm.drive(nextReply(channel))).failure?.code, code)
      }
      const put = {
        cid,
        sizeBytes: 5,
        grant: swarm.coordinator.grant(swarm.client.self, [worker]),
        forward: [],
        progressMs: 0,
        vouch: false,
      }
      await swarm.drive(channel.send(encodeFrame(PieceRequest.encode({ put })), new Uint8Array(5)))
      assert.equal((await swarm.drive(nextReply(channel))).failure?.code, code)
    }
    assert.equal(cidFromBytes(cidToBytes(piece.cid)), piece.cid)
  })

  it('a peer that does not read what it asked for is given up, and the piece is closed', async () => {
    const channel = await swarm.drive(swarm.channel(worker))
    const large = swarm.piece(PIECE_SIZE_BYTES_MAX, 'large')
    await swarm.drive(swarm.put([worker], large))
    let closed = 0
    const { read } = worker.store
    worker.store.read = async function* (...args) {
      try {
        yield* read(...args)
      } finally {
        closed++
      }
    }
    const request = { get: { cid: cidToBytes(large.cid), offset: 0, lengthBytes: 0 } }
    await swarm.drive(sendFrame(channel, PieceRequest.encode(request)))
    await swarm.clock.advance(0.9 * PEER_STALL_MS)
    assert.equal(closed, 0)
    await swarm.clock.advance(0.5 * PEER_STALL_MS)
    assert.equal(closed, 1)
    channel.abort(new Error('done'))
    const gone = await swarm.drive(swarm.channel(worker))
    await swarm.drive(sendFrame(gone, PieceRequest.encode(request)))
    gone.abort(new Error('gone'))
    await swarm.clock.advance(100)
    assert.equal(closed, 2)
  })

  it('more than it has memory for is refused as busy, and the stream stays', async () => {
    hooks.write = async () => await sleep(swarm.clock, 1_000)
    const count = 100
    const large = swarm.piece(PIECE_SIZE_BYTES_MAX, 'large')
    const puts = Array.from({ length: count }, async () => await failureOf(swarm.put([worker], large)))
    const failures = (await swarm.drive(Promise.all(puts))).filter((failure) => failure !== undefined)
    // One peer gets half of the room.
    assert.ok(failures.length >= 65 && failures.length < 80, `${failures.length} of ${count} refused`)
    for (const failure of failures) assert.equal((failure as HiroError).code, 'busy')
    await swarm.drive(swarm.put([worker], swarm.piece(1000)))
  })

  it('a stop waits for the puts under way, for a while, and takes no new ones', async () => {
    hooks.write = async () => await sleep(swarm.clock, 1_000)
    const under = swarm.put([worker], swarm.piece(1000, 'under way'))
    await swarm.clock.advance(100)
    const stopping = swarm.drive(
      Promise.all([worker.worker.stop(), under, failureOf(swarm.put([worker], swarm.piece(5)))]),
    )
    const [, outcomes, failure] = await stopping
    assert.deepEqual(codes(outcomes), [''])
    assert.match(String(failure), /being stopped/)
    assert.deepEqual(await holders([worker], swarm.piece(1000, 'under way')), [true])

    const hanging = swarm.start({ store: hooked(worker.store, { write: async () => await new Promise(() => {}) }) })
    await swarm.drive(hanging.worker.joined)
    const putting = failureOf(
      put(await swarm.drive(swarm.channel(hanging)), orderFor(hanging), new Uint8Array(100), options()),
    )
    await swarm.clock.advance(100)
    const startMs = swarm.clock.now()
    await swarm.drive(hanging.worker.stop())
    assert.ok(swarm.clock.now() - startMs <= 2_500)
    void putting
  })

  function orderFor(one: TestWorker): Parameters<typeof put>[1] {
    const { cid } = swarm.piece(100)
    return { cid, sizeBytes: 100, forward: [], grant: swarm.coordinator.grant(swarm.client.self, [one]) }
  }
})
