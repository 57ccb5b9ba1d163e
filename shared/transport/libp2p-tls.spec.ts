import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { noise } from '@chainsafe/libp2p-noise'
import type { ConnectionEncrypter } from '@libp2p/interface'
import { tcp } from '@libp2p/tcp'
import { tls } from '@libp2p/tls'
import { yamux } from '@libp2p/yamux'
import { multiaddr } from '@multiformats/multiaddr'
import { pipe } from 'it-pipe'
import { createLibp2p, type Libp2p } from 'libp2p'
import { sleep } from '../clock/sleep.ts'
import { systemClock } from '../clock/system-clock.ts'
import { newIdentity } from '../identity.ts'
import { SeededRandom } from '../random/seeded-random.ts'
import { startLibp2pTransport } from './libp2p-transport.ts'
import type { Transport } from './transport.ts'

const PROTOCOL = '/echo/1'
const MIB = 2 ** 20

describe('connections of a node with TLS', () => {
  const random = new SeededRandom('tls')
  let server: Transport
  const others: { stop(): unknown }[] = []

  beforeEach(async () => {
    server = await startLibp2pTransport({
      identity: newIdentity(random),
      listen: ['/ip4/127.0.0.1/tcp/0'],
      clock: systemClock,
    })
    server.handle(PROTOCOL, async (stream) => await pipe(stream, stream))
  })
  afterEach(async () => {
    for (const other of [server, ...others.splice(0)]) await other.stop()
  })

  async function another(
    encrypter: (components: never) => ConnectionEncrypter,
    listen: string[] = [],
  ): Promise<Libp2p> {
    const node = await createLibp2p({
      transports: [tcp()],
      addresses: { listen },
      connectionEncrypters: [encrypter as () => ConnectionEncrypter],
      streamMuxers: [yamux()],
    })
    others.push(node)
    return node
  }

  const encrypters = { "libp2p's own TLS": tls(), noise: noise() } as const
  for (const [name, encrypter] of Object.entries(encrypters)) {
    it(`a libp2p with ${name} and nothing else dials it, and is dialled by it`, async () => {
      const node = await another(encrypter, ['/ip4/127.0.0.1/tcp/0'])
      const connection = await node.dial(
        server.addresses().map((address) => multiaddr(`${address}/p2p/${server.self}`)),
      )
      assert.equal(String(connection.remotePeer), server.self)
      await connection.close()
      let got = 0
      await node.handle(PROTOCOL, async (stream) => {
        for await (const bytes of stream) got += bytes.byteLength
      })
      const client = await startLibp2pTransport({ identity: newIdentity(random), listen: [], clock: systemClock })
      others.push(client)
      const peer = {
        id: String(node.peerId),
        addresses: node.getMultiaddrs().map((address) => String(address.decapsulate('/p2p'))),
      }
      const stream = await client.open(peer, PROTOCOL, {})
      await stream.sink([random.bytes(MIB)])
      while (got < MIB) await sleep(systemClock, 10)
      assert.equal(got, MIB)
    })
  }

  it('a peer that chose TLS and then sends something else is dropped, and harms nobody', async () => {
    const { host = '', port = 0 } =
      /ip4\/(?<host>[^/]+)\/tcp\/(?<port>\d+)/.exec(server.addresses()[0] ?? '')?.groups ?? {}
    const line = (text: string): Buffer => Buffer.concat([Buffer.from([text.length + 1]), Buffer.from(`${text}\n`)])
    const closed = Promise.withResolvers<void>()
    const socket = connect(Number(port), host)
    socket.on('error', () => {})
    socket.on('close', () => closed.resolve())
    socket.write(Buffer.concat([line('/multistream/1.0.0'), line('/tls/1.0.0'), random.bytes(100_000)]))
    await closed.promise
    const client = await startLibp2pTransport({ identity: newIdentity(random), listen: [], clock: systemClock })
    others.push(client)
    const stream = await client.open({ id: server.self, addresses: server.addresses() }, PROTOCOL, {})
    stream.abort(new Error('that will do'))
  })
})
