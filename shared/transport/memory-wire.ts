import type { Clock } from '../clock/clock.ts'
import type { Random } from '../random/random.ts'

export interface WireConditions {
  readonly clock: Clock
  readonly random: Random
  /** How long a message travels: evenly spread between the two, in whole milliseconds. */
  readonly delayMs: readonly [min: number, max: number]
  /** One message in so many is late; 0 for none. */
  readonly lateOneIn: number
  /** By how much at most. */
  readonly lateMsMax: number
  /** Told of each message that overtakes another one. */
  readonly onOvertaken: () => void
}

/** What stays in order among itself: one direction of a stream, as TCP has it. */
export class Lane {
  /** When its last message is due. */
  dueMs = 0
}

interface Batch {
  readonly dueMs: number
  readonly messages: (() => void)[]
}

/** One direction between two peers: messages arrive late, in order within their lane, and wait while the wire is cut. */
export class MemoryWire {
  readonly #conditions: WireConditions
  readonly #isCut: () => boolean
  /** What is due at the same moment shares a timer, for a simulated clock takes a turn of the event loop for each. */
  readonly #onTheWay = new Map<number, Batch>()
  #newestDueMs = 0
  #due: Batch[] = []

  constructor(conditions: WireConditions, isCut: () => boolean) {
    this.#conditions = conditions
    this.#isCut = isCut
  }

  /** `arrive` is called when the message is at the other end. */
  send(lane: Lane, arrive: () => void): void {
    const { clock, onOvertaken } = this.#conditions
    const now = clock.now()
    const dueMs = Math.max(lane.dueMs, now + this.#delayMs())
    if (dueMs < this.#newestDueMs) onOvertaken()
    lane.dueMs = dueMs
    this.#newestDueMs = Math.max(this.#newestDueMs, dueMs)
    const known = this.#onTheWay.get(dueMs)
    if (known !== undefined) return void known.messages.push(arrive)
    const batch: Batch = { dueMs, messages: [arrive] }
    this.#onTheWay.set(dueMs, batch)
    clock.after(dueMs - now, () => {
      this.#onTheWay.delete(dueMs)
      this.#due.push(batch)
      this.deliver()
    })
  }

  /** Lets arrive what is due; to be called when a cut wire is mended. */
  deliver(): void {
    while (this.#due.length > 0 && !this.#isCut()) {
      for (const arrive of this.#due.shift()?.messages ?? []) arrive()
    }
  }

  #delayMs(): number {
    const { random, delayMs, lateOneIn, lateMsMax } = this.#conditions
    const [min, max] = delayMs
    const late = lateOneIn > 0 && random.below(lateOneIn) === 0 ? random.below(lateMsMax + 1) : 0
    return min + random.below(max - min + 1) + late
  }
}
