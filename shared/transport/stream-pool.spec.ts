import assert from 'node:assert/strict'
import { SimulatedClock } from '../clock/simulated-clock.ts'
import { sleep } from '../clock/sleep.ts'
import { HiroError } from '../errors.ts'
import { SeededRandom } from '../random/seeded-random.ts'
import { encodeFrame } from './byte-reader.ts'
import { type Channel, channelHandler } from './channel.ts'
import { MemoryNetwork } from './memory-network.ts'
import { ChannelPool, type ChannelPoolOptions } from './stream-pool.ts'
import type { PeerAddress, Transport } from './transport.ts'

const PROTOCOL = '/hiro/pool/1'
const SERVER: PeerAddress = { id: 'server', addresses: ['/memory/1'] }

describe('ChannelPool', () => {
  let clock: SimulatedClock
  let network: MemoryNetwork
  let server: Transport
  /** What the server saw: streams opened, requests answered, streams that ended or broke. */
  let seen: { opened: number; requests: string[]; ended: number; broken: number }
  let answer: (channel: Channel, request: string) => Promise<void>

  beforeEach(() => {
    clock = new SimulatedClock()
    network = new MemoryNetwork({ clock, random: new SeededRandom('pool') })
    answer = (channel, request) => channel.send(encodeFrame(Buffer.from(`re: ${request}`)))
    seen = { opened: 0, requests: [], ended: 0, broken: 0 }
    server = startServer()
  })

  function startServer(): Transport {
    const transport = network.join(SERVER.id, SERVER.addresses[0])
    transport.handle(
      PROTOCOL,
      channelHandler(async (channel) => {
        seen.opened++
        try {
          await serve(channel)
          seen.ended++
        } catch (error) {
          seen.broken++
          throw error
        }
      }),
    )
    return transport
  }

  async function serve(channel: Channel): Promise<void> {
    for (;;) {
      const frame = await channel.reader.readFrame(1000)
      if (frame === undefined) return
      seen.requests.push(text(frame))
      await answer(channel, text(frame))
    }
  }

  function poolOf(options: Partial<ChannelPoolOptions> = {}): ChannelPool {
    return new ChannelPool(network.join('client'), PROTOCOL, { clock, idleMs: 1000, streamsPerPeerMax: 2, ...options })
  }

  const ask =
    (request: string) =>
    async (channel: Channel): Promise<string> => {
      await channel.send(encodeFrame(Buffer.from(request)))
      return text(await channel.reader.expectFrame(1000))
    }

  it('one request after the other goes over the same stream; it is closed when idle for long', async () => {
    const pool = poolOf()
    for (const request of ['a', 'b', 'c']) {
      assert.equal(await clock.drive(pool.use(SERVER, ask(request))), `re: ${request}`)
      await clock.advance(900)
    }
    assert.deepEqual(seen, { opened: 1, requests: ['a', 'b', 'c'], ended: 0, broken: 0 })
    await clock.advance(200)
    assert.equal(seen.ended, 1)
    assert.equal(await clock.drive(pool.use(SERVER, ask('d'))), 're: d')
    assert.equal(seen.opened, 2)
  })

  it('requests at once get streams of their own up to the limit; the others wait their turn', async () => {
    const pool = poolOf()
    let active = 0
    let activeMost = 0
    answer = async (channel, request) => {
      activeMost = Math.max(activeMost, ++active)
      await sleep(clock, 100)
      active--
      await channel.send(encodeFrame(Buffer.from(request)))
    }
    const requests = ['a', 'b', 'c', 'd', 'e']
    assert.deepEqual(
      await clock.drive(Promise.all(requests.map((request) => pool.use(SERVER, ask(request))))),
      requests,
    )
    assert.deepEqual(seen, { opened: 2, requests, ended: 0, broken: 0 })
    assert.equal(activeMost, 2)
  })

  it('a stream on which the work failed is not used again', async () => {
    const pool = poolOf()
    const failing = pool.use(SERVER, async () => {
      throw new HiroError('integrity', 'bad bytes')
    })
    await assert.rejects(clock.drive(failing), { code: 'integrity' })
    await clock.drive(pool.use(SERVER, ask('a')))
    assert.equal(seen.opened, 2)
  })

  it('work that fails by itself on a kept stream is not run again', async () => {
    const pool = poolOf()
    await clock.drive(pool.use(SERVER, ask('a')))
    let runs = 0
    const failing = pool.use(SERVER, async () => {
      runs++
      throw new HiroError('integrity', 'bad bytes')
    })
    await assert.rejects(clock.drive(failing), { code: 'integrity' })
    assert.equal(runs, 1)
  })

  it('a kept stream that died with the server is replaced by a new one once it is back', async () => {
    const pool = poolOf()
    await clock.drive(pool.use(SERVER, ask('a')))
    network.kill(SERVER.id)
    startServer()
    assert.equal(await clock.drive(pool.use(SERVER, ask('b'))), 're: b')
    assert.equal(seen.opened, 2)
  })

  it('a kept stream that the server ended in order is replaced as well', async () => {
    const pool = poolOf()
    let opened = 0
    server.handle(
      PROTOCOL,
      channelHandler(async (channel) => {
        opened++
        await channel.send(encodeFrame(await channel.reader.expectFrame(1000)))
      }),
    )
    assert.equal(await clock.drive(pool.use(SERVER, ask('a'))), 'a')
    await clock.advance(100)
    assert.equal(await clock.drive(pool.use(SERVER, ask('b'))), 'b')
    assert.equal(opened, 2)
  })

  it('a stream that breaks within a reply is not tried again: the request may have been answered', async () => {
    const pool = poolOf()
    await clock.drive(pool.use(SERVER, ask('a')))
    answer = async (channel) => {
      await channel.send(Buffer.from([0, 0]))
      throw new HiroError('io', 'broken in the middle')
    }
    await assert.rejects(clock.drive(pool.use(SERVER, ask('b'))), { code: 'unreachable' })
    assert.deepEqual(seen.requests, ['a', 'b'])
  })

  it('a new stream that fails is not tried again', async () => {
    const pool = poolOf()
    answer = async () => {
      throw new HiroError('io', 'broken')
    }
    await assert.rejects(clock.drive(pool.use(SERVER, ask('a'))), { code: 'unreachable' })
    assert.equal(seen.opened, 1)
  })

  it('a server that is silent: the deadline ends the request and its stream', async () => {
    const pool = poolOf()
    await clock.drive(pool.use(SERVER, ask('a')))
    network.partition('client', SERVER.id)
    await assert.rejects(clock.drive(pool.use(SERVER, ask('b'), { timeoutMs: 500 })), { code: 'timeout' })
    network.heal('client', SERVER.id)
    assert.equal(await clock.drive(pool.use(SERVER, ask('c'))), 're: c')
    assert.deepEqual(seen, { opened: 2, requests: ['a', 'b', 'c'], ended: 0, broken: 1 })
  })

  it('a caller that gives up while it waits for its turn leaves the queue', async () => {
    const pool = poolOf({ streamsPerPeerMax: 1 })
    answer = async () => {}
    const controller = new AbortController()
    const first = pool.use(SERVER, ask('a'), { timeoutMs: 1000 })
    const second = pool.use(SERVER, ask('b'), { signal: controller.signal })
    controller.abort()
    await assert.rejects(second, { code: 'aborted' })
    await assert.rejects(clock.drive(first), { code: 'timeout' })
    assert.deepEqual(seen.requests, ['a'])
  })

  it('every new stream is greeted, and dropped when the greeting fails', async () => {
    let greetings = 0
    const pool = poolOf({
      async greet(channel) {
        greetings++
        if ((await ask(`pass ${greetings}`)(channel)) === 're: pass 1') throw new HiroError('refused', 'old pass')
      },
    })
    await assert.rejects(clock.drive(pool.use(SERVER, ask('a'))), { code: 'refused' })
    await clock.drive(pool.use(SERVER, ask('b')))
    await clock.drive(pool.use(SERVER, ask('c')))
    assert.deepEqual(seen.requests, ['pass 1', 'pass 2', 'b', 'c'])
  })

  it('closed: idle streams end, and new requests are refused', async () => {
    const pool = poolOf()
    await clock.drive(pool.use(SERVER, ask('a')))
    pool.close()
    pool.close()
    await clock.advance(100)
    assert.equal(seen.ended, 1)
    await assert.rejects(clock.drive(pool.use(SERVER, ask('b'))), { code: 'unreachable' })
  })
})

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString()
}
