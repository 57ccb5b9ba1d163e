import { CHUNK_SIZE_BYTES } from '../../../shared/limits.ts'
import { Budget } from './budget.ts'

/** Files that travel at once: small ones wait for the network most of their time. */
export const FILES_AT_ONCE = 8

/** What all files that travel at once may have in memory as plaintext; the library holds each chunk sealed as well. More: faster over long lines. */
const BUDGET_BYTES = 4 * CHUNK_SIZE_BYTES

/** A large file fills the line alone, small ones travel side by side, and memory stays bounded either way. */
export class Transfers {
  readonly #budget = new Budget(BUDGET_BYTES)

  async run<T>(sizeBytes: number, work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    return await this.#budget.run(Math.max(sizeBytes, BUDGET_BYTES / FILES_AT_ONCE), work, signal)
  }
}
