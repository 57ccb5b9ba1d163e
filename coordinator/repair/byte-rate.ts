import type { Clock } from '../../shared/clock/clock.ts'

const WINDOW_S = 10

/** Bytes a second over the last ten seconds, or since there were any. */
export class ByteRate {
  readonly #clock: Clock
  readonly #bySecond = new Map<number, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  add(bytes: number): void {
    const now = this.#second()
    this.#bySecond.set(now, (this.#bySecond.get(now) ?? 0) + bytes)
    for (const second of this.#bySecond.keys()) if (second <= now - WINDOW_S) this.#bySecond.delete(second)
  }

  get bytesPerSecond(): number {
    const now = this.#second()
    let bytes = 0
    let first = now
    for (const [second, some] of this.#bySecond) {
      if (second <= now - WINDOW_S) continue
      bytes += some
      first = Math.min(first, second)
    }
    return bytes / (now - first + 1)
  }

  #second(): number {
    return Math.floor(this.#clock.now() / 1_000)
  }
}
