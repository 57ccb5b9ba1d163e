import assert from 'node:assert/strict'
import { setImmediate as macrotask } from 'node:timers/promises'
import type { Clock } from './clock.ts'
import { TimerQueue } from './timer-queue.ts'

/** 2026-01-01T00:00:00Z: a plausible time, so that nothing works only because time starts at zero. */
const START_MS = 1_767_225_600_000

/**
 * Time that stands still until someone runs it. Timers fire by due time, then in the order they were asked for; after each one
 * everything that became ready (promises, ticks) runs to its end before the next fires. So a run depends on nothing but the code
 * and its seed, as long as that code waits for nothing but ports.
 */
export class SimulatedClock implements Clock {
  readonly #queue = new TimerQueue()
  #nowMs: number
  #running = false

  constructor(startMs = START_MS) {
    this.#nowMs = startMs
  }

  now(): number {
    return this.#nowMs
  }

  after(delayMs: number, fire: () => void): () => void {
    const timer = this.#queue.add(this.#nowMs + Math.max(0, delayMs), fire)
    return () => this.#queue.cancel(timer)
  }

  /** Whether no timer waits: once everything ready has run, nothing will ever happen again by itself. */
  get idle(): boolean {
    return this.#queue.size === 0
  }

  /** Fires what is due in the next `ms`; afterwards `now` is exactly `ms` later. */
  advance(ms: number): Promise<void> {
    return this.run(this.#nowMs + ms)
  }

  /** Fires everything due until `untilMs` (a time, not a duration), and stands there. What a timer's function throws ends the run. */
  async run(untilMs: number): Promise<void> {
    await this.#exclusively(async () => {
      await macrotask()
      while (await this.#step(untilMs));
      this.#nowMs = Math.max(this.#nowMs, untilMs)
    })
  }

  /**
   * Runs time until `work` settles, and gives its result. Fails when `work` cannot settle any more (nothing waits), or has not
   * after `limitMs` of simulated time: a swarm's heartbeats never cease, so a hang looks like that.
   */
  async drive<T>(work: Promise<T>, limitMs = 24 * 60 * 60 * 1000): Promise<T> {
    let settled = false
    const settle = (): void => {
      settled = true
    }
    work.then(settle, settle)
    await this.#exclusively(async () => {
      const untilMs = this.#nowMs + limitMs
      await macrotask()
      while (!settled) {
        if (await this.#step(untilMs)) continue
        throw new Error(
          this.idle ? 'simulation stuck: nothing waits for time' : `simulation not done after ${limitMs} ms`,
        )
      }
    })
    return await work
  }

  /** The clock of one simulated process: `skewMs` off the common time, and dead once stopped. */
  view(skewMs = 0): ClockView {
    return new ClockView(this, skewMs)
  }

  /** Fires one timer that is due until `untilMs` and lets all that follows from it run; false when there is none. */
  async #step(untilMs: number): Promise<boolean> {
    const dueMs = this.#queue.nextDueMs()
    if (dueMs === undefined || dueMs > untilMs) return false
    this.#nowMs = Math.max(this.#nowMs, dueMs)
    this.#queue.take()?.()
    // A turn of the event loop comes only after all microtasks and ticks, however many follow from one another.
    await macrotask()
    return true
  }

  async #exclusively(work: () => Promise<void>): Promise<void> {
    assert(!this.#running, 'the simulated clock is already being run')
    this.#running = true
    try {
      await work()
    } finally {
      this.#running = false
    }
  }
}

/**
 * A simulated process's own clock. While it is paused none of its timers fires; those that came due meanwhile do, in order, when it goes on. After `stop` none fires
 * any more and new ones are ignored: the dead do not wake.
 */
export class ClockView implements Clock {
  readonly #clock: Clock
  readonly #skewMs: number
  readonly #cancels = new Set<() => void>()
  #overdue: (() => void)[] | undefined
  #stopped = false

  constructor(clock: Clock, skewMs: number) {
    this.#clock = clock
    this.#skewMs = skewMs
  }

  now(): number {
    return this.#clock.now() + this.#skewMs
  }

  after(delayMs: number, fire: () => void): () => void {
    if (this.#stopped) return () => {}
    let cancelTimer = (): void => {}
    const wait = (delayMs: number): void => {
      cancelTimer = this.#clock.after(delayMs, due)
    }
    const due = (): void => {
      if (this.#overdue !== undefined) return void this.#overdue.push(again)
      this.#cancels.delete(cancel)
      fire()
    }
    const again = (): void => {
      if (this.#cancels.has(cancel)) wait(0)
    }
    const cancel = (): void => {
      this.#cancels.delete(cancel)
      cancelTimer()
    }
    this.#cancels.add(cancel)
    wait(delayMs)
    return cancel
  }

  /** Idempotent. */
  pause(): void {
    this.#overdue ??= []
  }

  /** Idempotent. */
  resume(): void {
    const overdue = this.#overdue ?? []
    this.#overdue = undefined
    for (const again of overdue) again()
  }

  /** Idempotent. */
  stop(): void {
    this.#stopped = true
    for (const cancel of this.#cancels) cancel()
  }
}
