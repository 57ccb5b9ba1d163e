import { CALL_BYTES_MAX, CALL_BYTES_PER_PEER_MAX } from '../../limits.ts'

/** What the open calls of each peer hold in memory, and all of them: their requests, and answers that were not taken yet. */
export class CallBytes {
  readonly #byPeer = new Map<string, number>()
  #total = 0

  /** There is no room for another call of anyone. */
  get full(): boolean {
    return this.#total > CALL_BYTES_MAX
  }

  /** This peer has so much open that it should not be read on. */
  isFull(peer: string): boolean {
    return (this.#byPeer.get(peer) ?? 0) > CALL_BYTES_PER_PEER_MAX
  }

  /** Counted until disposed. */
  hold(peer: string, bytes: number): Disposable {
    this.#add(peer, bytes)
    return { [Symbol.dispose]: () => this.#add(peer, -bytes) }
  }

  #add(peer: string, bytes: number): void {
    this.#total += bytes
    const ofPeer = (this.#byPeer.get(peer) ?? 0) + bytes
    if (ofPeer === 0) this.#byPeer.delete(peer)
    else this.#byPeer.set(peer, ofPeer)
  }
}
