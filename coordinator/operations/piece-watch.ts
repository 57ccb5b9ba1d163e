import type { Clock } from '../../shared/clock/clock.ts'
import { keys } from '../metadata/keys.ts'
import type { MetadataStore } from '../metadata/metadata-store.ts'

/** Wakes whoever waits for receipts of certain pieces, by the store's own watch: also when another coordinator took the receipt. */
export class PieceWatch {
  readonly #clock: Clock
  readonly #waiting = new Map<string, Set<() => void>>()
  readonly #unwatch: () => void

  constructor(store: MetadataStore, clock: Clock) {
    this.#clock = clock
    this.#unwatch = store.watch('piece/', (changed) => {
      for (const key of changed) for (const wake of this.#waiting.get(key) ?? []) wake()
    })
  }

  /** Resolves once one of the pieces changed, or after `waitMs`. Start it before looking, or the change between is missed. */
  changeOf(cids: readonly string[], waitMs: number): { changed: Promise<void>; stop: () => void } {
    const done = Promise.withResolvers<void>()
    const cancel = this.#clock.after(waitMs, done.resolve)
    const watched = cids.map((cid) => keys.piece(cid))
    for (const key of watched) {
      const wakes = this.#waiting.get(key) ?? new Set()
      this.#waiting.set(key, wakes.add(done.resolve))
    }
    const stop = (): void => {
      cancel()
      done.resolve()
      for (const key of watched) {
        const wakes = this.#waiting.get(key)
        wakes?.delete(done.resolve)
        if (wakes?.size === 0) this.#waiting.delete(key)
      }
    }
    return { changed: done.promise, stop }
  }

  close(): void {
    this.#unwatch()
  }
}
