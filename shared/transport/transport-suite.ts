import assert from 'node:assert/strict'
import { pipe } from 'it-pipe'
import { sleep } from '../clock/sleep.ts'
import { hasCode } from '../errors.ts'
import { streamSuite } from './stream-suite.ts'
import { addressOf, collect, digest, failureOf, never, randomSlices } from './suite-bytes.ts'
import { echoing, PROTOCOL, playsOn, type TransportNetwork, type TwoPeers } from './suite-peers.ts'
import type { ByteStream } from './transport.ts'

/** What every engine of the Transport port must do. */
export function transportSuite(engine: string, makeNetwork: () => TransportNetwork): void {
  describe(`transport: ${engine}`, function () {
    this.timeout(20_000)
    const plays = playsOn(makeNetwork)

    streamSuite(plays)

    plays('a protocol that nobody serves is unknown', async ({ open }) => {
      assert.ok(hasCode(await failureOf(open('/hiro/suite/99')), 'version-unknown'))
    })

    plays('a peer that is gone is unreachable', async ({ server, client }) => {
      const gone = addressOf(server)
      await server.stop()
      assert.ok(hasCode(await failureOf(client.open(gone, PROTOCOL, {})), 'unreachable'))
    })

    plays('a peer without address or connection is unreachable', async ({ server, client }) => {
      assert.ok(hasCode(await failureOf(server.open({ id: client.self, addresses: [] }, PROTOCOL, {})), 'unreachable'))
    })

    plays('a peer that only dialled is reached over its own connection', async (peers) => {
      const { server, client } = peers
      await echoing(peers, '/hiro/echo/1')
      client.handle(PROTOCOL, (stream) => pipe(stream, stream))
      const stream = await server.open({ id: client.self, addresses: [] }, PROTOCOL, {})
      await stream.sink([Buffer.from('back')])
      assert.equal(Buffer.concat(await collect(stream.source)).toString(), 'back')
    })

    plays('someone else at the address is refused', async ({ server, client, network }) => {
      server.handle(PROTOCOL, (stream) => pipe(stream, stream))
      const other = await network.join({ listens: false })
      const impostor = { id: other.self, addresses: server.addresses() }
      assert.ok(hasCode(await failureOf(client.open(impostor, PROTOCOL, {})), 'unreachable'))
    })

    plays('an interrupted open throws what it was interrupted with', async ({ server, client }) => {
      server.handle(PROTOCOL, (stream) => pipe(stream, stream))
      const controller = new AbortController()
      const opening = failureOf(client.open(addressOf(server), PROTOCOL, { signal: controller.signal }))
      controller.abort()
      assert.ok(hasCode(await opening, 'aborted'))
      assert.ok(
        hasCode(await failureOf(client.open(addressOf(server), PROTOCOL, { signal: controller.signal })), 'aborted'),
      )
    })

    plays('stopping breaks the streams of both ends', async (peers) => {
      const { server, client } = peers
      const failures = await heldOpen(peers)
      await server.stop()
      await server.stop()
      for (const failure of await failures()) assert.ok(hasCode(failure, 'unreachable'), String(failure))
      assert.ok(hasCode(await failureOf(server.open(addressOf(client), PROTOCOL, {})), 'unreachable'))
    })

    plays('disconnecting breaks the streams of both ends, and a new one can be opened', async (peers) => {
      const { server, client } = peers
      const failures = await heldOpen(peers)
      await client.disconnect(server.self)
      await client.disconnect(server.self)
      for (const failure of await failures()) assert.ok(hasCode(failure, 'unreachable'), String(failure))
      await (await echoing(peers, PROTOCOL)).works()
    })

    plays('of one peer so many streams of a protocol are served, and one more when one is over', async (peers) => {
      const { server, client, open } = peers
      const served: ByteStream[] = []
      const hold = async (stream: ByteStream): Promise<void> => {
        served.push(stream)
        await digest(stream.source)
      }
      server.handle(PROTOCOL, hold, { streamsPerPeerMax: 2 })
      const streams = [await open(), await open()]
      for (const stream of streams) stream.sink(never()).catch(() => {})
      // Refused while it is opened, or right after, as engines differ.
      const more = await open().catch(() => undefined)
      await sleep(peers.network.clock, 100)
      assert.equal(served.length, 2)
      if (more !== undefined) assert.ok(hasCode(await failureOf(digest(more.source)), 'unreachable'))
      const other = await peers.network.join({ listens: false })
      await other.open(addressOf(server), PROTOCOL, {})
      streams[0]?.abort(new Error('over'))
      // When the end of a stream arrives is the network's affair.
      while (served.length < 4) {
        await client.open(addressOf(server), PROTOCOL, {}).catch(() => {})
        await sleep(peers.network.clock, 100)
      }
    })

    plays(
      'two hundred streams at once, the first ones while the peers are still connecting',
      async ({ server, open }) => {
        server.handle(PROTOCOL, (stream) => pipe(stream, stream))
        const echoOne = async (index: number): Promise<void> => {
          const stream = await open()
          const sent = randomSlices(64 * 1024, index)
          const [received] = await Promise.all([digest(stream.source), stream.sink(sent)])
          assert.deepEqual(received, await digest(sent))
        }
        await Promise.all(Array.from({ length: 200 }, (_, index) => echoOne(index)))
      },
    )
  })
}

/** How reading and writing end, at both ends of a stream over which nothing goes. */
async function heldOpen({ server, open }: TwoPeers): Promise<() => Promise<unknown[]>> {
  const served = Promise.withResolvers<ByteStream>()
  server.handle(PROTOCOL, async (stream) => {
    served.resolve(stream)
    await new Promise(() => {})
  })
  const ends = [await open(), await served.promise]
  const failures = ends.flatMap((end) => [digest(end.source), end.sink(never())].map(failureOf))
  return () => Promise.all(failures)
}
