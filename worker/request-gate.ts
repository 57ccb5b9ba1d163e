import { HiroError } from '../shared/errors.ts'

/** Lets requests in as long as what they need at once has room, and lets a stop wait for those inside. Nobody waits to be let in: workers that wait for one another's turns could wait for ever. */
export class RequestGate {
  readonly #bytesMax: number
  #insideBytes = 0
  #inside = 0
  #closed = false
  readonly #empty = Promise.withResolvers<void>()

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  /** `bytes`: memory that `work` may need. Throws `busy` when there is no room for it, `unreachable` once the gate is closed. */
  async run<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new HiroError('unreachable', 'this worker is being stopped')
    if (this.#inside > 0 && this.#insideBytes + bytes > this.#bytesMax) {
      throw new HiroError('busy', `${this.#inside} requests are served already`)
    }
    this.#inside++
    this.#insideBytes += bytes
    try {
      return await work()
    } finally {
      this.#inside--
      this.#insideBytes -= bytes
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
