import { HiroError } from '../shared/errors.ts'

/** Counts the requests that are being served, so that there are never too many, and that a stop can wait for them. */
export class RequestGate {
  readonly #insideMax: number
  #inside = 0
  #closed = false
  readonly #empty = Promise.withResolvers<void>()

  constructor(insideMax: number) {
    this.#insideMax = insideMax
  }

  /** Throws `busy` when there are too many inside, `unreachable` once the gate is closed. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new HiroError('unreachable', 'this worker is being stopped')
    if (this.#inside >= this.#insideMax) throw new HiroError('busy', `${this.#inside} requests are served already`)
    this.#inside++
    try {
      return await work()
    } finally {
      this.#inside--
      this.#checkEmpty()
    }
  }

  /** Lets nobody in any more. Resolves when the last one is out. Idempotent. */
  async close(): Promise<void> {
    this.#closed = true
    this.#checkEmpty()
    await this.#empty.promise
  }

  #checkEmpty(): void {
    if (this.#closed && this.#inside === 0) this.#empty.resolve()
  }
}
