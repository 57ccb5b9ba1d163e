import type { Clock } from '../shared/clock/clock.ts'
import { type HiroError, toHiroError } from '../shared/errors.ts'
import { StallWatch } from '../shared/protocol/piece/stall-watch.ts'
import { step } from '../shared/steps.ts'
import { DISK_STALL_MS } from './patience.ts'
import type { PieceStore, PieceWriter, PutOrder } from './store/piece-store.ts'

export interface LocalPutPorts {
  readonly store: PieceStore
  readonly clock: Clock
  /** The piece is durable here, and its receipt due; it may be so only after the put was given up. */
  stored(): void
}

/**
 * One put at the store, whose failure is a result and not an exception: the bytes have to travel on. A disk that does not answer fails like one that says so; what it
 * still does then happens unseen, and is released when it ends.
 */
export class LocalPut implements Disposable {
  readonly #ports: LocalPutPorts
  readonly #order: PutOrder
  readonly #watch: StallWatch
  #writer: PieceWriter | undefined
  #failure: HiroError | undefined
  #ended = false

  constructor(ports: LocalPutPorts, order: PutOrder) {
    this.#ports = ports
    this.#order = order
    this.#watch = new StallWatch({ clock: ports.clock, stallMs: DISK_STALL_MS, what: 'the disk of this worker' })
  }

  async begin(): Promise<void> {
    await this.#step(async () => {
      const writer = await this.#ports.store.begin(this.#order)
      this.#writer = writer
      step('put-begun')
      // It is here already, and its receipt due again, whether the rest of the body comes or not.
      if (writer === undefined) this.#ports.stored()
      // Given up while the disk was asked.
      if (this.#ended) void writer?.abort()
    })
  }

  async write(slice: Uint8Array): Promise<void> {
    await this.#step(async () => await this.#writer?.write(slice))
  }

  /** `undefined`: the piece is here, durable; also when it was here before. */
  async finish(): Promise<HiroError | undefined> {
    await this.#step(async () => {
      await this.#writer?.finish()
      this.#ports.stored()
    })
    return this.#failure
  }

  /** Forgets what was not finished. Not waited for: a disk that hangs must hold nobody up. Idempotent. */
  [Symbol.dispose](): void {
    this.#ended = true
    this.#watch[Symbol.dispose]()
    void this.#writer?.abort()
  }

  async #step(step: () => Promise<void>): Promise<void> {
    if (this.#failure) return
    try {
      await this.#watch.during(step())
    } catch (cause) {
      this.#failure = toHiroError(cause, 'io')
    }
  }
}
