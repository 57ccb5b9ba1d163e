import { HiroError, hasCode } from '../../shared/errors.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { type Charged, charge } from './charge.ts'
import { quotaAt } from './quota-rows.ts'

/** Counts the files of a pack that one transaction publishes. Each is refused alone; all that count do so in one quota, for the transaction has room for one more row and not for twenty. */
export class PackedCharges {
  readonly #tx: Transaction
  #folder: string | undefined

  constructor(tx: Transaction) {
    this.#tx = tx
  }

  /** `changed`: another quota holds there than for the files before. It may be added by itself. */
  async charge(folder: string, logicalBytes: number): Promise<Charged | HiroError> {
    const found = await quotaAt(this.#tx, folder)
    this.#folder ??= found?.folder
    if (found && found.folder !== this.#folder)
      return new HiroError('changed', 'another quota holds in its folder than for the others of the pack')
    try {
      return await charge(this.#tx, { folder, logicalBytes })
    } catch (error) {
      if (hasCode(error, 'over-quota')) return error
      throw error
    }
  }
}
