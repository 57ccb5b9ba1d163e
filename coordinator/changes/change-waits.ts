import type { Clock } from '../../shared/clock/clock.ts'
import { HiroError } from '../../shared/errors.ts'
import { CHANGES_WAITS_MAX, CHANGES_WAITS_PER_CLIENT_MAX } from '../../shared/limits.ts'
import { onAbort } from '../../shared/work/signal.ts'
import type { MetadataStore } from '../metadata/metadata-store.ts'

/** Calls that wait for a change of the tree. Woken by the store's own watch, whoever changed it: nobody looks again and again. */
export class ChangeWaits {
  readonly #clock: Clock
  readonly #wakes = new Set<() => void>()
  /** How many of each client wait. */
  readonly #byClient = new Map<string, number>()
  readonly #unwatch: () => void

  constructor(store: MetadataStore, clock: Clock) {
    this.#clock = clock
    this.#unwatch = store.watch('log/', () => {
      for (const wake of this.#wakes) wake()
    })
  }

  /** Calls that wait now. */
  get size(): number {
    return [...this.#byClient.values()].reduce((sum, count) => sum + count, 0)
  }

  /** A place among those that wait, until it is disposed. Throws `busy`. */
  enter(client: string): Disposable {
    const ofClient = this.#byClient.get(client) ?? 0
    if (ofClient >= CHANGES_WAITS_PER_CLIENT_MAX || this.size >= CHANGES_WAITS_MAX)
      throw new HiroError('busy', 'too many calls wait for a change already')
    this.#byClient.set(client, ofClient + 1)
    return {
      [Symbol.dispose]: () => {
        const left = (this.#byClient.get(client) ?? 1) - 1
        if (left === 0) this.#byClient.delete(client)
        else this.#byClient.set(client, left)
      },
    }
  }

  /** Begin it before looking, or the change between is missed. `true`: there was one; `false`: none for `ms`, or `signal` was aborted. */
  change(): { within(ms: number, signal: AbortSignal): Promise<boolean> } & Disposable {
    const woken = Promise.withResolvers<boolean>()
    const wake = (): void => woken.resolve(true)
    this.#wakes.add(wake)
    return {
      within: async (ms, signal) => {
        const cancel = this.#clock.after(ms, () => woken.resolve(false))
        using _ = onAbort(signal, () => woken.resolve(false))
        try {
          return await woken.promise
        } finally {
          cancel()
        }
      },
      [Symbol.dispose]: () => void this.#wakes.delete(wake),
    }
  }

  close(): void {
    this.#unwatch()
  }
}
