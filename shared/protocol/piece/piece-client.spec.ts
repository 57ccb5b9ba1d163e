import assert from 'node:assert/strict'
import { cidOf, cidToBytes } from '../../cid.ts'
import { SimulatedClock } from '../../clock/simulated-clock.ts'
import { sleep } from '../../clock/sleep.ts'
import { HiroError, hasCode } from '../../errors.ts'
import { HOP_STALL_MS, PIECE_FRAME_BYTES_MAX, PIECE_SIZE_BYTES_MAX, STALL_MS } from '../../limits.ts'
import { SeededRandom } from '../../random/seeded-random.ts'
import { encodeFrame } from '../../transport/byte-reader.ts'
import { Channel, channelHandler } from '../../transport/channel.ts'
import { MemoryNetwork } from '../../transport/memory-network.ts'
import { failureOf } from '../../transport/suite-bytes.ts'
import { PieceReply, PieceRequest } from './piece.js'
import { get, greet, put, stat } from './piece-client.ts'
import { PIECE_PROTOCOL_ID } from './protocol.ts'

const SERVER = { id: 'server', addresses: ['/memory/server'] }
const NOTICED_MS = 1.3

describe('the asking end of the piece protocol', () => {
  const bytes = new SeededRandom('piece').bytes(500_000)
  const cid = cidOf(bytes)
  const order = { cid, sizeBytes: bytes.byteLength, grant: new Uint8Array([7]), forward: ['second', 'third'] }
  let clock: SimulatedClock
  let network: MemoryNetwork

  beforeEach(() => {
    clock = new SimulatedClock()
    network = new MemoryNetwork({ clock, random: new SeededRandom('network'), bufferBytesMax: 128 * 1024 })
  })

  /** A channel to a worker that does as told. */
  async function channelTo(serve: (channel: Channel) => Promise<void>): Promise<Channel> {
    network.join(SERVER.id, SERVER.addresses[0]).handle(PIECE_PROTOCOL_ID, channelHandler(serve))
    return new Channel(await clock.drive(network.join('client').open(SERVER, PIECE_PROTOCOL_ID, {})))
  }

  const request = async (channel: Channel): Promise<PieceRequest> =>
    PieceRequest.decode(await channel.reader.expectFrame(PIECE_FRAME_BYTES_MAX))
  const reply = async (channel: Channel, body: Partial<PieceReply>): Promise<void> =>
    await channel.send(encodeFrame(PieceReply.encode(body)))
  const take = async (channel: Channel, length: number): Promise<Buffer> =>
    Buffer.concat(await Array.fromAsync(channel.reader.readUpTo(length)))
  const forever = async (): Promise<never> => await new Promise(() => {})

  async function refusal(code: string, work: Promise<unknown>): Promise<HiroError> {
    const failure = await failureOf(clock.drive(work, 60_000))
    assert.ok(hasCode(failure, code as 'refused'), `${failure}`)
    return failure
  }

  it('greets, puts, gets and asks, one after another on one stream', async () => {
    const heard: PieceRequest[] = []
    const channel = await channelTo(async (channel) => {
      for (let i = 0; i < 4; i++) {
        const next = await request(channel)
        heard.push(next)
        if (next.put) {
          assert.ok((await take(channel, next.put.sizeBytes)).equals(bytes))
          await reply(channel, { put: { outcomes: [{ peer: 'server', code: '', message: '' }] } })
        }
        if (next.get) {
          await reply(channel, { get: { sizeBytes: 500_000, lengthBytes: 400_000 } })
          await channel.send(bytes.subarray(100_000))
        }
        if (next.stat) {
          const states = [
            { present: true, sizeBytes: 500_000, code: '' },
            { present: false, sizeBytes: 0, code: 'integrity' },
          ]
          await reply(channel, { stat: { states } })
        }
      }
    })
    await clock.drive(greet(channel, new Uint8Array([1, 2])))
    const outcomes = await clock.drive(put(channel, order, bytes, { clock }))
    assert.deepEqual(outcomes, [{ peer: 'server', code: '', message: '' }])
    const found = await clock.drive(get(channel, { cid, offset: 100_000, lengthBytes: 0 }, { clock }))
    assert.deepEqual([found.sizeBytes, found.lengthBytes], [500_000, 400_000])
    assert.ok(Buffer.concat(await clock.drive(Array.fromAsync(found.body))).equals(bytes.subarray(100_000)))
    assert.deepEqual(await clock.drive(stat(channel, [cid, cid], { clock })), [500_000, undefined])
    const [hello, putRequest] = heard
    assert.ok(Buffer.from([1, 2]).equals(hello?.hello?.pass ?? new Uint8Array()))
    assert.ok(Buffer.from(cidToBytes(cid)).equals(putRequest?.put?.cid ?? new Uint8Array()))
    assert.deepEqual([...(putRequest?.put?.grant ?? [])], [7])
    assert.deepEqual(putRequest?.put?.forward, ['second', 'third'])
    assert.equal(putRequest?.put?.progressMs, 1_000)
  })

  it('what a worker answers as a failure is thrown with its code; of a put at once, without the rest of its body', async () => {
    let drawnBytes = 0
    const channel = await channelTo(async (channel) => {
      await request(channel)
      await reply(channel, { failure: { code: 'refused', message: 'no grant' } })
      await forever()
    })
    const body = (async function* () {
      for (;;) {
        drawnBytes += 50_000
        await sleep(clock, 10)
        yield bytes.subarray(0, 50_000)
      }
    })()
    assert.equal((await refusal('refused', put(channel, order, body, { clock }))).message, 'no grant')
    assert.ok(drawnBytes < 100_000)
  })

  it('a put that is refused by a worker which then breaks off was refused, and not just broken off', async () => {
    const channel = await channelTo(async (channel) => {
      await request(channel)
      await reply(channel, { failure: { code: 'busy', message: '' } })
      await sleep(clock, 100)
      throw new Error('that is it')
    })
    const blocked = (async function* () {
      yield new Uint8Array(400_000)
    })()
    await refusal('busy', put(channel, order, blocked, { clock }))
  })

  for (const [name, work] of [
    ['get', async (channel: Channel) => await get(channel, { cid, offset: 0, lengthBytes: 0 }, { clock })],
    ['stat', async (channel: Channel) => await stat(channel, [cid], { clock })],
  ] as const) {
    it(`a ${name} that is refused, cut off, answered with nonsense, or not at all`, async () => {
      const answers: [string, (channel: Channel) => Promise<void>][] = [
        ['not-found', async (channel) => await reply(channel, { failure: { code: 'not-found', message: '' } })],
        ['internal', async (channel) => await reply(channel, { failure: { code: 'from-the-future', message: '' } })],
        ['unreachable', async () => {}],
        [
          'unreachable',
          async () => {
            throw new Error('dead')
          },
        ],
        ['bad-frame', async (channel) => await channel.send(encodeFrame(new Uint8Array([0xff, 0xff])))],
        ['bad-frame', async (channel) => await channel.send(Buffer.from([0xff, 0xff, 0xff, 0xff]))],
        ['bad-frame', async (channel) => await reply(channel, {})],
        ['bad-frame', async (channel) => await reply(channel, { put: { outcomes: [] } })],
        ['bad-frame', async (channel) => await reply(channel, { get: { sizeBytes: 10, lengthBytes: 11 } })],
        [
          'bad-frame',
          async (channel) =>
            await reply(channel, {
              get: { sizeBytes: PIECE_SIZE_BYTES_MAX + 1, lengthBytes: PIECE_SIZE_BYTES_MAX + 1 },
            }),
        ],
        ['bad-frame', async (channel) => await reply(channel, { stat: { states: [] } })],
        ['timeout', forever],
      ]
      for (const [code, answer] of answers) {
        network = new MemoryNetwork({ clock, random: new SeededRandom('network') })
        const channel = await channelTo(async (channel) => {
          await request(channel)
          await answer(channel)
        })
        await refusal(code, work(channel))
      }
    })
  }

  it('an end in the middle of what was got is never taken for the piece', async () => {
    for (const [code, ending] of [
      ['unreachable', async () => {}],
      ['timeout', forever],
    ] as const) {
      network = new MemoryNetwork({ clock, random: new SeededRandom('network') })
      const channel = await channelTo(async (channel) => {
        await request(channel)
        await reply(channel, { get: { sizeBytes: 500_000, lengthBytes: 500_000 } })
        await channel.send(bytes.subarray(0, 400_000))
        await ending()
      })
      const found = await clock.drive(get(channel, { cid, offset: 0, lengthBytes: 500_000 }, { clock }))
      await refusal(code, Array.fromAsync(found.body))
      await clock.advance(10)
      assert.ok(code === 'unreachable' || channel.broken, 'a stalled stream is given up')
    }
  })

  it('a slow consumer of what was got is not taken for a slow worker', async () => {
    const channel = await channelTo(async (channel) => {
      await request(channel)
      await reply(channel, { get: { sizeBytes: 500_000, lengthBytes: 500_000 } })
      await channel.send(bytes)
    })
    const reading = (async () => {
      const found = await get(channel, { cid, offset: 0, lengthBytes: 0 }, { clock })
      const slices: Uint8Array[] = []
      for await (const slice of found.body) {
        slices.push(slice)
        await sleep(clock, 2 * STALL_MS)
      }
      return Buffer.concat(slices)
    })()
    assert.ok((await clock.drive(reading)).equals(bytes))
  })

  it('a put that makes no progress is given up after the patience for the whole chain, wherever it stands', async () => {
    const stages: [string, (channel: Channel) => Promise<void>][] = [
      ['nothing is read', forever],
      ['some is read', async (channel) => void (await take(channel, 200_000))],
      ['all is read, nothing answered', async (channel) => void (await take(channel, 500_000))],
    ]
    const patienceMs = STALL_MS + 2 * HOP_STALL_MS
    for (const [name, stage] of stages) {
      network = new MemoryNetwork({ clock, random: new SeededRandom('network'), bufferBytesMax: 128 * 1024 })
      const channel = await channelTo(async (channel) => {
        await request(channel)
        await stage(channel)
        await forever()
      })
      const startMs = clock.now()
      await refusal('timeout', put(channel, order, bytes, { clock }))
      const tookMs = clock.now() - startMs
      assert.ok(tookMs >= patienceMs && tookMs <= NOTICED_MS * patienceMs, `${name}: ${tookMs} ms`)
    }
  })

  it('words of progress keep a put alive, and nothing else does', async () => {
    const channel = await channelTo(async (channel) => {
      await request(channel)
      await take(channel, 500_000)
      for (let i = 0; i < 30; i++) {
        await sleep(clock, 1_000)
        await reply(channel, { progress: {} })
      }
      await reply(channel, { put: { outcomes: [] } })
      await request(channel)
      await reply(channel, { progress: {} })
    })
    let moved = 0
    assert.deepEqual(await clock.drive(put(channel, order, bytes, { clock, onProgress: () => moved++ })), [])
    // And its two slices.
    assert.equal(moved, 30 + 2)
    await refusal('unreachable', stat(channel, [cid], { clock }))
  })

  it('a body that is slow to come is not held against the worker, one that fails is thrown', async () => {
    const channel = await channelTo(async (channel) => {
      await request(channel)
      await take(channel, 500_000)
      await reply(channel, { put: { outcomes: [] } })
      await forever()
    })
    const slow = (async function* () {
      yield bytes.subarray(0, 10_000)
      await sleep(clock, 10 * STALL_MS)
      yield bytes.subarray(10_000)
    })()
    assert.deepEqual(await clock.drive(put(channel, order, slow, { clock })), [])
    const failing = (async function* () {
      yield bytes.subarray(0, 1000)
      throw new HiroError('io', 'cannot read on')
    })()
    await refusal('io', put(channel, order, failing, { clock }))
  })

  it('is interrupted by its signal, at once', async () => {
    for (const work of [
      async (channel: Channel, signal: AbortSignal) => await put(channel, order, bytes, { clock, signal }),
      async (channel: Channel, signal: AbortSignal) =>
        await get(channel, { cid, offset: 0, lengthBytes: 0 }, { clock, signal }),
    ]) {
      network = new MemoryNetwork({ clock, random: new SeededRandom('network') })
      const channel = await channelTo(forever)
      const controller = new AbortController()
      clock.after(1_000, () => controller.abort())
      const startMs = clock.now()
      await refusal('aborted', work(channel, controller.signal))
      assert.equal(clock.now() - startMs, 1_000)
      await clock.advance(10)
      assert.ok(channel.broken)
    }
  })
})
