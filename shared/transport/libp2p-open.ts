import type { Connection, Stream } from '@libp2p/interface'
import { peerIdFromString } from '@libp2p/peer-id'
import { type Multiaddr, multiaddr } from '@multiformats/multiaddr'
import type { Libp2p } from 'libp2p'
import { HiroError } from '../errors.ts'
import { throwIfAborted } from '../work/signal.ts'
import type { PeerAddress } from './transport.ts'

/**
 * A stream to `peer`: over a connection that is there, else over a new one. Nothing of the caller was sent when it fails. What a connection
 * that died unnoticed, or closed just now, does to a first try is mended by a second one; libp2p reports it as an error of the new stream.
 */
export async function openStream(
  node: Libp2p,
  peer: PeerAddress,
  protocol: string,
  streamsMax: number,
  signal: AbortSignal,
): Promise<Stream> {
  for (let attempt = 1; ; attempt++) {
    try {
      const connection = await connect(node, peer, signal)
      const stream = await connection.newStream([protocol], { signal, maxOutboundStreams: streamsMax })
      if (!signal.aborted) return stream
      stream.abort(new HiroError('aborted', 'nobody waits for this stream any more'))
      throwIfAborted(signal)
    } catch (error) {
      const failure = openError(error, peer, protocol)
      if (signal.aborted || attempt === 2 || !isStale(error)) throw failure
    }
  }
}

async function connect(node: Libp2p, peer: PeerAddress, signal: AbortSignal): Promise<Connection> {
  const id = peerIdFromString(peer.id)
  const open = node.getConnections(id).find((connection) => connection.status === 'open')
  if (open) return open
  // libp2p would try addresses that it remembers of this peer; who gives none means a connection that is there.
  const addresses = peer.addresses.map((address) => withPeer(address, peer.id))
  if (addresses.length === 0) throw new HiroError('unreachable', `no connection and no address of ${peer.id}`)
  return await node.dial(addresses, { signal })
}

/** With the peer's id at its end libp2p refuses anyone else who answers there. */
function withPeer(address: string, peerId: string): Multiaddr {
  return multiaddr(address).encapsulate(`/p2p/${peerId}`)
}

/** What a connection says that is gone without libp2p knowing yet. Anything else, such as nobody there or the wrong one, a second try would only meet again. */
const STALE_CONNECTION_ERRORS = new Set([
  'ConnectionClosedError',
  'MuxerClosedError',
  'StreamResetError',
  'StreamClosedError',
  'StreamStateError',
  'UnexpectedEOFError',
])

function isStale(error: unknown): boolean {
  return error instanceof Error && STALE_CONNECTION_ERRORS.has(error.name)
}

function openError(error: unknown, peer: PeerAddress, protocol: string): HiroError {
  if (error instanceof HiroError) return error
  if (error instanceof Error && error.name === 'UnsupportedProtocolError') {
    return new HiroError('version-unknown', `${peer.id} does not speak ${protocol}`, { cause: error })
  }
  const detail = error instanceof Error ? error.message : String(error)
  return new HiroError('unreachable', `cannot reach ${peer.id} at ${peer.addresses.join(', ')}: ${detail}`, {
    cause: error,
  })
}
