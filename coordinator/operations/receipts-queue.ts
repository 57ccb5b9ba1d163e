import { RECEIPTS_PER_CALL_MAX } from '../../shared/limits.ts'
import { Batcher } from '../../shared/work/batcher.ts'
import type { Context } from '../context.ts'
import { type Receipt, takeReceipts } from './take-receipts.ts'

/**
 * Receipts of all workers, one flush at a time: the copies of one piece arrive within milliseconds of each other and would conflict, and together they
 * cost one write.
 */
export class ReceiptsQueue {
  readonly #batcher: Batcher<readonly Receipt[], undefined>

  constructor(context: Context) {
    this.#batcher = new Batcher(async (calls) => {
      await takeReceipts(context, calls.flat())
      return calls.map(() => undefined)
    }, RECEIPTS_PER_CALL_MAX)
  }

  /** Resolves once they are durable. */
  async take(receipts: readonly Receipt[]): Promise<void> {
    if (receipts.length > 0) await this.#batcher.add(receipts)
  }
}
