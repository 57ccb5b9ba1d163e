import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { pipe } from 'it-pipe'
import type { Clock } from '../clock/clock.ts'
import { sleep } from '../clock/sleep.ts'
import { systemClock } from '../clock/system-clock.ts'
import { hasCode } from '../errors.ts'
import { type Identity, newIdentity } from '../identity.ts'
import { systemRandom } from '../random/system-random.ts'
import { startLibp2pTransport } from './libp2p-transport.ts'
import { addressOf, digest, endless, failureOf, never } from './suite-bytes.ts'
import type { PeerAddress, Transport } from './transport.ts'

const ECHO = '/hiro/echo/1'

describe('libp2p transport: what happens to real processes', function () {
  this.timeout(30_000)
  const transports: Transport[] = []
  const children: ChildProcess[] = []

  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    await Promise.all(transports.splice(0).map((transport) => transport.stop()))
  })

  async function start(
    options: { listen?: string[]; identity?: Identity; clock?: Clock; announce?: string[] } = {},
  ): Promise<Transport> {
    const transport = await startLibp2pTransport({
      identity: newIdentity(systemRandom),
      listen: [],
      clock: systemClock,
      ...options,
    })
    transports.push(transport)
    return transport
  }

  const loopback = { listen: ['/ip4/127.0.0.1/tcp/0'] }

  async function startChild(): Promise<{ child: ChildProcess; peer: PeerAddress }> {
    const child = spawn(process.execPath, [fileURLToPath(new URL('./killed-peer.ts', import.meta.url))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    assert.ok(child.stdout)
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    return { child, peer: JSON.parse(line.toString()) as PeerAddress }
  }

  it('a process killed while it sends, reads or idles is an error on all its streams', async () => {
    for (let round = 0; round < 4; round++) {
      const { child, peer } = await startChild()
      const client = await start()
      const [sends, reads, idles] = await Promise.all(
        ['sends', 'reads', 'idles'].map((what) => client.open(peer, `/hiro/${what}/1`, {})),
      )
      assert.ok(sends && reads && idles)
      const broken = Promise.all(
        [digest(sends.source), reads.sink(endless(0)), idles.sink(never()), digest(idles.source)].map(failureOf),
      )
      await sleep(systemClock, 30 * round)
      child.kill('SIGKILL')
      for (const failure of await broken) assert.ok(hasCode(failure, 'unreachable'), `round ${round}: ${failure}`)
    }
  })

  it('a process that gives no sign of life: the connection is dropped for all who have a stream over it', async () => {
    const hurried: Clock = {
      now: () => systemClock.now(),
      after: (delayMs, fire) => systemClock.after(delayMs / 20, fire),
    }
    const { child, peer } = await startChild()
    const client = await start({ clock: hurried })
    const stream = await client.open(peer, '/hiro/idles/1', {})
    const reading = failureOf(digest(stream.source))
    child.kill('SIGSTOP')
    assert.ok(hasCode(await reading, 'unreachable'))
    assert.ok(hasCode(await failureOf(client.open(peer, '/hiro/idles/1', { timeoutMs: 2000 })), 'unreachable'))
    child.kill('SIGCONT')
    assert.ok(await client.open(peer, '/hiro/idles/1', {}))
  })

  it('a busy process that answers late keeps its connection', async () => {
    const { child, peer } = await startChild()
    const client = await start()
    const stream = await client.open(peer, '/hiro/sends/1', {})
    const received = stream.source[Symbol.asyncIterator]()
    child.kill('SIGSTOP')
    assert.ok(hasCode(await failureOf(client.open(peer, '/hiro/idles/1', { timeoutMs: 100 })), 'unreachable'))
    child.kill('SIGCONT')
    for (let slices = 0; slices < 1000; slices++) assert.ok(!(await received.next()).done)
  })

  it('a peer that restarts at its address is reached at once, each time', async () => {
    const client = await start()
    const identity = newIdentity(systemRandom)
    let listen = loopback.listen
    for (let round = 0; round < 6; round++) {
      const server = await start({ identity, listen })
      server.handle(ECHO, (stream) => pipe(stream, stream))
      listen = [...server.addresses()]
      const stream = await client.open(addressOf(server), ECHO, {})
      const [echoed] = await Promise.all([digest(stream.source), stream.sink([Buffer.from('x')])])
      assert.equal(echoed.bytes, 1)
      await server.stop()
    }
  })

  it('thirty peers that connect in the same moment are all served', async () => {
    const server = await start(loopback)
    server.handle(ECHO, (stream) => pipe(stream, stream))
    const clients = await Promise.all(Array.from({ length: 30 }, () => start()))
    const echoes = await Promise.all(
      clients.map(async (client) => {
        const stream = await client.open(addressOf(server), ECHO, {})
        const [echoed] = await Promise.all([digest(stream.source), stream.sink([Buffer.from(client.self)])])
        return echoed.bytes
      }),
    )
    assert.ok(echoes.every((bytes) => bytes === server.self.length))
  })

  it('of several addresses one that works is enough', async () => {
    const server = await start(loopback)
    server.handle(ECHO, (stream) => pipe(stream, stream))
    const gone = await start(loopback)
    const addresses = [...gone.addresses(), '/ip4/127.0.0.1/udp/4001/quic-v1', ...server.addresses()]
    await gone.stop()
    const client = await start()
    assert.ok(await client.open({ id: server.self, addresses }, ECHO, {}))
  })

  it('an address or a peer id that is none is unreachable', async () => {
    const client = await start()
    const server = await start(loopback)
    for (const peer of [
      { id: server.self, addresses: ['localhost:4001'] },
      { id: 'nobody', addresses: server.addresses() },
      { id: client.self, addresses: server.addresses() },
    ]) {
      assert.ok(hasCode(await failureOf(client.open(peer, ECHO, {})), 'unreachable'))
    }
    await client.disconnect('nobody')
  })

  it('an address that is taken cannot be listened on', async () => {
    const server = await start(loopback)
    assert.ok(hasCode(await failureOf(start({ listen: [...server.addresses()] })), 'unreachable'))
    assert.ok(hasCode(await failureOf(start({ listen: ['127.0.0.1'] })), 'unreachable'))
  })

  it('announced addresses are given out instead of those listened on', async () => {
    const announce = ['/dns4/worker.example/tcp/4001']
    const server = await start({ ...loopback, announce })
    assert.deepEqual(server.addresses(), announce)
    assert.deepEqual((await start()).addresses(), [])
    assert.match(String((await start(loopback)).addresses()), /^\/ip4\/127\.0\.0\.1\/tcp\/\d+$/)
  })
})
