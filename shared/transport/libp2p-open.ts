import type { Connection, Stream } from '@libp2p/interface'
import { peerIdFromString } from '@libp2p/peer-id'
import { type Multiaddr, multiaddr } from '@multiformats/multiaddr'
import type { Libp2p } from 'libp2p'
import { HiroError } from '../errors.ts'
import { isPeerId } from '../identity.ts'
import { throwIfAborted } from '../work/signal.ts'
import type { PeerAddress } from './transport.ts'

/**
 * A stream to `peer`: over a connection that is there, else over a new one. Nothing of the caller was sent when it fails. A connection
 * may be dead, or closing, without libp2p knowing yet, and says so in many ways: what fails over it is tried once more.
 */
export async function openStream(
  node: Libp2p,
  peer: PeerAddress,
  protocol: string,
  streamsMax: number,
  signal: AbortSignal,
): Promise<Stream> {
  for (let attempt = 1; ; attempt++) {
    const there = connectionsOf(node, peer.id).find((connection) => connection.status === 'open')
    try {
      const connection = there ?? (await dial(node, peer, signal))
      const stream = await connection.newStream([protocol], { signal, maxOutboundStreams: streamsMax })
      if (!signal.aborted) return stream
      stream.abort(new HiroError('aborted', 'nobody waits for this stream any more'))
      throwIfAborted(signal)
    } catch (error) {
      const failure = openError(error, peer, protocol)
      const mayBeStale = there !== undefined || (error instanceof Error && error.name === 'ConnectionClosedError')
      if (signal.aborted || attempt === 2 || failure.code !== 'unreachable' || !mayBeStale) throw failure
    }
  }
}

/** Those libp2p knows, in whatever state. None for what is no peer id. */
export function connectionsOf(node: Libp2p, peerId: string): Connection[] {
  return isPeerId(peerId) ? node.getConnections(peerIdFromString(peerId)) : []
}

async function dial(node: Libp2p, peer: PeerAddress, signal: AbortSignal): Promise<Connection> {
  const addresses = peer.addresses.flatMap((address) => withPeer(address, peer.id))
  // libp2p would try addresses that it remembers of this peer; who gives none means a connection that is there.
  if (addresses.length === 0) throw new HiroError('unreachable', `no connection to ${peer.id}, and no address of it`)
  return await node.dial(addresses, { signal })
}

/** With the peer's id at its end libp2p refuses anyone else who answers there. What is no address is left out. */
function withPeer(address: string, peerId: string): Multiaddr[] {
  try {
    return [multiaddr(address).encapsulate(`/p2p/${peerId}`)]
  } catch {
    return []
  }
}

function openError(error: unknown, peer: PeerAddress, protocol: string): HiroError {
  if (error instanceof HiroError) return error
  if (error instanceof Error && error.name === 'UnsupportedProtocolError') {
    return new HiroError('version-unknown', `${peer.id} does not speak ${protocol}`, { cause: error })
  }
  // Some of its waits reject with an event.
  const detail = error instanceof Error ? error.message : 'the connection closed'
  return new HiroError('unreachable', `cannot reach ${peer.id} at ${peer.addresses.join(', ')}: ${detail}`, {
    cause: error,
  })
}
