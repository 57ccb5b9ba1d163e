import assert from 'node:assert/strict'
import { SimulatedClock } from '../clock/simulated-clock.ts'
import { HiroError } from '../errors.ts'
import { SeededRandom } from '../random/seeded-random.ts'
import { encodeFrame } from './byte-reader.ts'
import { Channel, channelHandler } from './channel.ts'
import { MemoryNetwork } from './memory-network.ts'
import { failureOf, MIB } from './suite-bytes.ts'

const PROTOCOL = '/hiro/channel/1'

describe('Channel', () => {
  const clock = new SimulatedClock()

  /** A channel to a peer that serves as told. */
  async function channelTo(serve: (channel: Channel) => Promise<void>): Promise<Channel> {
    const network = new MemoryNetwork({ clock, random: new SeededRandom('channel') })
    network.join('server', '/memory/1').handle(PROTOCOL, channelHandler(serve))
    const opening = network.join('client').open({ id: 'server', addresses: ['/memory/1'] }, PROTOCOL, {})
    return new Channel(await clock.drive(opening))
  }

  /** Answers each frame with its length, until the client is done. */
  async function count(channel: Channel): Promise<void> {
    for (;;) {
      const frame = await channel.reader.readFrame(MIB)
      if (frame === undefined) return
      await channel.send(encodeFrame(Buffer.from(String(frame.byteLength))))
    }
  }

  async function reply(channel: Channel): Promise<string> {
    return Buffer.from(await clock.drive(channel.reader.expectFrame(100))).toString()
  }

  it('requests and replies one after the other, then an end in order on both sides', async () => {
    const served = Promise.withResolvers<void>()
    const channel = await channelTo(async (channel) => {
      await count(channel)
      served.resolve()
    })
    for (const length of [0, 1, 100_000]) {
      await clock.drive(channel.send(encodeFrame(new Uint8Array(length))))
      assert.equal(await reply(channel), String(length))
    }
    await clock.drive(channel.close())
    await clock.drive(Promise.all([served.promise, channel.closed, channel.close()]))
    assert.equal(await clock.drive(channel.reader.readFrame(100)), undefined)
    assert.equal(channel.broken, false)
    await assert.rejects(channel.send(new Uint8Array(1)), { code: 'unreachable' })
  })

  it('what is sent together stays together, however many send at once', async () => {
    const channel = await channelTo(count)
    const sends = Array.from({ length: 20 }, (_, i) => {
      const body = new Uint8Array(i * 4000)
      return channel.send(encodeFrame(body).subarray(0, 4), body.subarray(0, 10), body.subarray(10))
    })
    await clock.drive(Promise.all([channel.send(), channel.send(new Uint8Array(0))]))
    const replies: string[] = []
    for (let i = 0; i < 20; i++) replies.push(await reply(channel))
    assert.deepEqual(
      replies,
      sends.map((_, i) => String(i * 4000)),
    )
    await clock.drive(Promise.all(sends))
  })

  it('a peer that does not read holds the sender back', async () => {
    const read = Promise.withResolvers<void>()
    const channel = await channelTo(async (channel) => {
      await read.promise
      await count(channel)
    })
    let taken = 0
    const frame = encodeFrame(new Uint8Array(MIB - 1))
    const sends = Array.from({ length: 8 }, () => channel.send(frame).then(() => taken++))
    await clock.advance(1000)
    assert.ok(taken <= 2, `${taken} MiB taken`)
    read.resolve()
    await clock.drive(Promise.all(sends))
    assert.equal(taken, 8)
  })

  it('aborted by the peer: what waits to be sent, what is read and what comes later all fail', async () => {
    const channel = await channelTo(async () => {
      throw new HiroError('refused', 'no pass')
    })
    const sends = [channel.send(new Uint8Array(3 * MIB)), channel.send(new Uint8Array(3 * MIB))]
    const failures = [...sends, channel.reader.expectFrame(10), channel.closed].map(failureOf)
    for (const failure of await clock.drive(Promise.all(failures))) {
      assert.equal((failure as HiroError | undefined)?.code, 'unreachable')
    }
    assert.ok(channel.broken)
    await assert.rejects(channel.send(new Uint8Array(1)), { code: 'unreachable' })
  })

  it('aborted here: every call ends with the reason', async () => {
    const channel = await channelTo(count)
    const pending = [failureOf(channel.reader.expectFrame(10)), failureOf(channel.send(new Uint8Array(3 * MIB)))]
    channel.abort(new HiroError('timeout', 'too slow'))
    channel.abort(new Error('again'))
    for (const failure of await clock.drive(Promise.all(pending))) {
      assert.equal((failure as HiroError | undefined)?.code, 'timeout')
    }
  })

  it('a handler that is done leaves nothing half open', async () => {
    const channel = await channelTo(async (channel) => {
      await channel.send(encodeFrame(Buffer.from('bye')))
    })
    assert.equal(await reply(channel), 'bye')
    assert.equal(await clock.drive(channel.reader.readFrame(10)), undefined)
    await clock.advance(10_000)
    assert.ok(channel.broken, 'the client did not close its side for long')
  })
})
