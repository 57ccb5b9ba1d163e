import type { Clock } from '../../shared/clock/clock.ts'
import type { PeerAddress } from '../../shared/transport/transport.ts'

/** How long a worker that failed is left alone where there are others. Longer: a worker that came back idles; shorter: more time is lost on a dead one. */
const SUSPECT_MS = 10_000

/**
 * What this client knows of workers by itself: where they are, and which failed a moment ago. The coordinator needs its time to notice, and it does not see what
 * is wrong between this client and a worker; a frozen one costs seconds each time it is tried.
 */
export class KnownWorkers {
  readonly #clock: Clock
  readonly #addresses = new Map<string, PeerAddress>()
  readonly #suspectUntilMs = new Map<string, number>()
  /** Of those that did not work since they failed: how often they were given up. */
  readonly #givenUp = new Map<string, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  met(workers: readonly PeerAddress[]): void {
    for (const worker of workers) this.#addresses.set(worker.id, worker)
  }

  /** `undefined`: never met. */
  addressOf(peer: string): PeerAddress | undefined {
    return this.#addresses.get(peer)
  }

  failed(peer: string): void {
    // What was under way there fails together, and counts once.
    if (!this.suspect(peer)) this.#givenUp.set(peer, (this.#givenUp.get(peer) ?? 0) + 1)
    this.#suspectUntilMs.set(peer, this.#clock.now() + SUSPECT_MS)
  }

  worked(peer: string): void {
    this.#suspectUntilMs.delete(peer)
    this.#givenUp.delete(peer)
  }

  /** Those given up once get a second chance, and no third before they work: a disk that stood still for some seconds is well again. */
  forgive(): void {
    for (const peer of this.suspects()) if (this.#givenUp.get(peer) === 1) this.#suspectUntilMs.delete(peer)
  }

  suspect(peer: string): boolean {
    return (this.#suspectUntilMs.get(peer) ?? Number.NEGATIVE_INFINITY) > this.#clock.now()
  }

  suspects(): string[] {
    return [...this.#suspectUntilMs.keys()].filter((peer) => this.suspect(peer))
  }
}
