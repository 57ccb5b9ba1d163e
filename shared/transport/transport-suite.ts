import assert from 'node:assert/strict'
import { pipe } from 'it-pipe'
import type { Clock } from '../clock/clock.ts'
import { sleep } from '../clock/sleep.ts'
import { HiroError, hasCode } from '../errors.ts'
import { STREAM_BUFFER_BYTES_MAX } from './stream-limits.ts'
import {
  addressOf,
  collect,
  counted,
  type Digest,
  digest,
  endless,
  failureOf,
  MIB,
  never,
  randomSlices,
  standsStill,
} from './suite-bytes.ts'
import type { ByteStream, Transport } from './transport.ts'

/** What an engine brings to the suite: one network per test. */
export interface TransportNetwork {
  readonly clock: Clock
  /** A new peer that listens, or one that only dials. */
  join(options?: { listens: boolean }): Promise<Transport>
  /** Runs a test's work; a simulated clock has to be driven meanwhile. */
  drive<T>(work: Promise<T>): Promise<T>
  stop(): Promise<void>
}

const PROTOCOL = '/hiro/suite/1'

/** What every engine of the Transport port must do. */
export function transportSuite(engine: string, makeNetwork: () => TransportNetwork): void {
  describe(`transport: ${engine}`, function () {
    this.timeout(20_000)
    let network: TransportNetwork
    let server: Transport
    let client: Transport

    /** A test whose body runs while the engine's clock does. */
    const plays = (failure: string, body: () => Promise<void>): void => {
      it(failure, () => network.drive(body()))
    }

    beforeEach(async () => {
      network = makeNetwork()
      await network.drive(
        (async () => {
          server = await network.join()
          client = await network.join({ listens: false })
        })(),
      )
    })

    afterEach(() => network.drive(network.stop()))

    const open = (protocol = PROTOCOL): Promise<ByteStream> => client.open(addressOf(server), protocol, {})

    plays('megabytes echoed come back whole and in order', async () => {
      server.handle(PROTOCOL, (stream) => pipe(stream, stream))
      const stream = await open()
      const sent = randomSlices(8 * MIB)
      const [received] = await Promise.all([digest(stream.source), stream.sink(sent)])
      assert.deepEqual(received, await digest(sent))
    })

    plays('both ends know each other and the protocol', async () => {
      const seen = Promise.withResolvers<ByteStream>()
      server.handle(PROTOCOL, async (stream) => seen.resolve(stream))
      const stream = await open()
      const served = await seen.promise
      assert.deepEqual([stream.remotePeer, stream.protocol], [server.self, PROTOCOL])
      assert.deepEqual([served.remotePeer, served.protocol], [client.self, PROTOCOL])
    })

    plays('a server that does not read holds the client back', async () => {
      const read = Promise.withResolvers<void>()
      const received = Promise.withResolvers<Digest>()
      server.handle(PROTOCOL, async (stream) => {
        await read.promise
        received.resolve(await digest(stream.source))
      })
      const stream = await open()
      await heldBack(stream, read, received.promise)
    })

    plays('a client that does not read holds the server back', async () => {
      const read = Promise.withResolvers<void>()
      const done = Promise.withResolvers<void>()
      const received = Promise.withResolvers<Digest>()
      server.handle(PROTOCOL, async (stream) => {
        await heldBack(stream, read, received.promise).then(done.resolve, done.reject)
      })
      const stream = await open()
      const ended = stream.sink([])
      await read.promise
      received.resolve(await digest(stream.source))
      await Promise.all([ended, done.promise])
    })

    /** Sends 24 MiB, sees it stop, and go on when the other end reads. */
    async function heldBack(
      stream: ByteStream,
      read: PromiseWithResolvers<void>,
      received: Promise<Digest>,
    ): Promise<void> {
      const slices = randomSlices(24 * MIB)
      const drawn = counted(slices)
      const sent = stream.sink(drawn.source)
      await standsStill(network.clock, () => drawn.bytes())
      const bytesAhead = drawn.bytes()
      read.resolve()
      await sent
      assert.ok(bytesAhead <= STREAM_BUFFER_BYTES_MAX + MIB, `${bytesAhead} bytes went out unread`)
      assert.deepEqual(await received, await digest(slices))
    }

    plays('the client ends its side and still gets the answer', async () => {
      server.handle(PROTOCOL, async (stream) => {
        const { bytes } = await digest(stream.source)
        await stream.sink([Buffer.from(`${bytes} bytes`)])
      })
      const stream = await open()
      await stream.sink(randomSlices(MIB))
      assert.equal(Buffer.concat(await collect(stream.source)).toString(), `${MIB} bytes`)
    })

    plays('a stream that the client aborts is broken for the server, never ended', async () => {
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

    plays('a stream that the server aborts is broken for the client, never ended', async () => {
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

    plays('a handler that throws breaks its stream and nothing else', async () => {
      const kept = await echoing('/hiro/echo/1')
      server.handle(PROTOCOL, async () => {
        throw new HiroError('refused', 'no pass')
      })
      const failure = await failureOf(open().then((stream) => digest(stream.source)))
      assert.ok(hasCode(failure, 'unreachable'), String(failure))
      await kept.works()
    })

    plays('a handler that is done ends its side, and breaks the stream of a peer that goes on', async () => {
      server.handle(PROTOCOL, async () => {})
      const stream = await open()
      const sent = failureOf(stream.sink(endless(0)))
      assert.equal((await digest(stream.source)).bytes, 0)
      assert.ok(hasCode(await sent, 'unreachable'))
    })

    plays('a source that throws breaks the stream for the peer and rejects the sink with its error', async () => {
      const outcome = Promise.withResolvers<unknown>()
      server.handle(PROTOCOL, async (stream) => outcome.resolve(await failureOf(digest(stream.source))))
      const stream = await open()
      const failing = async function* (): AsyncGenerator<Uint8Array> {
        yield Buffer.from('first')
        throw new HiroError('io', 'disk gone')
      }
      assert.ok(hasCode(await failureOf(stream.sink(failing())), 'io'))
      assert.ok(hasCode(await outcome.promise, 'unreachable'))
    })

    plays('a reader that leaves early can still write', async () => {
      server.handle(PROTOCOL, async (stream) => {
        for await (const _ of stream.source) break
        await stream.sink([Buffer.from('enough')])
      })
      const stream = await open()
      const sent = stream.sink(randomSlices(16 * MIB))
      assert.equal(Buffer.concat(await collect(stream.source)).toString(), 'enough')
      await sent
    })

    plays('a protocol that nobody serves is unknown', async () => {
      assert.ok(hasCode(await failureOf(open('/hiro/suite/99')), 'version-unknown'))
    })

    plays('a peer that is gone is unreachable', async () => {
      const gone = addressOf(server)
      await server.stop()
      assert.ok(hasCode(await failureOf(client.open(gone, PROTOCOL, {})), 'unreachable'))
    })

    plays('a peer without address or connection is unreachable', async () => {
      assert.ok(hasCode(await failureOf(server.open({ id: client.self, addresses: [] }, PROTOCOL, {})), 'unreachable'))
    })

    plays('a peer that only dialled is reached over its own connection', async () => {
      await echoing('/hiro/echo/1')
      client.handle(PROTOCOL, (stream) => pipe(stream, stream))
      const stream = await server.open({ id: client.self, addresses: [] }, PROTOCOL, {})
      await stream.sink([Buffer.from('back')])
      assert.equal(Buffer.concat(await collect(stream.source)).toString(), 'back')
    })

    plays('someone else at the address is refused', async () => {
      server.handle(PROTOCOL, (stream) => pipe(stream, stream))
      const other = await network.join({ listens: false })
      const impostor = { id: other.self, addresses: server.addresses() }
      assert.ok(hasCode(await failureOf(client.open(impostor, PROTOCOL, {})), 'unreachable'))
    })

    plays('an interrupted open throws what it was interrupted with', async () => {
      server.handle(PROTOCOL, (stream) => pipe(stream, stream))
      const controller = new AbortController()
      const opening = failureOf(client.open(addressOf(server), PROTOCOL, { signal: controller.signal }))
      controller.abort()
      assert.ok(hasCode(await opening, 'aborted'))
      assert.ok(
        hasCode(await failureOf(client.open(addressOf(server), PROTOCOL, { signal: controller.signal })), 'aborted'),
      )
    })

    plays('stopping drops the streams of both ends', async () => {
      const echo = await echoing(PROTOCOL)
      await server.stop()
      await server.stop()
      assert.ok(hasCode(await failureOf(echo.works()), 'unreachable'))
      assert.ok(hasCode(await failureOf(server.open(addressOf(client), PROTOCOL, {})), 'unreachable'))
    })

    plays('disconnecting drops the streams of both ends, and a new one can be opened', async () => {
      const echo = await echoing(PROTOCOL)
      await client.disconnect(server.self)
      await client.disconnect(server.self)
      assert.ok(hasCode(await failureOf(echo.works()), 'unreachable'))
      await (await echoing(PROTOCOL)).works()
    })

    plays('two hundred streams at once, the first ones while the peers are still connecting', async () => {
      server.handle(PROTOCOL, (stream) => pipe(stream, stream))
      const echoOne = async (index: number): Promise<void> => {
        const stream = await open()
        const sent = randomSlices(64 * 1024, index)
        const [received] = await Promise.all([digest(stream.source), stream.sink(sent)])
        assert.deepEqual(received, await digest(sent))
      }
      await Promise.all(Array.from({ length: 200 }, (_, index) => echoOne(index)))
    })

    /** An open stream over which bytes come back. */
    async function echoing(protocol: string): Promise<{ works(): Promise<void> }> {
      server.handle(protocol, (stream) => pipe(stream, stream))
      const stream = await open(protocol)
      const written = new TransformStream<Uint8Array, Uint8Array>()
      const writer = written.writable.getWriter()
      stream.sink(written.readable).catch((error: unknown) => writer.abort(error).catch(() => {}))
      const received = stream.source[Symbol.asyncIterator]()
      const works = async (): Promise<void> => {
        writer.write(Buffer.from('x')).catch(() => {})
        assert.equal(Buffer.from((await received.next()).value ?? []).toString(), 'x')
      }
      await works()
      return { works }
    }
  })
}
