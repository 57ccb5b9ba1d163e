import type { Clock } from '../../shared/clock/clock.ts'
import { HiroError } from '../../shared/errors.ts'
import type { Disk } from './disk/disk.ts'
import type { Usage } from './piece-store.ts'

/** How long the disk's free space is taken from memory. Larger: fewer system calls; smaller: others who fill the disk are noticed sooner. */
const MEASURE_INTERVAL_MS = 1000

/** Room set aside for one put. The first call of either counts, later ones do nothing. */
export interface Reservation {
  /** The piece is in the store now. */
  keep(): void
  release(): void
}

export interface RoomOptions {
  readonly disk: Disk
  readonly clock: Clock
  /** What the worker guarantees. */
  readonly capacityBytes: number
  /** Free space of the disk that puts may not use, and removals can. */
  readonly reserveBytes: number
  readonly kept: { readonly pieces: number; readonly sizeBytes: number }
}

/** How much the store holds and may still take: within its capacity, and within what the disk has. */
export class Room {
  readonly #options: RoomOptions
  #pieces: number
  #keptBytes: number
  #reservedBytes = 0
  /** What puts may still take of the disk, as measured and less what was reserved since. */
  #diskFreeBytes = 0
  #measuredAtMs = Number.NEGATIVE_INFINITY

  constructor(options: RoomOptions) {
    this.#options = options
    this.#pieces = options.kept.pieces
    this.#keptBytes = options.kept.sizeBytes
  }

  /** Throws `no-room`, `io`. */
  async reserve(sizeBytes: number): Promise<Reservation> {
    const measuredLongAgo = this.#options.clock.now() - this.#measuredAtMs >= MEASURE_INTERVAL_MS
    // Measured anew before refusing: since the last time something may have been removed.
    if (measuredLongAgo || sizeBytes > this.#freeBytes()) await this.#measure()
    if (sizeBytes > this.#freeBytes())
      throw new HiroError('no-room', `no room for ${sizeBytes} bytes; ${this.#freeBytes()} are free`)
    this.#reservedBytes += sizeBytes
    this.#diskFreeBytes -= sizeBytes
    let settled = false
    const settle = (kept: boolean): void => {
      if (settled) return
      settled = true
      this.#reservedBytes -= sizeBytes
      if (kept) this.#keptBytes += sizeBytes
      else this.#diskFreeBytes += sizeBytes
      if (kept) this.#pieces++
    }
    return { keep: () => settle(true), release: () => settle(false) }
  }

  removed(sizeBytes: number): void {
    this.#pieces--
    this.#keptBytes -= sizeBytes
  }

  async usage(): Promise<Usage> {
    await this.#measure()
    return { pieces: this.#pieces, usedBytes: this.#usedBytes(), freeBytes: this.#freeBytes() }
  }

  #usedBytes(): number {
    return this.#keptBytes + this.#reservedBytes
  }

  #freeBytes(): number {
    return Math.max(0, Math.min(this.#options.capacityBytes - this.#usedBytes(), this.#diskFreeBytes))
  }

  async #measure(): Promise<void> {
    const freeBytes = await this.#options.disk.freeBytes()
    // Puts under way may have written a part of what they reserved: it is subtracted twice, which errs on the safe side and ends with them.
    this.#diskFreeBytes = freeBytes - this.#options.reserveBytes - this.#reservedBytes
    this.#measuredAtMs = this.#options.clock.now()
  }
}
