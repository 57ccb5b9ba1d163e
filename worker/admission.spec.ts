import assert from 'node:assert/strict'
import { cidToBytes } from '../shared/cid.ts'
import { HiroError } from '../shared/errors.ts'
import { newIdentity } from '../shared/identity.ts'
import { PIECE_FRAME_BYTES_MAX } from '../shared/limits.ts'
import { PieceReply, PieceRequest } from '../shared/protocol/piece/piece.js'
import { get, greet, stat } from '../shared/protocol/piece/piece-client.ts'
import { PIECE_PROTOCOL_ID } from '../shared/protocol/piece/protocol.ts'
import { encodeFrame } from '../shared/transport/byte-reader.ts'
import { Channel } from '../shared/transport/channel.ts'
import { failureOf } from '../shared/transport/suite-bytes.ts'
import { type Piece, TestSwarm, type TestWorker } from './swarm-fixture.ts'

describe('admission to a worker', () => {
  let swarm: TestSwarm
  let worker: TestWorker
  let piece: Piece

  beforeEach(async () => {
    swarm = new TestSwarm('admission')
    worker = swarm.start()
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
  const nextReply = async (channel: Channel): Promise<PieceReply> =>
    PieceReply.decode(await channel.reader.expectFrame(PIECE_FRAME_BYTES_MAX))

  it('lets nobody do anything without a pass that holds', async () => {
    const { coordinator, client, clock } = swarm
    const passes: [Uint8Array, RegExp][] = [
      [new Uint8Array(), /not signed/],
      [coordinator.grant(client.self, [worker]), /not signed/],
      [coordinator.pass(worker.id, 'client'), /another peer/],
      [coordinator.pass(client.self, 'client', { role: 'admin' }), /role admin/],
      [coordinator.pass(client.self, 'client', { swarm: swarm.random.bytes(16) }), /another swarm/],
      [coordinator.pass(client.self, 'client', { epoch: 0 }), /epoch 0/],
      [coordinator.pass(client.self, 'client', { expiresAtMs: clock.now() }), /expired/],
    ]
    for (const [pass, why] of passes) {
      const order = { cid: piece.cid, offset: 0, lengthBytes: 0 }
      const asked = async (): Promise<Channel> => await swarm.channel(worker, pass)
      await refusal(
        'refused',
        asked().then((channel) => get(channel, order, options())),
        why,
      )
      await refusal(
        'refused',
        asked().then((channel) => stat(channel, [piece.cid], options())),
        why,
      )
      await refusal(
        'refused',
        asked().then((channel) => swarm.putOn(channel, [worker], swarm.piece(99))),
        why,
      )
    }
    const silent = new Channel(await swarm.drive(client.open(worker, PIECE_PROTOCOL_ID, {})))
    await refusal('refused', stat(silent, [piece.cid], options()), /hello/)
    assert.equal((await worker.store.usage()).pieces, 1)
  })

  it('refuses a pass that expires while its stream is open, by the clock of the coordinator and not by its own', async () => {
    const skewed = swarm.start({ skewMs: -5 * 60 * 60_000 })
    await swarm.drive(skewed.worker.joined)
    for (const one of [worker, skewed]) {
      const pass = swarm.coordinator.pass(swarm.client.self, 'client', { expiresAtMs: swarm.clock.now() + 30_000 })
      const channel = await swarm.drive(swarm.channel(one, pass))
      assert.deepEqual(await swarm.drive(stat(channel, [], options())), [])
      await swarm.drive(stat(channel, [piece.cid], options()))
      await swarm.clock.advance(29_000)
      await swarm.drive(stat(channel, [piece.cid], options()))
      await swarm.clock.advance(2_000)
      await refusal('refused', stat(channel, [piece.cid], options()), /expired/)
      await swarm.drive(greet(channel, swarm.coordinator.pass(swarm.client.self, 'client')))
      await swarm.drive(stat(channel, [piece.cid], options()))
    }
  })

  it('serves nobody before it has joined, and says so', async () => {
    swarm.coordinatorTransport.handle('/hiro/membership/1', async () => await new Promise(() => {}))
    const early = swarm.start()
    await refusal('unreachable', swarm.get(early, piece.cid), /not joined/)
  })

  it('stores nothing without a grant for it, and dials nobody whom the grant does not name', async () => {
    const { coordinator, client } = swarm
    const other = (await swarm.startAll(1))[0] as TestWorker
    const stranger = newIdentity(swarm.random).peerId
    const wrong: [string, RegExp, Uint8Array, string[]][] = [
      ['no grant', /not signed/, new Uint8Array(), []],
      ['for another peer', /another peer/, coordinator.grant(stranger, [worker]), []],
      [
        'another swarm',
        /another swarm/,
        coordinator.grant(client.self, [worker], { swarm: swarm.random.bytes(16) }),
        [],
      ],
      ['too large', /600 bytes for a piece/, coordinator.grant(client.self, [worker], { pieceBytesMax: 600 }), []],
      ['expired', /expired/, coordinator.grant(client.self, [worker], { ttlMs: 0 }), []],
      ['not for this worker', /this worker/, coordinator.grant(client.self, [other]), []],
      ['forward to one not named', /to forward to/, coordinator.grant(client.self, [worker]), [other.id]],
    ]
    const before = await worker.store.usage()
    const channel = await swarm.drive(swarm.channel(worker))
    for (const [name, why, grant, forward] of wrong) {
      const one = swarm.piece(100_000, name)
      await refusal('refused', swarm.put([worker], one, { grant, forward }), why)
      // On a stream in use the body of the refused one is passed over, and the next request is understood.
      const request = {
        put: { cid: cidToBytes(one.cid), sizeBytes: 100_000, grant, forward, progressMs: 0, vouch: false },
      }
      await swarm.drive(channel.send(encodeFrame(PieceRequest.encode(request)), one.bytes))
      assert.equal((await swarm.drive(nextReply(channel))).failure?.code, 'refused', name)
      assert.deepEqual(await swarm.drive(stat(channel, [one.cid], options())), [undefined], name)
    }
    assert.deepEqual(await worker.store.usage(), before)
    assert.equal((await other.store.usage()).pieces, 0)
  })

  it('does not let a client forward as if it were a worker of the grant', async () => {
    const grant = swarm.coordinator.grant(newIdentity(swarm.random).peerId, [
      worker,
      { id: swarm.client.self, addresses: [] },
    ])
    await refusal('refused', swarm.put([worker], swarm.piece(99), { grant }), /another peer/)
  })
})
