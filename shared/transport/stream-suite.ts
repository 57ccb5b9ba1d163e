import assert from 'node:assert/strict'
import { pipe } from 'it-pipe'
import type { Clock } from '../clock/clock.ts'
import { sleep } from '../clock/sleep.ts'
import { HiroError, hasCode } from '../errors.ts'
import { STREAM_BUFFER_BYTES_MAX } from './stream-limits.ts'
import {
  collect,
  counted,
  type Digest,
  digest,
  endless,
  failureOf,
  MIB,
  never,
  randomSlices,
  slowly,
  standsStill,
} from './suite-bytes.ts'
import { echoing, type Play, PROTOCOL } from './suite-peers.ts'
import type { ByteStream } from './transport.ts'

/** What holds for every stream: bytes, back-pressure, ends and breaks. */
export function streamSuite(plays: Play): void {
  plays('megabytes echoed come back whole and in order', async ({ server, open }) => {
    server.handle(PROTOCOL, (stream) => pipe(stream, stream))
    const stream = await open()
    const sent = randomSlices(8 * MIB)
    const [received] = await Promise.all([digest(stream.source), stream.sink(sent)])
    assert.deepEqual(received, await digest(sent))
  })

  plays('both ends know each other and the protocol', async ({ server, client, open }) => {
    const seen = Promise.withResolvers<ByteStream>()
    server.handle(PROTOCOL, async (stream) => seen.resolve(stream))
    const stream = await open()
    const served = await seen.promise
    assert.deepEqual([stream.remotePeer, stream.protocol], [server.self, PROTOCOL])
    assert.deepEqual([served.remotePeer, served.protocol], [client.self, PROTOCOL])
  })

  plays('a server that does not read holds the client back', async ({ network, server, open }) => {
    const read = Promise.withResolvers<void>()
    const received = Promise.withResolvers<Digest>()
    server.handle(PROTOCOL, async (stream) => {
      await read.promise
      received.resolve(await digest(stream.source))
    })
    const stream = await open()
    await heldBack(network.clock, stream, read, received.promise)
  })

  plays('a client that does not read holds the server back', async ({ network, server, open }) => {
    const read = Promise.withResolvers<void>()
    const done = Promise.withResolvers<void>()
    const received = Promise.withResolvers<Digest>()
    server.handle(PROTOCOL, async (stream) => {
      await heldBack(network.clock, stream, read, received.promise).then(done.resolve, done.reject)
    })
    const stream = await open()
    const ended = stream.sink([])
    await read.promise
    received.resolve(await digest(stream.source))
    await Promise.all([ended, done.promise])
  })

  plays('a reader that is slow for as long as it reads gets everything', async ({ server, network, open }) => {
    const received = Promise.withResolvers<Digest>()
    server.handle(PROTOCOL, async (stream) => received.resolve(await digest(slowly(network.clock, stream.source))))
    const stream = await open()
    const sent = randomSlices(24 * MIB)
    await stream.sink(sent)
    assert.deepEqual(await received.promise, await digest(sent))
  })

  plays('the client ends its side and still gets the answer', async ({ server, open }) => {
    server.handle(PROTOCOL, async (stream) => {
      const { bytes } = await digest(stream.source)
      await stream.sink([Buffer.from(`${bytes} bytes`)])
    })
    const stream = await open()
    await stream.sink(randomSlices(MIB))
    assert.equal(Buffer.concat(await collect(stream.source)).toString(), `${MIB} bytes`)
  })

  plays('a stream that the client aborts is broken for the server, never ended', async ({ server, network, open }) => {
    for (let round = 0; round < 12; round++) {
      const outcome = Promise.withResolvers<unknown>()
      server.handle(PROTOCOL, async (stream) => outcome.resolve(await failureOf(digest(stream.source))))
      const stream = await open()
      const sent = failureOf(stream.sink(endless(round)))
      await sleep(network.clock, round)
      stream.abort(new Error('had enough'))
      assert.ok(hasCode(await outcome.promise, 'unreachable'), `round ${round}: ${await outcome.promise}`)
      assert.ok(await sent, 'the sink of an aborted stream rejects')
    }
  })

  plays('a stream that the server aborts is broken for the client, never ended', async ({ server, network, open }) => {
    for (let round = 0; round < 12; round++) {
      server.handle(PROTOCOL, async (stream) => {
        const sent = failureOf(stream.sink(endless(round)))
        await sleep(network.clock, round)
        stream.abort(new HiroError('no-room', 'disk full'))
        await sent
      })
      const stream = await open()
      const sent = failureOf(stream.sink(never()))
      const failure = await failureOf(digest(stream.source))
      assert.ok(hasCode(failure, 'unreachable'), `round ${round}: ${failure}`)
      assert.ok(hasCode(await sent, 'unreachable'), 'a sink that waits for its source notices as well')
    }
  })

  plays('a handler that throws breaks its stream and nothing else', async (peers) => {
    const { server, open } = peers
    const kept = await echoing(peers, '/hiro/echo/1')
    server.handle(PROTOCOL, async () => {
      throw new HiroError('refused', 'no pass')
    })
    const failure = await failureOf(open().then((stream) => digest(stream.source)))
    assert.ok(hasCode(failure, 'unreachable'), String(failure))
    await kept.works()
  })

  plays(
    'a handler that is done ends its side, and breaks the stream of a peer that goes on',
    async ({ server, open }) => {
      server.handle(PROTOCOL, async () => {})
      const stream = await open()
      const sent = failureOf(stream.sink(endless(0)))
      assert.equal((await digest(stream.source)).bytes, 0)
      assert.ok(hasCode(await sent, 'unreachable'))
    },
  )

  plays(
    'a source that throws breaks the stream for the peer and rejects the sink with its error',
    async ({ server, open }) => {
      const outcome = Promise.withResolvers<unknown>()
      server.handle(PROTOCOL, async (stream) => outcome.resolve(await failureOf(digest(stream.source))))
      const stream = await open()
      const failing = async function* (): AsyncGenerator<Uint8Array> {
        yield Buffer.from('first')
        throw new HiroError('io', 'disk gone')
      }
      assert.ok(hasCode(await failureOf(stream.sink(failing())), 'io'))
      assert.ok(hasCode(await outcome.promise, 'unreachable'))
    },
  )

  plays('a reader that leaves early can still write', async ({ server, open }) => {
    server.handle(PROTOCOL, async (stream) => {
      for await (const _ of stream.source) break
      await stream.sink([Buffer.from('enough')])
    })
    const stream = await open()
    const sent = stream.sink(randomSlices(16 * MIB))
    assert.equal(Buffer.concat(await collect(stream.source)).toString(), 'enough')
    await sent
  })
}

/** Sends 24 MiB, sees it stop, and go on when the other end reads. */
async function heldBack(
  clock: Clock,
  stream: ByteStream,
  read: PromiseWithResolvers<void>,
  received: Promise<Digest>,
): Promise<void> {
  const slices = randomSlices(24 * MIB)
  const drawn = counted(slices)
  const sent = stream.sink(drawn.source)
  await standsStill(clock, () => drawn.bytes())
  const bytesAhead = drawn.bytes()
  read.resolve()
  await sent
  assert.ok(bytesAhead <= STREAM_BUFFER_BYTES_MAX + MIB, `${bytesAhead} bytes went out unread`)
  assert.deepEqual(await received, await digest(slices))
}
