import type { Clock } from '../../shared/clock/clock.ts'
import { onAbort } from '../../shared/work/signal.ts'
import type { Order } from './transfer.ts'

/** Told in one answer: few enough that the next ones are not waited for by a large one. */
const ORDERS_PER_CALL_MAX = 16
const CHECKS_PER_CALL_MAX = 256
/** Of one store, waiting. More are forgotten: who found a copy bad finds it again. */
const CHECKS_WAITING_MAX = 10_000

/** What a worker is asked to do. */
export interface Tasks {
  readonly orders: readonly Order[]
  /** CIDs of copies that someone found bad: it shall read and hash them. */
  readonly checks: readonly string[]
}

/** What waits to be fetched by each worker, by its store. In memory only. */
export class Mailbox {
  readonly #clock: Clock
  readonly #orders = new Map<string, Order[]>()
  readonly #checks = new Map<string, Set<string>>()
  readonly #wakes = new Map<string, Set<() => void>>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  tell(store: string, orders: readonly Order[]): void {
    this.#orders.set(store, [...(this.#orders.get(store) ?? []), ...orders])
    this.#wake(store)
  }

  check(store: string, cid: string): void {
    const checks = this.#checks.get(store) ?? new Set()
    if (checks.size >= CHECKS_WAITING_MAX) return
    this.#checks.set(store, checks.add(cid))
    this.#wake(store)
  }

  /** Waits up to `waitMs` where there is nothing. */
  async next(store: string, waitMs: number, signal: AbortSignal): Promise<Tasks> {
    if (!this.#orders.has(store) && !this.#checks.has(store)) await this.#wait(store, waitMs, signal)
    const waiting = this.#orders.get(store) ?? []
    const orders = waiting.splice(0, ORDERS_PER_CALL_MAX)
    if (waiting.length === 0) this.#orders.delete(store)
    const due = this.#checks.get(store) ?? new Set<string>()
    const checks = [...due].slice(0, CHECKS_PER_CALL_MAX)
    for (const cid of checks) due.delete(cid)
    if (due.size === 0) this.#checks.delete(store)
    return { orders, checks }
  }

  /** Its worker is gone, and what it was to do is ordered of others. */
  left(store: string): void {
    this.#orders.delete(store)
    this.#checks.delete(store)
  }

  async #wait(store: string, waitMs: number, signal: AbortSignal): Promise<void> {
    const woken = Promise.withResolvers<void>()
    const wakes = this.#wakes.get(store) ?? new Set()
    this.#wakes.set(store, wakes.add(woken.resolve))
    const cancel = this.#clock.after(waitMs, woken.resolve)
    using _ = onAbort(signal, woken.resolve)
    await woken.promise
    cancel()
    wakes.delete(woken.resolve)
    if (wakes.size === 0) this.#wakes.delete(store)
  }

  /** One of those that wait for it. */
  #wake(store: string): void {
    const wakes = this.#wakes.get(store) ?? new Set()
    const [wake] = wakes
    if (wake === undefined) return
    wakes.delete(wake)
    wake()
  }
}
