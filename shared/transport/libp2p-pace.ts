import type { ConnectionEncrypter, MessageStream, SecuredConnection, Stream, StreamMuxer } from '@libp2p/interface'
import type { Clock } from '../clock/clock.ts'
import { HiroError } from '../errors.ts'
import { LinkedController } from '../work/signal.ts'
import type { StrangerTurns } from './stranger-turns.ts'
import { STRANGER_STREAM_TURN_MS } from './stream-limits.ts'

/** A connection that came from outside and has not shaken hands. */
export interface Arriving {
  readonly host: string
  /** It sent more than a handshake needs, and stays paused until that is over. */
  readonly tooMuch: boolean
}

/** The same encrypter; handshakes that others begin go in turns. One waits here only when its peer has begun it: sockets that say nothing are not in the way. */
export function pacedHandshakes(
  encrypter: ConnectionEncrypter,
  turns: StrangerTurns,
  arriving: (connection: MessageStream) => Arriving | undefined,
): ConnectionEncrypter {
  const secureInbound: ConnectionEncrypter['secureInbound'] = async (connection, options) => {
    const { host, tooMuch } = arriving(connection) ?? { host: '', tooMuch: false }
    using waits = new LinkedController(options?.signal)
    const onClose = (): void => waits.abort(new HiroError('unreachable', 'the connection closed'))
    connection.addEventListener('close', onClose)
    // Nobody listens yet, and what comes meanwhile would be lost.
    const held = connection.status === 'open' && !tooMuch
    if (held) connection.pause()
    const handshake = async (): Promise<SecuredConnection> => {
      const secured = encrypter.secureInbound(connection, options)
      if (held && connection.status === 'open') connection.resume()
      return await secured
    }
    try {
      return await turns.run(host, handshake, waits.signal)
    } finally {
      connection.removeEventListener('close', onClose)
    }
  }
  return new Proxy(encrypter, {
    get: (target, name) => (name === 'secureInbound' ? secureInbound : (Reflect.get(target, name) as unknown)),
  })
}

type OnStream = (event: CustomEvent<Stream>) => void

/** From now on libp2p sees a new stream when it is its turn, until `known` ends that. The muxer keeps meanwhile what came over it. */
export function paceStreams(
  muxer: StreamMuxer,
  options: { turns: StrangerTurns; clock: Clock; peer: () => string; known: AbortSignal },
): void {
  const { turns, clock, peer, known } = options
  const inTurn = async (onStream: OnStream, event: CustomEvent<Stream>): Promise<void> => {
    using waits = new LinkedController(known)
    event.detail.addEventListener('close', () => waits.abort())
    const takeOn = async (): Promise<void> => {
      onStream(event)
      const over = Promise.withResolvers<void>()
      clock.after(STRANGER_STREAM_TURN_MS, over.resolve)
      await over.promise
    }
    await turns.run(peer(), takeOn, waits.signal).catch(() => {
      if (known.aborted) onStream(event)
    })
  }
  const addEventListener = muxer.addEventListener.bind(muxer) as (type: string, listener: unknown) => void
  const paced = (type: string, listener: OnStream): void => {
    const onStream: OnStream = (event) => (known.aborted ? listener(event) : void inTurn(listener, event))
    addEventListener(type, type === 'stream' ? onStream : listener)
  }
  muxer.addEventListener = paced as typeof muxer.addEventListener
}
