import assert from 'node:assert/strict'
import { type ErrorCode, hasCode } from '../../shared/errors.ts'
import type { PieceStore, PieceWriter } from './piece-store.ts'
import { readAll, type Sample } from './test-pieces.ts'

/** Opens a new, empty store of this capacity. */
export type MakePieceStore = (capacityBytes: number) => Promise<{ store: PieceStore; remove: () => Promise<void> }>

export const CAPACITY_BYTES = 50_000_000
/** One piece that lives in an index, and one that has a file. */
export const SMALL = 1000
export const LARGE = 300_000

export const coded = (code: ErrorCode) => (error: unknown) =>
  hasCode(error, code) || assert.fail(`${code} expected, got ${String(error)}`)

/** A new store for every test of the suite in which this is called. */
export class PieceStoreFixture {
  readonly #make: MakePieceStore
  #store: PieceStore | undefined
  #removals: (() => Promise<void>)[] = []

  constructor(make: MakePieceStore) {
    this.#make = make
    beforeEach(() => this.open(CAPACITY_BYTES))
    afterEach(async () => {
      for (const remove of this.#removals) await remove()
      this.#removals = []
    })
  }

  get store(): PieceStore {
    assert(this.#store)
    return this.#store
  }

  /** Opens another store, with this capacity. */
  async open(capacityBytes: number): Promise<void> {
    const { store, remove } = await this.#make(capacityBytes)
    this.#store = store
    this.#removals.push(() => store.close(), remove)
  }

  async begin({ cid, bytes }: Sample, revision = 1): Promise<PieceWriter> {
    const writer = await this.store.begin({ cid, sizeBytes: bytes.byteLength, revision })
    assert(writer !== undefined, 'the piece is there already')
    return writer
  }

  async assertAbsent({ cid }: Sample): Promise<void> {
    assert.equal(await this.store.stat(cid), undefined)
    await assert.rejects(readAll(this.store, cid), coded('not-found'))
    assert.equal(await this.store.remove(cid, 1e9), 'absent')
  }

  async usedBytes(): Promise<number> {
    return (await this.store.usage()).usedBytes
  }

  /** CIDs of receipts due. */
  async due(limit = 100): Promise<string[]> {
    return (await this.store.receiptsDue(limit)).map(({ cid }) => cid)
  }
}
