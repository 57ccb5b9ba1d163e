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
    this.#suspectUntilMs.set(peer, this.#clock.now() + SUSPECT_MS)
  }

  worked(peer: string): void {
    this.#suspectUntilMs.delete(peer)
  }

  suspect(peer: string): boolean {
    return (this.#suspectUntilMs.get(peer) ?? Number.NEGATIVE_INFINITY) > this.#clock.now()
  }

  suspects(): string[] {
    return [...this.#suspectUntilMs.keys()].filter((peer) => this.suspect(peer))
  }
}
