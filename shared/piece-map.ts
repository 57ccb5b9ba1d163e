import type { PeerAddress } from './transport/transport.ts'

/** A worker as a client or another worker needs to know it. */
export interface Peer extends PeerAddress {
  /** For people: `worker-1`, or the peer id where none was given. */
  readonly name: string
  readonly zone: string
  readonly alive: boolean
}

/** A chunk's number in its file, from 0. */
export type Chunk = number

/** For every chunk, the workers that hold or shall hold it: in the order of the forwarding list for a write, the best to read from first for a read. */
export type PieceMap = Map<Chunk, Peer[]>
