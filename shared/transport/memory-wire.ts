import type { Clock } from '../clock/clock.ts'
import type { Random } from '../random/random.ts'

export interface WireConditions {
  readonly clock: Clock
  readonly random: Random
  /** How long a message travels: evenly spread between the two, in whole milliseconds. */
  readonly delayMs: readonly [min: number, max: number]
}

interface Batch {
  readonly dueMs: number
  readonly messages: (() => void)[]
  due: boolean
}

/** One direction between two peers: messages arrive late but in order, and wait while the wire is cut. */
export class MemoryWire {
  readonly #conditions: WireConditions
  readonly #isCut: () => boolean
  /** By due time. What is due at the same moment shares a timer, for a simulated clock takes a turn of the event loop for each. */
  readonly #onTheWay: Batch[] = []

  constructor(conditions: WireConditions, isCut: () => boolean) {
    this.#conditions = conditions
    this.#isCut = isCut
  }

  /** `arrive` is called when the message is at the other end. */
  send(arrive: () => void): void {
    const { clock, random, delayMs } = this.#conditions
    const [min, max] = delayMs
    const now = clock.now()
    const last = this.#onTheWay.at(-1)
    const dueMs = Math.max(last?.dueMs ?? 0, now + min + random.below(max - min + 1))
    if (last !== undefined && !last.due && last.dueMs === dueMs) {
      last.messages.push(arrive)
      return
    }
    const batch: Batch = { dueMs, messages: [arrive], due: false }
    this.#onTheWay.push(batch)
    clock.after(dueMs - now, () => {
      batch.due = true
      this.deliver()
    })
  }

  /** Lets arrive what is due; to be called when a cut wire is mended. */
  deliver(): void {
    while (this.#onTheWay[0]?.due && !this.#isCut()) {
      for (const arrive of this.#onTheWay.shift()?.messages ?? []) arrive()
    }
  }
}
