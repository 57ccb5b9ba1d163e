import type { Clock } from '../../shared/clock/clock.ts'
import { keys, partsOf } from '../metadata/keys.ts'
import type { MetadataStore } from '../metadata/metadata-store.ts'
import { Sessions } from './sessions.ts'
import { WaitQueue } from './wait-queue.ts'

/** What of locks is in memory: leases, and who waits. Woken by the store's own watch, whoever changed a lock. */
export class LockState {
  readonly sessions: Sessions
  readonly queue: WaitQueue
  readonly #unwatch: () => void

  constructor(store: MetadataStore, clock: Clock) {
    this.sessions = new Sessions(clock)
    this.queue = new WaitQueue(clock)
    this.#unwatch = store.watch(keys.lock(''), (changed) => {
      for (const key of changed) this.queue.wake(partsOf(key)[0] ?? '')
    })
  }

  close(): void {
    this.#unwatch()
  }
}
