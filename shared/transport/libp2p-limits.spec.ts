import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { noise } from '@chainsafe/libp2p-noise'
import type { MessageStream, StreamMuxerFactory } from '@libp2p/interface'
import { tcp } from '@libp2p/tcp'
import { yamux } from '@libp2p/yamux'
import { multiaddr } from '@multiformats/multiaddr'
import { pipe } from 'it-pipe'
import { createLibp2p } from 'libp2p'
import { systemClock } from '../clock/system-clock.ts'
import { newIdentity } from '../identity.ts'
import { systemRandom } from '../random/system-random.ts'
import { startLibp2pTransport } from './libp2p-transport.ts'
import { addressOf, collect } from './suite-bytes.ts'
import type { Transport } from './transport.ts'

const ECHO = '/hiro/echo/1'
const MIB = 2 ** 20

describe('libp2p transport: peers that mean harm', function () {
  this.timeout(60_000)
  let server: Transport
  const ends: (() => unknown)[] = []

  beforeEach(async () => {
    const limits = { handshakesMax: 32, strangersMax: 8 }
    const listen = ['/ip4/127.0.0.1/tcp/0']
    server = await startLibp2pTransport({ identity: newIdentity(systemRandom), listen, clock: systemClock, limits })
    server.handle(ECHO, (stream) => pipe(stream, stream))
  })
  afterEach(async () => {
    for (const end of ends.splice(0)) await end()
    await server.stop()
  })

  async function peer(): Promise<Transport> {
    const transport = await startLibp2pTransport({
      identity: newIdentity(systemRandom),
      listen: [],
      clock: systemClock,
    })
    ends.push(() => transport.stop())
    return transport
  }

  async function works(transport: Transport): Promise<void> {
    const stream = await transport.open(addressOf(server), ECHO, {})
    const [echoed] = await Promise.all([collect(stream.source), stream.sink([Buffer.from('x')])])
    assert.equal(Buffer.concat(echoed).toString(), 'x')
  }

  function socket(): Socket {
    const [, , host, , port] = String(server.addresses()[0]).split('/')
    const socket = connect(Number(port), host)
    socket.on('error', () => {})
    ends.push(() => socket.destroy())
    return socket
  }

  /** A connection over which whatever bytes go instead of the muxer's. */
  async function rawConnection(): Promise<{ raw: MessageStream; closed: Promise<unknown> }> {
    let raw: MessageStream | undefined
    const inner = yamux({ enableKeepAlive: false })()
    const capturing: StreamMuxerFactory = {
      protocol: inner.protocol,
      createStreamMuxer: (connection) => {
        raw = connection
        return inner.createStreamMuxer(connection)
      },
    }
    const node = await createLibp2p({
      transports: [tcp()],
      connectionEncrypters: [noise()],
      streamMuxers: [() => capturing],
      connectionMonitor: { enabled: false },
    })
    ends.push(() => node.stop())
    const connection = await node.dial(multiaddr(`${server.addresses()[0]}/p2p/${server.self}`))
    const closing = Promise.withResolvers<unknown>()
    connection.addEventListener('close', closing.resolve, { once: true })
    const closed = closing.promise
    assert.ok(raw)
    return { raw, closed }
  }

  it('hundreds of sockets that never shake hands: whoever means well gets in, and the oldest sockets are closed', async () => {
    const sockets = Array.from({ length: 300 }, socket)
    await Promise.all(sockets.map((one) => once(one, 'connect')))
    await works(await peer())
    // Read, or a close is never noticed.
    await Promise.all(sockets.slice(0, 200).map((one) => one.closed || once(one.resume(), 'close')))
  })

  it('more strangers than there are places: a member keeps its connection, and newcomers get in', async () => {
    const member = await peer()
    await works(member)
    server.admit(member.self)
    const stream = await member.open(addressOf(server), ECHO, {})
    const strangers = await Promise.all(Array.from({ length: 20 }, peer))
    for (const stranger of strangers) await works(stranger)
    const [echoed] = await Promise.all([collect(stream.source), stream.sink([Buffer.from('still here')])])
    assert.equal(Buffer.concat(echoed).toString(), 'still here')
  })

  it('a hundred streams of a stranger are taken on one by one, so that a member at work has most of the time', async () => {
    const [member, stranger] = [await peer(), await peer()]
    await works(member)
    server.admit(member.self)
    await works(stranger)
    let takenOn = 0
    server.handle('/hiro/flood/1', async (stream) => {
      takenOn++
      await stream.sink([])
    })
    // Nothing of it has arrived when the member begins.
    const flood = Array.from({ length: 100 }, () => stranger.open(addressOf(server), '/hiro/flood/1', {}))
    let worked = 0
    while (takenOn < 50) {
      await works(member)
      worked++
    }
    assert.ok(worked >= 10, `the member had ${worked} turns beside 50 of a stranger`)
    server.admit(stranger.self)
    await Promise.all(flood)
  })

  it('megabytes before the handshake is over are not read', async () => {
    const flooding = socket()
    await once(flooding, 'connect')
    flooding.write(Buffer.alloc(64 * MIB))
    const before = process.memoryUsage.rss()
    await works(await peer())
    assert.ok(process.memoryUsage.rss() - before < 48 * MIB)
    assert.ok(flooding.closed || flooding.writableLength > 48 * MIB)
  })

  it('a muxer frame that says it has 4 GiB ends its connection', async () => {
    const { raw, closed } = await rawConnection()
    const header = Buffer.alloc(12)
    header.writeUInt32BE(1, 4)
    header.writeUInt32BE(2 ** 32 - 1, 8)
    raw.send(header)
    await closed
    await works(await peer())
  })

  it('pings without end end their connection', async () => {
    const { raw, closed } = await rawConnection()
    const ping = Buffer.alloc(12)
    ping.writeUInt8(2, 1)
    ping.writeUInt16BE(1, 2)
    for (let at = 0; at < 1_000 && raw.status === 'open'; at++) raw.send(Buffer.from(ping))
    await closed
    await works(await peer())
  })

  it('a peer that is gone is forgotten by the library, too', async () => {
    const { raw, closed } = await rawConnection()
    raw.abort(new Error('gone'))
    await closed
    await works(await peer())
  })
})
