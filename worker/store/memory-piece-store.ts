import { HiroError } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import type { Random } from '../../shared/random/random.ts'
import { CheckedWriter } from './checked-writer.ts'
import { type ByteRange, slicesOf } from './piece-slices.ts'
import type { PieceStat, PieceStore, PieceWriter, PutOrder, Receipt, Usage } from './piece-store.ts'
import { checkOrder, checkSameSize } from './put-order.ts'

interface Piece {
  readonly bytes: Uint8Array
  readonly revision: number
}

/** The piece store of tests that are not about disks. Nothing survives `close`. */
export class MemoryPieceStore implements PieceStore {
  readonly storeId: string
  readonly #capacityBytes: number
  readonly #pieces = new Map<string, Piece>()
  /** By CID, in the order in which they became due. */
  readonly #due = new Map<string, Receipt>()
  #usedBytes = 0
  #closed = false

  constructor({ random, capacityBytes }: { random: Random; capacityBytes: number }) {
    this.storeId = newId(random)
    this.#capacityBytes = capacityBytes
  }

  async begin(order: PutOrder): Promise<PieceWriter | undefined> {
    this.#refuseAfterClose()
    checkOrder(order)
    const { sizeBytes } = order
    if (this.#putAgain(order)) return undefined
    if (this.#usedBytes + sizeBytes > this.#capacityBytes)
      throw new HiroError('no-room', `no room for ${sizeBytes} bytes`)
    this.#usedBytes += sizeBytes
    const buffers: Uint8Array[] = []
    let kept = false
    return new CheckedWriter(order, {
      append: async (bytes) => {
        buffers.push(bytes)
      },
      keep: async () => {
        this.#refuseAfterClose()
        if (this.#putAgain(order)) return
        this.#keep(order, Buffer.concat(buffers))
        kept = true
      },
      release: async () => {
        if (!kept) this.#usedBytes -= sizeBytes
      },
    })
  }

  async stat(cid: string): Promise<PieceStat | undefined> {
    this.#refuseAfterClose()
    const piece = this.#pieces.get(cid)
    return piece && { sizeBytes: piece.bytes.byteLength, revision: piece.revision }
  }

  async *read(cid: string, range?: ByteRange): AsyncGenerator<Uint8Array> {
    this.#refuseAfterClose()
    const piece = this.#pieces.get(cid)
    if (piece === undefined) throw new HiroError('not-found', `piece ${cid} is not here`)
    for (const { offset, lengthBytes } of slicesOf(piece.bytes.byteLength, range))
      yield new Uint8Array(piece.bytes.subarray(offset, offset + lengthBytes))
  }

  async remove(cid: string, revision: number): Promise<'removed' | 'absent' | 'newer'> {
    this.#refuseAfterClose()
    const piece = this.#pieces.get(cid)
    if (piece === undefined) return 'absent'
    if (piece.revision > revision) return 'newer'
    this.#pieces.delete(cid)
    this.#due.delete(cid)
    this.#usedBytes -= piece.bytes.byteLength
    return 'removed'
  }

  async receiptsDue(limit: number): Promise<Receipt[]> {
    this.#refuseAfterClose()
    return [...this.#due.values()].slice(0, limit)
  }

  async receiptsAcknowledged(receipts: readonly Receipt[]): Promise<void> {
    this.#refuseAfterClose()
    for (const { cid, revision } of receipts) {
      const due = this.#due.get(cid)
      if (due !== undefined && due.revision <= revision) this.#due.delete(cid)
    }
  }

  async usage(): Promise<Usage> {
    const freeBytes = this.#capacityBytes - this.#usedBytes
    return { pieces: this.#pieces.size, usedBytes: this.#usedBytes, freeBytes }
  }

  async close(): Promise<void> {
    this.#closed = true
  }

  #putAgain(order: PutOrder): boolean {
    const piece = this.#pieces.get(order.cid)
    if (piece === undefined) return false
    checkSameSize(order, piece.bytes.byteLength)
    this.#keep({ ...order, revision: Math.max(order.revision, piece.revision) }, piece.bytes)
    return true
  }

  #keep({ cid, sizeBytes, revision }: PutOrder, bytes: Uint8Array): void {
    this.#pieces.set(cid, { bytes, revision })
    this.#due.delete(cid)
    this.#due.set(cid, { cid, sizeBytes, revision })
  }

  #refuseAfterClose(): void {
    if (this.#closed) throw new HiroError('aborted', 'the piece store is closed')
  }
}
