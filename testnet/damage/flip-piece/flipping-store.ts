import type { PieceStore } from '../../../worker/store/piece-store.ts'

/** A byte of a piece, and the bits of it that are turned over. */
export interface Flip {
  readonly at: number
  readonly mask: number
}

/** A piece store that gives out one wrong byte, of whatever piece it is asked for. */
export class FlippingStore implements PieceStore {
  flip: Flip | undefined
  readonly #store: PieceStore

  constructor(store: PieceStore) {
    this.#store = store
  }

  get storeId(): string {
    return this.#store.storeId
  }

  /** Finds nothing: what is asked here is what readers notice, flip after flip of the same copy. */
  readonly audit: PieceStore['audit'] = {
    list: async () => await Promise.resolve([]),
    verify: async () => await Promise.resolve('good'),
    badCopies: () => [],
    discard: async () => {},
    note: async () => await Promise.resolve(''),
    keepNote: async () => {},
  }

  async *read(...[cid, range]: Parameters<PieceStore['read']>): AsyncGenerator<Uint8Array> {
    let offset = range?.offset ?? 0
    for await (const slice of this.#store.read(cid, range)) {
      const at = (this.flip?.at ?? -1) - offset
      const before = slice[at]
      if (this.flip !== undefined && before !== undefined) slice[at] = before ^ this.flip.mask
      offset += slice.byteLength
      yield slice
    }
  }

  begin: PieceStore['begin'] = async (order) => await this.#store.begin(order)
  stat: PieceStore['stat'] = async (cid) => await this.#store.stat(cid)
  remove: PieceStore['remove'] = async (cid, revision) => await this.#store.remove(cid, revision)
  receiptsDue: PieceStore['receiptsDue'] = async (limit) => await this.#store.receiptsDue(limit)
  receiptsAcknowledged: PieceStore['receiptsAcknowledged'] = async (receipts) => {
    await this.#store.receiptsAcknowledged(receipts)
  }
  list: PieceStore['list'] = async (after, limit) => await this.#store.list(after, limit)
  receiptsAgain: PieceStore['receiptsAgain'] = async (cids) => await this.#store.receiptsAgain(cids)
  usage: PieceStore['usage'] = async () => await this.#store.usage()
  close: PieceStore['close'] = async () => await this.#store.close()
}
