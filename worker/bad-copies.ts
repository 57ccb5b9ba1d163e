import { cidFromBytes, cidToBytes } from '../shared/cid.ts'
import type { Clock } from '../shared/clock/clock.ts'
import { BAD_COPIES_PER_CALL_MAX } from '../shared/limits.ts'
import { abortable } from '../shared/work/signal.ts'
import type { MembershipCalls } from './membership-calls.ts'
import type { PieceStore } from './store/piece-store.ts'
import { Wakeup } from './wakeup.ts'

/** Bad copies are told again after so long, to hear whether what is left of them may go. */
const AGAIN_MS = 10 * 60_000

/** Copies that were found bad or gone, and that the coordinator has to hear of. */
export class BadCopies {
  readonly #store: PieceStore
  readonly #clock: Clock
  readonly #woken = new Wakeup()
  /** The store knows nothing of these. */
  readonly #gone = new Set<string>()

  constructor(store: PieceStore, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** Someone says that this copy is bad: it is read. */
  async check(cid: string): Promise<void> {
    const found = await this.#store.audit.verify(cid)
    if (found === 'absent') this.#gone.add(cid)
    if (found !== 'good') this.wake()
  }

  /** There is something to tell. */
  wake(): void {
    this.#woken.wake()
  }

  /** Tells of all there are, at once and whenever there are new ones, and lets go of what may go. Ends by throwing. */
  async tell(calls: MembershipCalls, signal: AbortSignal): Promise<never> {
    for (;;) {
      const cids = [...new Set([...this.#gone, ...this.#store.audit.badCopies()])]
      for (let at = 0; at < cids.length; at += BAD_COPIES_PER_CALL_MAX) {
        const some = cids.slice(at, at + BAD_COPIES_PER_CALL_MAX)
        const { released } = await calls.call('badCopies', { cids: some.map(cidToBytes) }, { signal })
        for (const cid of some) this.#gone.delete(cid)
        for (const cid of released.map(cidFromBytes)) await abortable(this.#store.audit.discard(cid), signal)
      }
      const cancel = cids.length > 0 ? this.#clock.after(AGAIN_MS, () => this.wake()) : () => {}
      await this.#woken.wait(signal).finally(cancel)
    }
  }
}
