import { generateKeyPairFromSeed } from '@libp2p/crypto/keys'
import { tcp } from '@libp2p/tcp'
import { yamux } from '@libp2p/yamux'
import { createLibp2p, type Libp2p } from 'libp2p'
import type { Identity } from '../identity.ts'
import type { PlacesMax } from './connection-places.ts'
import type { Libp2pGate } from './libp2p-gate.ts'
import { noiseFor } from './libp2p-noise.ts'
import { nativeTls } from './libp2p-tls.ts'
import { OPEN_TIMEOUT_MS, STREAM_READ_BUFFER_BYTES_MAX, STREAM_WINDOW_BYTES_MAX } from './stream-limits.ts'

/** What one process lets in and keeps open. libp2p's own defaults suit a public network, where most peers are strangers. */
export interface TransportLimits extends PlacesMax {
  /** Streams per connection, in each direction. */
  streamsPerConnectionMax: number
}

export const TRANSPORT_LIMITS_DEFAULT: TransportLimits = {
  handshakesMax: 512,
  strangersMax: 256,
  membersMax: 2_048,
  connectionsPerPeerMax: 64,
  streamsPerConnectionMax: 1_024,
}

/** Everyone: what libp2p would refuse is for the gate to decide. */
const EVERYONE = ['/ip4/0.0.0.0/ipcidr/0', '/ip6/::/ipcidr/0']

/** Answers of the muxer keep an idle connection from looking inactive; a peer that is gone without a word is noticed by `SilenceWatch`. */
const KEEP_ALIVE_INTERVAL_MS = 15_000
const INACTIVITY_TIMEOUT_MS = 10 * 60_000
const TCP_KEEP_ALIVE_DELAY_MS = 10_000

export interface Libp2pNode {
  readonly node: Libp2p
  /** What the node listens on, without its peer id. libp2p itself would not name public addresses that nobody confirmed. */
  addresses(): string[]
}

/** A started libp2p with TCP, TLS, noise for peers without it, and yamux, and none of its services. */
export async function startNode(options: {
  identity: Identity
  listen: readonly string[]
  announce: readonly string[]
  limits: TransportLimits
  gate: Libp2pGate
}): Promise<Libp2pNode> {
  const { identity, listen, announce, limits, gate } = options
  let listening: () => string[] = () => []
  const noise = await noiseFor({ listens: listen.length > 0 })
  const node = await createLibp2p({
    privateKey: await generateKeyPairFromSeed('Ed25519', identity.privateKeySeed),
    addresses: { listen: [...listen], announce: [...announce] },
    transports: [
      (components) => {
        listening = () => components.transportManager.getAddrs().map(String)
        const transport = tcp({
          inboundSocketInactivityTimeout: INACTIVITY_TIMEOUT_MS,
          outboundSocketInactivityTimeout: INACTIVITY_TIMEOUT_MS,
          dialOpts: { keepAliveInitialDelay: TCP_KEEP_ALIVE_DELAY_MS },
          listenOpts: { keepAliveInitialDelay: TCP_KEEP_ALIVE_DELAY_MS },
        })(components)
        const createListener = transport.createListener.bind(transport)
        transport.createListener = (options) => createListener({ ...options, upgrader: gate.before(options.upgrader) })
        return transport
      },
    ],
    connectionEncrypters: [() => gate.pacing(nativeTls(identity)), (components) => gate.pacing(noise(components))],
    streamMuxers: [
      () =>
        gate.guarding(
          yamux({
            keepAliveInterval: KEEP_ALIVE_INTERVAL_MS,
            maxInboundStreams: limits.streamsPerConnectionMax,
            maxOutboundStreams: limits.streamsPerConnectionMax,
            // A dialler may open many streams before this end has finished its side of the handshake; libp2p drops the connection above 10.
            maxEarlyStreams: limits.streamsPerConnectionMax,
            streamOptions: {
              maxStreamWindowSize: STREAM_WINDOW_BYTES_MAX,
              maxReadBufferLength: STREAM_READ_BUFFER_BYTES_MAX,
              inactivityTimeout: INACTIVITY_TIMEOUT_MS,
            },
          })(),
        ),
    ],
    connectionGater: gate.gater,
    connectionManager: {
      allow: EVERYONE,
      maxConnections: Number.MAX_SAFE_INTEGER,
      dialTimeout: OPEN_TIMEOUT_MS,
      inboundUpgradeTimeout: OPEN_TIMEOUT_MS,
      reconnectRetries: 0,
    },
    // It opens a stream every ten seconds on each connection and drops those of a peer whose event loop is busy.
    connectionMonitor: { enabled: false },
  })
  // libp2p remembers each peer that ever opened a stream.
  node.addEventListener('peer:disconnect', ({ detail }) => void node.peerStore.delete(detail).catch(() => {}))
  return { node, addresses: () => (announce.length > 0 ? [...announce] : listening()) }
}
