import type { Operation } from './operation.ts'
import type { Request } from './request.ts'

/** Requests that the file system has at once. More: longer lines are filled; fewer: less memory, as each may have 1 MiB of a file in its hands. */
const UNDER_WAY_MAX = 64
/** The kernel has a request for each thread that waits in it, so that more are not seen but where somebody tries. Each takes a few hundred bytes. */
const WAITING_MAX = 4096
const LOCKS_WAITING_MAX = 1024

interface Waiting {
  readonly run: () => Promise<void>
  readonly over: () => void
  readonly droppable: boolean
}

/**
 * How many requests are under way; further ones wait, first come first served. Those that wait for one another are counted by themselves: were they not, as many waiting locks would keep
 * out the unlock that they wait for.
 */
export class Places {
  readonly #waiting = new Map<Request, Waiting>()
  #underWay = 0
  #locksWaiting = 0
  #idle: PromiseWithResolvers<void> | undefined

  /** Runs `run`, which never rejects, now or later. Resolves when it is over, or dropped; `undefined`: too many wait. */
  enter(request: Request, { waits, mustRun }: Operation, run: () => Promise<void>): Promise<void> | undefined {
    if (waits) return this.#locksWaiting < LOCKS_WAITING_MAX ? this.#runLock(run) : undefined
    if (this.#underWay < UNDER_WAY_MAX) return this.#run(run)
    if (this.#waiting.size >= WAITING_MAX) return undefined
    return new Promise((over) => {
      this.#waiting.set(request, { run, over, droppable: mustRun !== true })
    })
  }

  /** Whether it waited, and will not be run. */
  drop(request: Request): boolean {
    const waiting = this.#waiting.get(request)
    if (!waiting?.droppable) return false
    this.#waiting.delete(request)
    waiting.over()
    return true
  }

  /** Nothing waits any more; those that did, which are not run. */
  clear(): readonly Request[] {
    const dropped = [...this.#waiting.keys()]
    for (const { over } of this.#waiting.values()) over()
    this.#waiting.clear()
    return dropped
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    if (this.#isIdle) return
    this.#idle ??= Promise.withResolvers()
    await this.#idle.promise
  }

  get #isIdle(): boolean {
    return this.#underWay === 0 && this.#locksWaiting === 0
  }

  async #run(run: () => Promise<void>): Promise<void> {
    this.#underWay++
    await run()
    this.#underWay--
    for (const [request, next] of this.#waiting) {
      if (this.#underWay >= UNDER_WAY_MAX) break
      this.#waiting.delete(request)
      void this.#run(next.run).then(next.over)
    }
    if (this.#isIdle) this.#idle?.resolve()
  }

  async #runLock(run: () => Promise<void>): Promise<void> {
    this.#locksWaiting++
    await run()
    this.#locksWaiting--
    if (this.#isIdle) this.#idle?.resolve()
  }
}
