import type { Clock } from '../../shared/clock/clock.ts'
import { ROOT_ID } from '../../shared/ids.ts'

/** How long an id is believed. Longer saves look-ups; shorter shows sooner what other clients moved or removed. */
const BELIEVED_MS = 1_000
const FOLDERS_MAX = 10_000

/**
 * Ids of folders by their path, as they were a moment ago, so that adding a tree does not walk from the root for each file. A stale one does no harm but to show a
 * folder where it was a second ago: what changes anything is checked by the coordinator against the id.
 */
export class FolderIds {
  readonly #clock: Clock
  readonly #byPath = new Map<string, { id: string; untilMs: number }>()
  #timesRemembered = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get(path: string): string | undefined {
    if (path === '/') return ROOT_ID
    const known = this.#byPath.get(path)
    if (known === undefined || known.untilMs <= this.#clock.now()) return undefined
    this.#timesRemembered++
    return known.id
  }

  set(path: string, id: string): void {
    if (this.#byPath.size >= FOLDERS_MAX) this.#byPath.clear()
    this.#byPath.set(path, { id, untilMs: this.#clock.now() + BELIEVED_MS })
  }

  /** The folder and all below it. */
  forget(path: string): void {
    for (const known of this.#byPath.keys()) {
      if (known === path || known.startsWith(`${path}/`)) this.#byPath.delete(known)
    }
  }

  clear(): void {
    this.#byPath.clear()
  }

  /** How often an id was told that may be old. */
  get timesRemembered(): number {
    return this.#timesRemembered
  }
}
