import type { HiroError } from '../shared/errors.ts'
import { toHiroError } from '../shared/errors.ts'
import type { PutOutcome } from '../shared/protocol/piece/piece.js'
import type { PieceStore, PieceWriter, PutOrder } from './store/piece-store.ts'

/** Where a piece goes on to while it comes in. */
export interface Onward {
  /** Resolves when the next worker has taken the slice, or is given up. Never throws. */
  pass(slice: Uint8Array): Promise<void>
  end(error?: HiroError): void
  readonly outcomes: Promise<PutOutcome[]>
}

/**
 * Stores a piece and passes it on at the same time, slice by slice, at the pace of the slower one. A disk that fails does not keep the piece from those behind,
 * nor they it from this disk. The outcomes are this worker's, only once the piece is durable here, and then those behind. Throws only what
 * `body` throws: the sender broke off, and nothing is kept.
 */
export async function putPiece(
  store: PieceStore,
  self: string,
  order: PutOrder,
  body: AsyncIterable<Uint8Array>,
  onward: Onward,
): Promise<PutOutcome[]> {
  const local = new LocalPut(store, order)
  await local.begin()
  try {
    for await (const slice of body) await Promise.all([local.write(slice), onward.pass(slice)])
  } catch (cause) {
    const error = toHiroError(cause)
    onward.end(error)
    await Promise.all([local.abort(), onward.outcomes])
    throw error
  }
  onward.end()
  const [failure, behind] = await Promise.all([local.finish(), onward.outcomes])
  return [{ peer: self, code: failure?.code ?? '', message: failure?.message ?? '' }, ...behind]
}

/** One put at the store, whose failure is a result and not an exception: the bytes have to travel on. */
class LocalPut {
  readonly #store: PieceStore
  readonly #order: PutOrder
  #writer: PieceWriter | undefined
  #failure: HiroError | undefined

  constructor(store: PieceStore, order: PutOrder) {
    this.#store = store
    this.#order = order
  }

  async begin(): Promise<void> {
    await this.#try(async () => {
      this.#writer = await this.#store.begin(this.#order)
    })
  }

  async write(slice: Uint8Array): Promise<void> {
    await this.#try(async () => await this.#writer?.write(slice))
  }

  /** `undefined`: the piece is here, durable; also when it was here before. */
  async finish(): Promise<HiroError | undefined> {
    await this.#try(async () => await this.#writer?.finish())
    return this.#failure
  }

  async abort(): Promise<void> {
    await this.#writer?.abort()
  }

  async #try(step: () => Promise<void>): Promise<void> {
    if (this.#failure) return
    try {
      await step()
    } catch (cause) {
      this.#failure = toHiroError(cause, 'io')
      await this.#writer?.abort()
    }
  }
}
