import assert from 'node:assert/strict'
import { newIdentity } from '../shared/identity.ts'
import { STALL_MS } from '../shared/limits.ts'
import { PieceReply, PieceRequest, type PutOutcome } from '../shared/protocol/piece/piece.js'
import { PIECE_PROTOCOL_ID } from '../shared/protocol/piece/protocol.ts'
import { encodeFrame } from '../shared/transport/byte-reader.ts'
import { channelHandler } from '../shared/transport/channel.ts'
import { codes, holders, slices, TestSwarm, type TestWorker } from './swarm-fixture.ts'

describe('forwarding', () => {
  it('a kept stream that breaks within a piece costs that way at once; the piece is not begun anew in its middle', async () => {
    const swarm = new TestSwarm('kept')
    const [first, second] = (await swarm.startAll(2)) as [TestWorker, TestWorker]
    await swarm.drive(swarm.put([first, second], swarm.piece(1000, 'before')))
    const piece = swarm.piece(600_000)
    const body = slices(piece, async (index) => {
      if (index === 5) swarm.network.disconnect(first.id, second.id)
    })
    const startMs = swarm.clock.now()
    assert.deepEqual(codes(await swarm.drive(swarm.put([first, second], piece, { body }))), ['', 'unreachable'])
    assert.ok(swarm.clock.now() - startMs < STALL_MS)
    assert.deepEqual(await holders([first, second], piece), [true, false])
    assert.deepEqual(codes(await swarm.drive(swarm.put([first, second], piece))), ['', ''])
  })

  it('a next worker that tells nonsense of the chain is believed only in what it can know', async () => {
    const swarm = new TestSwarm('nonsense')
    const [first] = (await swarm.startAll(1)) as [TestWorker]
    const liar = { id: newIdentity(swarm.random).peerId, addresses: ['/memory/liar'] }
    const third = { id: newIdentity(swarm.random).peerId, addresses: ['/memory/third'] }
    const outcomes: PutOutcome[] = [
      { peer: first.id, code: 'io', message: 'your disk is broken' },
      { peer: liar.id, code: 'no-room', message: 'x'.repeat(50_000) },
      { peer: 'stranger', code: '', message: '' },
    ]
    let pass: Uint8Array | undefined
    const lie = channelHandler(async (channel) => {
      for (;;) {
        const { hello, put } = PieceRequest.decode(await channel.reader.expectFrame(65_536))
        if (hello) pass = hello.pass
        if (put === undefined) continue
        for await (const _ of channel.reader.readUpTo(put.sizeBytes)) void _
        await channel.send(encodeFrame(PieceReply.encode({ put: { outcomes } })))
      }
    })
    swarm.network.join(liar.id, '/memory/liar').handle(PIECE_PROTOCOL_ID, lie)
    const told = await swarm.drive(swarm.put([first, liar, third], swarm.piece(1000)))
    assert.deepEqual(
      told.map(({ peer, code }) => [peer, code]),
      [
        [first.id, ''],
        [liar.id, 'no-room'],
        [third.id, 'unknown'],
      ],
    )
    assert.ok(told.every(({ message }) => message.length <= 300))
    assert.ok((pass?.byteLength ?? 0) > 0, 'it was shown a pass')
  })

  it('a put that stored nothing takes nothing of what its grant allows', async () => {
    const swarm = new TestSwarm('give back')
    const [worker] = (await swarm.startAll(1)) as [TestWorker]
    const piece = swarm.piece(1000)
    const grant = swarm.coordinator.grant(swarm.client.self, [worker], { bytesMax: 1500 })
    for (let i = 0; i < 3; i++) {
      const outcomes = await swarm.drive(swarm.put([worker], piece, { grant, body: new Uint8Array(1000) }))
      assert.deepEqual(codes(outcomes), ['integrity'])
    }
    assert.deepEqual(codes(await swarm.drive(swarm.put([worker], piece, { grant }))), [''])
    await assert.rejects(swarm.drive(swarm.put([worker], swarm.piece(1000, 'more'), { grant })), /used up/)
  })
})
