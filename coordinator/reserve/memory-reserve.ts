import type { ReservedSpace } from './reserve.ts'

/** Without a disk: taken whenever asked, of as much room as there is said to be. */
export class MemoryReserve implements ReservedSpace {
  readonly sizeBytes = 1_000
  roomBytes = Number.POSITIVE_INFINITY
  held = false

  async hold(): Promise<void> {
    this.held = true
  }

  async release(): Promise<boolean> {
    const was = this.held
    this.held = false
    return was
  }

  async freeBytes(): Promise<number> {
    return this.roomBytes
  }
}
