import { HiroError } from '../shared/errors.ts'

/**
 * Lets requests in as long as what they need at once has room, and lets a stop wait for those inside. One peer gets no more than is left for the others after it: alone half of the room, one of
 * two a third, so that there is always some for whoever comes next. Nobody waits to be let in: workers that wait for one another's turns could wait for ever.
 */
export class RequestGate {
  readonly #bytesMax: number
  readonly #bytesByPeer = new Map<string, number>()
  #insideBytes = 0
  #inside = 0
  #closed = false
  readonly #empty = Promise.withResolvers<void>()

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  /** `bytes`: memory that `work` may need. Throws `busy` when there is no room for it, `unreachable` once the gate is closed. */
  async run<T>(peer: string, bytes: number, work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new HiroError('unreachable', 'this worker is being stopped')
    const ofPeer = this.#bytesByPeer.get(peer) ?? 0
    const leftBytes = this.#bytesMax - this.#insideBytes - bytes
    if (this.#inside > 0 && (leftBytes < 0 || ofPeer + bytes > leftBytes)) {
      throw new HiroError('busy', `${this.#inside} requests are served already`)
    }
    this.#add(peer, 1, bytes)
    try {
      return await work()
    } finally {
      this.#add(peer, -1, -bytes)
      this.#checkEmpty()
    }
  }

  /** Lets nobody in any more. Resolves when the last one is out. Idempotent. */
  async close(): Promise<void> {
    this.#closed = true
    this.#checkEmpty()
    await this.#empty.promise
  }

  #add(peer: string, requests: number, bytes: number): void {
    this.#inside += requests
    this.#insideBytes += bytes
    const ofPeer = (this.#bytesByPeer.get(peer) ?? 0) + bytes
    if (ofPeer === 0) this.#bytesByPeer.delete(peer)
    else this.#bytesByPeer.set(peer, ofPeer)
  }

  #checkEmpty(): void {
    if (this.#closed && this.#inside === 0) this.#empty.resolve()
  }
}
