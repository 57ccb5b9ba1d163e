import { isCidOf } from '../../shared/cid.ts'
import { HiroError } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import type { Random } from '../../shared/random/random.ts'
import { CheckedWriter } from './checked-writer.ts'
import type { PieceAudit } from './piece-audit.ts'
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
  /** Known to be bad. */
  readonly #bad = new Set<string>()
  #note = ''
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
    if (this.#bad.has(cid)) throw new HiroError('integrity', `the copy of piece ${cid} here is bad`)
    return piece && { sizeBytes: piece.bytes.byteLength, revision: piece.revision }
  }

  async *read(cid: string, range?: ByteRange): AsyncGenerator<Uint8Array> {
    this.#refuseAfterClose()
    const piece = this.#pieces.get(cid)
    if (piece === undefined) throw new HiroError('not-found', `piece ${cid} is not here`)
    if (this.#bad.has(cid)) throw new HiroError('integrity', `the copy of piece ${cid} here is bad`)
    for (const { offset, lengthBytes } of slicesOf(piece.bytes.byteLength, range))
      yield new Uint8Array(piece.bytes.subarray(offset, offset + lengthBytes))
  }

  async remove(cid: string, revision: number): Promise<'removed' | 'absent' | 'newer'> {
    this.#refuseAfterClose()
    const piece = this.#pieces.get(cid)
    if (piece === undefined) return 'absent'
    if (piece.revision > revision) return 'newer'
    this.#take(cid, piece)
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

  async list(after: string, limit: number): Promise<string[]> {
    this.#refuseAfterClose()
    return [...this.#pieces.keys()]
      .filter((cid) => cid > after && !this.#bad.has(cid))
      .toSorted()
      .slice(0, limit)
  }

  async receiptsAgain(cids: readonly string[]): Promise<void> {
    this.#refuseAfterClose()
    for (const cid of cids) {
      const piece = this.#pieces.get(cid)
      if (piece && !this.#due.has(cid) && !this.#bad.has(cid))
        this.#keep({ cid, sizeBytes: piece.bytes.byteLength, ...piece }, piece.bytes)
    }
  }

  async usage(): Promise<Usage> {
    const freeBytes = this.#capacityBytes - this.#usedBytes
    return { pieces: this.#pieces.size, usedBytes: this.#usedBytes, freeBytes }
  }

  /** Decay: from now on a piece has other bytes. */
  change(cid: string, decay: (bytes: Uint8Array) => Uint8Array): void {
    const piece = this.#pieces.get(cid)
    if (piece) this.#pieces.set(cid, { ...piece, bytes: decay(piece.bytes) })
  }

  get audit(): PieceAudit {
    return {
      list: async (after, limit) => {
        const cids = [...this.#pieces.keys()].filter((cid) => cid > after).toSorted()
        return cids.slice(0, limit).map((cid) => ({ cid, sizeBytes: this.#pieces.get(cid)?.bytes.byteLength ?? 0 }))
      },
      verify: async (cid) => {
        const piece = this.#pieces.get(cid)
        if (piece === undefined) return 'absent'
        const good = isCidOf(cid, piece.bytes)
        if (!good) {
          this.#bad.add(cid)
          this.#due.delete(cid)
        } else if (this.#bad.delete(cid)) {
          this.#due.set(cid, { cid, sizeBytes: piece.bytes.byteLength, revision: piece.revision })
        }
        return good ? 'good' : 'bad'
      },
      badCopies: () => [...this.#bad],
      discard: async (cid) => {
        const piece = this.#pieces.get(cid)
        if (piece && this.#bad.has(cid)) this.#take(cid, piece)
      },
      note: async () => this.#note,
      keepNote: async (note) => {
        this.#note = note
      },
    }
  }

  async close(): Promise<void> {
    this.#closed = true
  }

  #take(cid: string, piece: Piece): void {
    this.#pieces.delete(cid)
    this.#bad.delete(cid)
    this.#due.delete(cid)
    this.#usedBytes -= piece.bytes.byteLength
  }

  #putAgain(order: PutOrder): boolean {
    const piece = this.#pieces.get(order.cid)
    if (piece === undefined || this.#bad.has(order.cid)) return false
    checkSameSize(order, piece.bytes.byteLength)
    this.#keep({ ...order, revision: Math.max(order.revision, piece.revision) }, piece.bytes)
    return true
  }

  #keep({ cid, sizeBytes, revision }: PutOrder, bytes: Uint8Array): void {
    // The room of a bad copy that this one replaces was counted already.
    if (this.#bad.delete(cid)) this.#usedBytes -= this.#pieces.get(cid)?.bytes.byteLength ?? 0
    this.#pieces.set(cid, { bytes, revision })
    this.#due.delete(cid)
    this.#due.set(cid, { cid, sizeBytes, revision })
  }

  #refuseAfterClose(): void {
    if (this.#closed) throw new HiroError('aborted', 'the piece store is closed')
  }
}
