import assert from 'node:assert/strict'
import { pipe } from 'it-pipe'
import type { Clock } from '../clock/clock.ts'
import { addressOf } from './suite-bytes.ts'
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

export const PROTOCOL = '/hiro/suite/1'

/** What a test has to play with. */
export interface TwoPeers {
  readonly network: TransportNetwork
  readonly server: Transport
  /** It only dials. */
  readonly client: Transport
  /** From the client to the server. */
  readonly open: (protocol?: string) => Promise<ByteStream>
}

/** A test whose body runs while the engine's clock does, with a network of its own. */
export type Play = (failure: string, body: (peers: TwoPeers) => Promise<void>) => void

export function playsOn(makeNetwork: () => TransportNetwork): Play {
  return (failure, body) => {
    it(failure, async () => {
      const network = makeNetwork()
      try {
        await network.drive(playWith(network, body))
      } finally {
        await network.drive(network.stop())
      }
    })
  }
}

async function playWith(network: TransportNetwork, body: (peers: TwoPeers) => Promise<void>): Promise<void> {
  const server = await network.join()
  const client = await network.join({ listens: false })
  // What a stranger may is another matter.
  for (const peer of [client.self, server.self]) for (const transport of [client, server]) transport.admit(peer)
  const open = (protocol = PROTOCOL): Promise<ByteStream> => client.open(addressOf(server), protocol, {})
  await body({ network, server, client, open })
}

/** An open stream over which bytes come back. */
export async function echoing({ server, open }: TwoPeers, protocol: string): Promise<{ works(): Promise<void> }> {
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
