import { HiroError } from '../errors.ts'
import { isPeerId } from '../identity.ts'
import type { PeerAddress } from '../transport/transport.ts'

const ADDRESS = /^(\/.+)\/p2p\/([^/]+)$/

/** From multiaddrs that all end with the same peer id. Throws `usage`, naming the one that is wrong. */
export function coordinatorAddress(multiaddrs: readonly string[]): PeerAddress {
  const addresses: string[] = []
  let id: string | undefined
  for (const text of multiaddrs) {
    const [, address, peer] = ADDRESS.exec(text) ?? []
    if (address === undefined || peer === undefined || !isPeerId(peer)) {
      throw new HiroError(
        'usage',
        `coordinator: "${text}" is not an address with a peer id, such as /ip4/127.0.0.1/tcp/4001/p2p/12D3…`,
      )
    }
    if (id !== undefined && id !== peer)
      throw new HiroError('usage', 'coordinator: the addresses are of two different peers')
    id = peer
    addresses.push(address)
  }
  if (id === undefined) throw new HiroError('usage', 'coordinator: no address is given')
  return { id, addresses }
}
