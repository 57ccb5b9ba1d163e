/** Where a peer can be reached. `id` is its libp2p peer id as a string; `addresses` are multiaddrs as strings, without the peer id. */
export interface PeerAddress {
  readonly id: string
  readonly addresses: readonly string[]
}

/**
 * A stream to one authenticated peer, as it-pipe wants it: `pipe(stream, transform, stream)`. Back-pressured both ways: what is read from
 * `source` is let in only as fast as it is consumed (at most STREAM_BUFFER_BYTES_MAX of stream-limits.ts wait unread), and `sink` pulls no faster than the peer takes.
 */
export interface ByteStream {
  /** Peer id of the other end, authenticated by the transport. */
  readonly remotePeer: string
  readonly protocol: string
  /**
   * What the peer sends. Single use. Each buffer belongs to the consumer. Ends when the peer closed its side; throws HiroError `unreachable`
   * when the stream or connection broke, after what arrived before. An end is never proof of success: frames carry lengths and hashes.
   * A reader that leaves early lets the rest in and drops it.
   */
  readonly source: AsyncIterable<Uint8Array>
  /**
   * Sends all of `source`, then closes this side for writing. Single use. A buffer handed over must not be changed afterwards.
   * Rejects with `unreachable` when the stream broke, also while it waits for `source`, or with what `source` threw (the stream is then aborted). It has no
   * deadline: a peer that does not read holds it until someone aborts the stream. May be called without its object, as it-pipe does.
   */
  sink(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>
  /** Drops the stream at once, both ways; here reading and writing reject with `reason`, the peer sees it broken. Idempotent. */
  abort(reason: Error): void
}

/** Serves one incoming stream; when the promise settles the stream is over, and it is aborted if it rejects. */
export type StreamHandler = (stream: ByteStream) => Promise<void>

/** The network as a port. Engines: libp2p (real), memory (seeded delay, loss and partitions). */
export interface Transport {
  /** This end's peer id. */
  readonly self: string
  /** Multiaddrs this end listens on, without the peer id; empty for one that only dials. */
  addresses(): readonly string[]
  /**
   * Serves `protocol` from now on. A second handler for the same protocol replaces the first. Of one peer at most `streamsPerPeerMax` are served at once (STREAMS_PER_PEER_MAX unless told
   * otherwise, fewer of a stranger): more are broken off.
   */
  handle(protocol: string, handler: StreamHandler, options?: { streamsPerPeerMax?: number }): void
  /** This peer has shown that it belongs here: its connections are no stranger's any more, and others that it makes later. Cheap, and to be said as often as it shows it. */
  admit(peer: string): void
  /** This peer, a stranger, has asked for what it may not. Once too often, and it is dropped and not let in for a while. */
  offend(peer: string): void
  /**
   * Opens a stream, dialling if there is no connection yet; without addresses only over a connection that is there, whoever dialled it. Throws `unreachable` (not there, refused, not the peer it should be, deadline passed),
   * `version-unknown` (does not speak the protocol), `aborted` (signal).
   */
  open(peer: PeerAddress, protocol: string, options: { signal?: AbortSignal; timeoutMs?: number }): Promise<ByteStream>
  /** Drops every connection with that peer. Idempotent. */
  disconnect(peer: string): Promise<void>
  /** Stops listening and drops everything, within a bounded time. Idempotent. */
  stop(): Promise<void>
}
