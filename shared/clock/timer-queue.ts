/** One waiting timer of the simulated clock; `fire` is dropped when it is cancelled or has fired. */
export interface Timer {
  readonly dueMs: number
  readonly sequence: number
  fire: (() => void) | undefined
}

/** Cancelled timers are left in the heap until they come up, or until they are most of it: deadlines are cancelled far more often than they fire. */
const SWEEP_LENGTH_MIN = 64

/** A binary heap of timers by due time, then by the order in which they were asked for: the order must never depend on anything else. */
export class TimerQueue {
  #heap: Timer[] = []
  #nextSequence = 0
  #live = 0

  /** How many timers are neither fired nor cancelled. */
  get size(): number {
    return this.#live
  }

  add(dueMs: number, fire: () => void): Timer {
    const timer: Timer = { dueMs, sequence: this.#nextSequence++, fire }
    this.#heap.push(timer)
    this.#rise(this.#heap.length - 1)
    this.#live++
    return timer
  }

  cancel(timer: Timer): void {
    if (timer.fire === undefined) return
    timer.fire = undefined
    this.#live--
    if (this.#heap.length >= SWEEP_LENGTH_MIN && this.#live < this.#heap.length / 2) this.#sweep()
  }

  /** When the next timer is due; undefined when none waits. */
  nextDueMs(): number | undefined {
    return this.#firstLive()?.dueMs
  }

  /** Takes the next timer's function out of the queue; undefined when none waits. */
  take(): (() => void) | undefined {
    const timer = this.#firstLive()
    if (timer === undefined) return undefined
    this.#removeFirst()
    const { fire } = timer
    timer.fire = undefined
    this.#live--
    return fire
  }

  #firstLive(): Timer | undefined {
    while (this.#heap[0] !== undefined && this.#heap[0].fire === undefined) this.#removeFirst()
    return this.#heap[0]
  }

  #removeFirst(): void {
    const last = this.#heap.pop()
    if (last === undefined || this.#heap.length === 0) return
    this.#heap[0] = last
    this.#sink(0)
  }

  #sweep(): void {
    // A sorted array is a heap.
    this.#heap = this.#heap.filter((timer) => timer.fire !== undefined).toSorted((a, b) => (before(a, b) ? -1 : 1))
  }

  #rise(from: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#swapIfBefore(at, parent)) return
      at = parent
    }
  }

  #sink(from: number): void {
    let at = from
    for (;;) {
      const left = 2 * at + 1
      const child = before(this.#heap[left + 1], this.#heap[left]) ? left + 1 : left
      if (!this.#swapIfBefore(child, at)) return
      at = child
    }
  }

  #swapIfBefore(lower: number, upper: number): boolean {
    const a = this.#heap[lower]
    const b = this.#heap[upper]
    if (a === undefined || b === undefined || !before(a, b)) return false
    this.#heap[lower] = b
    this.#heap[upper] = a
    return true
  }
}

function before(a: Timer | undefined, b: Timer | undefined): boolean {
  if (a === undefined || b === undefined) return false
  return a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.sequence < b.sequence)
}
