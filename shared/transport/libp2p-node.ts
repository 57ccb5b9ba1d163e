import { noise } from '@chainsafe/libp2p-noise'
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys'
import { tcp } from '@libp2p/tcp'
import { yamux } from '@libp2p/yamux'
import { createLibp2p, type Libp2p } from 'libp2p'
import { OPEN_TIMEOUT_MS, STREAM_READ_BUFFER_BYTES_MAX, STREAM_WINDOW_BYTES_MAX } from './stream-limits.ts'

/** What one process lets in and keeps open. libp2p's own defaults suit a public network, where most peers are strangers. */
export interface TransportLimits {
  connectionsMax: number
  /** New inbound connections per second from one host; on one machine, a whole swarm is one host. */
  connectionsPerSecondPerHostMax: number
  /** Inbound connections in their handshake. */
  handshakesMax: number
  /** Streams per connection, in each direction. */
  streamsPerConnectionMax: number
}

export const TRANSPORT_LIMITS_DEFAULT: TransportLimits = {
  connectionsMax: 5_000,
  connectionsPerSecondPerHostMax: 500,
  handshakesMax: 200,
  streamsPerConnectionMax: 1_024,
}

/** Answers of the muxer keep an idle connection from looking inactive; a peer that is gone without a word is noticed by the callers' deadlines. */
const KEEP_ALIVE_INTERVAL_MS = 15_000
const INACTIVITY_TIMEOUT_MS = 10 * 60_000
const TCP_KEEP_ALIVE_DELAY_MS = 10_000

export interface Libp2pNode {
  readonly node: Libp2p
  /** What the node listens on, without its peer id. libp2p itself would not name public addresses that nobody confirmed. */
  addresses(): string[]
}

/** A started libp2p with TCP, noise and yamux, and none of its services. */
export async function startNode(options: {
  privateKeySeed: Uint8Array
  listen: readonly string[]
  announce: readonly string[]
  limits: TransportLimits
}): Promise<Libp2pNode> {
  const { listen, announce, limits } = options
  let listening: () => string[] = () => []
  const node = await createLibp2p({
    privateKey: await generateKeyPairFromSeed('Ed25519', options.privateKeySeed),
    addresses: { listen: [...listen], announce: [...announce] },
    transports: [
      (components) => {
        listening = () => components.transportManager.getAddrs().map(String)
        return tcp({
          inboundSocketInactivityTimeout: INACTIVITY_TIMEOUT_MS,
          outboundSocketInactivityTimeout: INACTIVITY_TIMEOUT_MS,
          dialOpts: { keepAliveInitialDelay: TCP_KEEP_ALIVE_DELAY_MS },
          listenOpts: { keepAliveInitialDelay: TCP_KEEP_ALIVE_DELAY_MS },
        })(components)
      },
    ],
    connectionEncrypters: [noise()],
    streamMuxers: [
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
      }),
    ],
    connectionManager: {
      maxConnections: limits.connectionsMax,
      inboundConnectionThreshold: limits.connectionsPerSecondPerHostMax,
      maxIncomingPendingConnections: limits.handshakesMax,
      dialTimeout: OPEN_TIMEOUT_MS,
      inboundUpgradeTimeout: OPEN_TIMEOUT_MS,
      reconnectRetries: 0,
    },
    // It opens a stream every ten seconds on each connection and drops those of a peer whose event loop is busy.
    connectionMonitor: { enabled: false },
  })
  return { node, addresses: () => (announce.length > 0 ? [...announce] : listening()) }
}
