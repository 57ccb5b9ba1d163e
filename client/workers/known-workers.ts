import type { Clock } from '../../shared/clock/clock.ts'
import type { PeerAddress } from '../../shared/transport/transport.ts'

/** How long a worker that failed is left alone where there are others. Longer: a worker that came back idles; shorter: more time is lost on a dead one. */
const SUSPECT_MS = 10_000
/** How long one that failed may take to be well again and still be tried for the upload that met it. Longer: the adds under way when a worker dies last longer; shorter: one that merely stood still costs a copy. */
const RETURN_MS = 5_000

/**
 * What this client knows of workers by itself: where they are, and which failed a moment ago. The coordinator needs its time to notice, and it does not see what
 * is wrong between this client and a worker; a frozen one costs seconds each time it is tried.
 */
export class KnownWorkers {
  readonly #clock: Clock
  readonly #addresses = new Map<string, PeerAddress>()
  readonly #suspectUntilMs = new Map<string, number>()
  /** Of those that did not work since they failed: when that began. */
  readonly #failedAtMs = new Map<string, number>()

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
    const nowMs = this.#clock.now()
    this.#suspectUntilMs.set(peer, nowMs + SUSPECT_MS)
    if (!this.#failedAtMs.has(peer)) this.#failedAtMs.set(peer, nowMs)
  }

  worked(peer: string): void {
    this.#suspectUntilMs.delete(peer)
    this.#failedAtMs.delete(peer)
  }

  /** Those that failed a moment ago are no suspects any more: one that stood still for some seconds, or was started again, is well. Says whether there are such; once it says no, they had their time. */
  forgive(): boolean {
    const sinceMs = this.#clock.now() - RETURN_MS
    const recent = [...this.#failedAtMs].filter(([, failedAtMs]) => failedAtMs > sinceMs)
    for (const [peer] of recent) this.#suspectUntilMs.delete(peer)
    return recent.length > 0
  }

  suspect(peer: string): boolean {
    return (this.#suspectUntilMs.get(peer) ?? Number.NEGATIVE_INFINITY) > this.#clock.now()
  }

  suspects(): string[] {
    return [...this.#suspectUntilMs.keys()].filter((peer) => this.suspect(peer))
  }
}
