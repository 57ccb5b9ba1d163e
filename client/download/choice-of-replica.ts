import type { Clock } from '../../shared/clock/clock.ts'
import type { Peer } from '../../shared/piece-map.ts'
import type { KnownWorkers } from '../workers/known-workers.ts'

/** What is believed of a worker that was never read from: so good that it is tried soon. */
const BYTES_PER_MS_DEFAULT = 100_000
/** Weight of what was measured last. Larger: follows changes sooner; smaller: one hiccup counts less. */
const NEWEST_WEIGHT = 0.3

/** A transfer that is silent for so many times what is usual of its worker gets a rival. */
const SILENCES_UNTIL_RIVAL = 4
const RIVAL_DELAY_MS_DEFAULT = 500
const RIVAL_DELAY_MS_MIN = 250
const RIVAL_DELAY_MS_MAX = 2_000

interface Measured {
  /** The longest that nothing came in a transfer; `undefined`: none has ended yet. */
  silenceMs: number | undefined
  bytesPerMs: number
  /** Transfers under way. */
  active: number
}

/** One transfer, while it is measured. */
export interface Transfer extends Disposable {
  /** Bytes have come. */
  progress(): void
  /** All of them. */
  done(bytes: number): void
}

/**
 * Which copy to read: of a live worker before others, of one that did not just fail before one that did, and then of the one that would have it here first, by what was
 * measured of it and by what it is doing for this client already. Among equals the order is the coordinator's, which mixes it.
 */
export class ReplicaChoice {
  readonly #clock: Clock
  readonly #known: KnownWorkers
  readonly #measured = new Map<string, Measured>()

  constructor(clock: Clock, known: KnownWorkers) {
    this.#clock = clock
    this.#known = known
  }

  /** All of `holders`, the best first. */
  order(holders: readonly Peer[], lengthBytes: number): Peer[] {
    const rank = (peer: Peer): number => (peer.alive ? 0 : 2) + (this.#known.suspect(peer.id) ? 1 : 0)
    const costs = new Map(holders.map((peer) => [peer, this.#costMs(peer.id, lengthBytes)]))
    return holders.toSorted((a, b) => rank(a) - rank(b) || (costs.get(a) ?? 0) - (costs.get(b) ?? 0))
  }

  /** How long a transfer from this worker may be silent before another copy is asked for as well. */
  rivalDelayMs(peer: string): number {
    const usual = this.#measured.get(peer)?.silenceMs
    if (usual === undefined) return RIVAL_DELAY_MS_DEFAULT
    return Math.min(RIVAL_DELAY_MS_MAX, Math.max(RIVAL_DELAY_MS_MIN, SILENCES_UNTIL_RIVAL * usual))
  }

  /** Dispose when the transfer is over, however it ended. */
  begin(peer: string): Transfer {
    const measured = this.#of(peer)
    const startMs = this.#clock.now()
    let lastMs = startMs
    let silenceMs = 0
    measured.active++
    const progress = (): void => {
      const nowMs = this.#clock.now()
      silenceMs = Math.max(silenceMs, nowMs - lastMs)
      lastMs = nowMs
    }
    return {
      progress,
      done: (bytes) => {
        const tookMs = Math.max(1, this.#clock.now() - startMs)
        measured.bytesPerMs = smooth(measured.bytesPerMs, bytes / tookMs)
      },
      [Symbol.dispose]: () => {
        // One that was cut off was silent up to now.
        progress()
        measured.active--
        measured.silenceMs = smooth(measured.silenceMs ?? silenceMs, silenceMs)
      },
    }
  }

  #costMs(peer: string, lengthBytes: number): number {
    const { silenceMs, bytesPerMs, active } = this.#measured.get(peer) ?? fresh()
    return (silenceMs ?? 0) + ((active + 1) * lengthBytes) / bytesPerMs
  }

  #of(peer: string): Measured {
    const measured = this.#measured.get(peer) ?? fresh()
    this.#measured.set(peer, measured)
    return measured
  }
}

function fresh(): Measured {
  return { silenceMs: undefined, bytesPerMs: BYTES_PER_MS_DEFAULT, active: 0 }
}

function smooth(before: number, newest: number): number {
  return before + NEWEST_WEIGHT * (newest - before)
}
