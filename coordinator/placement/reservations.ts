/**
 * Bytes that were promised to uploads under way and are not in their worker's own figures yet. In memory: after a restart the workers' figures
 * are near enough, and a worker that is full says so itself.
 */
export class Reservations {
  readonly #byVersion = new Map<number, Map<string, number>>()
  readonly #byPeer = new Map<string, number>()

  reserve(version: number, peer: string, bytes: number): void {
    const peers = this.#byVersion.get(version) ?? new Map<string, number>()
    this.#byVersion.set(version, peers)
    add(peers, peer, bytes)
    add(this.#byPeer, peer, bytes)
  }

  /** A piece arrived: it is in the worker's own figures from now on. */
  arrived(version: number, peer: string, bytes: number): void {
    const reserved = this.#byVersion.get(version)?.get(peer) ?? 0
    const arrived = Math.min(bytes, reserved)
    if (arrived > 0) this.reserve(version, peer, -arrived)
  }

  release(version: number): void {
    for (const [peer, bytes] of this.#byVersion.get(version) ?? []) add(this.#byPeer, peer, -bytes)
    this.#byVersion.delete(version)
  }

  at(peer: string): number {
    return this.#byPeer.get(peer) ?? 0
  }

  /** The part of it that is this upload's. */
  of(version: number, peer: string): number {
    return this.#byVersion.get(version)?.get(peer) ?? 0
  }
}

function add(sums: Map<string, number>, key: string, bytes: number): void {
  const sum = (sums.get(key) ?? 0) + bytes
  if (sum > 0) sums.set(key, sum)
  else sums.delete(key)
}
