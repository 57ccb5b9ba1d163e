import type { HiroError } from '../../shared/errors.ts'
import type { ChangeListener } from './change-feed.ts'
import type { SealedPlace, TreeChange } from './tree-change.ts'

/** Changes that nobody has taken yet. More: who is slow misses less; fewer: less memory. */
const WAITING_MAX = 4_096

/** What was told, for one who takes it when he likes. */
export class WatchQueue implements ChangeListener {
  #error: HiroError | undefined
  #waiting: TreeChange[] = []
  #overflow = false
  #ended = false
  #wake: () => void = () => {}

  told(changes: readonly TreeChange[]): void {
    this.#waiting.push(...changes)
    if (this.#waiting.length > WAITING_MAX) this.lost()
    this.#wake()
  }

  lost(): void {
    this.#waiting = []
    this.#overflow = true
    this.#wake()
  }

  failed(error: HiroError): void {
    this.#error = error
    this.#wake()
  }

  /** Where something is until one of those that wait moves or removes it. */
  placeOf(id: string): SealedPlace | undefined {
    const next = this.#waiting.find(
      (change) => change.id === id && (change.kind === 'moved' || change.kind === 'removed'),
    )
    return next?.kind === 'moved' ? next.from : next
  }

  /** Whoever waits is given nothing. */
  end(): void {
    this.#ended = true
    this.#wake()
  }

  /** The oldest. `undefined`: it was ended. Throws what it failed with. */
  async take(): Promise<TreeChange | 'overflow' | undefined> {
    for (;;) {
      if (this.#ended) return undefined
      if (this.#error) throw this.#error
      if (this.#overflow) {
        this.#overflow = false
        return 'overflow'
      }
      const next = this.#waiting.shift()
      if (next !== undefined) return next
      const woken = Promise.withResolvers<void>()
      this.#wake = woken.resolve
      await woken.promise
    }
  }
}
