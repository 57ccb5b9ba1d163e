import type { Clock } from '../../shared/clock/clock.ts'
import { INTENT_LEASE_MS } from '../../shared/limits.ts'

/**
 * When each open intent was last heard of. In memory: after a restart every open intent starts a lease anew, which errs on the side of
 * the upload.
 */
export class IntentLeases {
  readonly #clock: Clock
  readonly #untilMs = new Map<number, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  renew(version: number): void {
    this.#untilMs.set(version, this.#clock.now() + INTENT_LEASE_MS)
  }

  end(version: number): void {
    this.#untilMs.delete(version)
  }

  get size(): number {
    return this.#untilMs.size
  }

  expired(): number[] {
    const now = this.#clock.now()
    return [...this.#untilMs].filter(([, untilMs]) => untilMs <= now).map(([version]) => version)
  }
}
