import type { Clock } from '../shared/clock/clock.ts'
import { sleep } from '../shared/clock/sleep.ts'
import { hasCode } from '../shared/errors.ts'
import { type InventoryPorts, takeInventory } from './inventory.ts'
import type { MembershipCalls } from './membership-calls.ts'

/** Without a word from the coordinator for so long it may have forgotten, or removed, what is here. */
const AWAY_MS = 60_000
/** Longer: what differs for a reason that nobody knows of is noticed later. Shorter: more reading on both sides. */
const INTERVAL_MS = 24 * 60 * 60_000
/** After a join receipts and removals go first, and then there is less that differs. */
const AFTER_JOIN_MS = 2_000

/** When a store is compared with what the coordinator thinks that it holds: after its start, after it was away, in a new epoch, and once a day. */
export class Inventories {
  readonly #ports: InventoryPorts
  #doneMs: number | undefined
  #heardMs = 0
  #epoch = 0

  constructor(ports: InventoryPorts) {
    this.#ports = ports
  }

  /** For one session. Ends by throwing. */
  async run(calls: MembershipCalls, epoch: number, signal: AbortSignal): Promise<never> {
    const clock: Clock = this.#ports.clock
    if (epoch !== this.#epoch || clock.now() - this.#heardMs > AWAY_MS) this.#doneMs = undefined
    this.#epoch = epoch
    try {
      await sleep(clock, AFTER_JOIN_MS, signal)
      for (;;) {
        const dueMs = this.#doneMs === undefined ? 0 : this.#doneMs + INTERVAL_MS
        if (dueMs > clock.now()) await sleep(clock, dueMs - clock.now(), signal)
        await takeInventory(this.#ports, calls, signal).catch((error: unknown) => {
          // A coordinator of an older release does not know what that is.
          if (!hasCode(error, 'bad-frame')) throw error
        })
        this.#doneMs = clock.now()
      }
    } finally {
      this.#heardMs = clock.now()
    }
  }
}
