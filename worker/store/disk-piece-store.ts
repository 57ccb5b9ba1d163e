import type { Clock } from '../../shared/clock/clock.ts'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { PIECES_FOLDER } from '../../shared/files/store-layout.ts'
import { PIECE_INLINE_BYTES_MAX } from '../../shared/limits.ts'
import { step } from '../../shared/steps.ts'
import { CheckedWriter, type PieceSink } from './checked-writer.ts'
import type { Disk } from './disk/disk.ts'
import { DiskPieceAudit } from './disk-piece-audit.ts'
import type { IndexRow, PieceIndex } from './index/piece-index.ts'
import { KeyedLock } from './keyed-lock.ts'
import { openPiece } from './open-piece.ts'
import type { PieceFileWriter } from './piece-file-writer.ts'
import { PieceFiles } from './piece-files.ts'
import { type ByteRange, slicesOf } from './piece-slices.ts'
import type { PieceStat, PieceStore, PieceWriter, PutOrder, Receipt, Usage } from './piece-store.ts'
import { checkOrder, checkSameSize } from './put-order.ts'
import { type Reservation, Room } from './room.ts'
import { checkStoreMark } from './store-mark.ts'

export interface DiskPieceStoreOptions {
  readonly disk: Disk
  /** Belongs to the store once that is open: its `close` closes it. */
  readonly index: PieceIndex
  readonly clock: Clock
  /** What this worker guarantees to keep. */
  readonly capacityBytes: number
  /** Free space of the disk that puts may not use, and removals can. */
  readonly reserveBytes: number
}

/**
 * Opens the store, made with its index, and sweeps what was left half-written. Reads the index and names of files, never a piece. Throws `integrity` (index and
 * files are not of one store), `version-unknown`, `no-room`, `io`.
 */
export async function openDiskPieceStore(options: DiskPieceStoreOptions): Promise<PieceStore> {
  const { disk, index } = options
  const kept = await index.totals()
  await disk.makeFolder(PIECES_FOLDER)
  await checkStoreMark(disk, PIECES_FOLDER, index.storeId, kept.pieces + kept.damagedRows === 0)
  const store = new DiskPieceStore(options, new Room({ ...options, kept }), kept.badCids)
  await store.sweep(kept.damagedRows > 0)
  return store
}

class DiskPieceStore implements PieceStore {
  readonly storeId: string
  readonly #index: PieceIndex
  readonly #files: PieceFiles
  readonly #room: Room
  readonly #locks = new KeyedLock()
  readonly audit: DiskPieceAudit
  readonly #writers = new Set<PieceWriter>()

  constructor({ disk, index }: DiskPieceStoreOptions, room: Room, badCids: readonly string[]) {
    this.storeId = index.storeId
    this.#index = index
    this.#files = new PieceFiles(disk)
    this.#room = room
    const take = async (cid: string, row: IndexRow | undefined): Promise<void> =>
      await this.#take(cid, row ?? 'damaged')
    this.audit = new DiskPieceAudit({ disk, index, files: this.#files, locks: this.#locks, badCids, take })
  }

  /** With damaged rows in the index, a file that seems unknown may be that of such a row whose CID is what was damaged: only temporary ones go then. */
  sweep(rowsAreDamaged: boolean): Promise<void> {
    return this.#files.sweep(async (cid) => {
      const row = await this.#rowOf(cid)
      return row === undefined ? rowsAreDamaged : row === 'damaged' || !row.inline
    })
  }

  async begin(order: PutOrder): Promise<PieceWriter | undefined> {
    checkOrder(order)
    const isHere = async (): Promise<boolean> => await this.#putAgain(order, await this.#rowOf(order.cid))
    if (await this.#locks.run(order.cid, isHere)) return undefined
    const reservation = await this.#room.reserve(order.sizeBytes)
    let sink: PieceSink
    try {
      sink =
        order.sizeBytes <= PIECE_INLINE_BYTES_MAX
          ? this.#indexSink(order, reservation)
          : await this.#fileSink(order, reservation)
    } catch (error) {
      reservation.release()
      throw error
    }
    const writer: PieceWriter = new CheckedWriter(order, {
      ...sink,
      release: async () => {
        await sink.release()
        reservation.release()
        this.#writers.delete(writer)
      },
    })
    this.#writers.add(writer)
    return writer
  }

  async stat(cid: string): Promise<PieceStat | undefined> {
    const row = await this.#index.get(cid)
    if (row?.bad) throw new HiroError('integrity', `the copy of piece ${cid} here is bad`)
    return row && { sizeBytes: row.sizeBytes, revision: row.revision }
  }

  async *read(cid: string, range?: ByteRange): AsyncGenerator<Uint8Array> {
    // Under the lock, so that a removal cannot come between the row and the file.
    const piece = await this.#locks.run(cid, () => openPiece(this.#index, this.#files, cid))
    try {
      for (const { offset, lengthBytes } of slicesOf(piece.sizeBytes, range)) {
        const slice = await piece.read(offset, lengthBytes)
        if (slice.byteLength !== lengthBytes) throw new HiroError('integrity', `piece ${cid} was cut while it was read`)
        yield slice
      }
    } finally {
      await piece.close()
    }
  }

  remove(cid: string, revision: number): Promise<'removed' | 'absent' | 'newer'> {
    return this.#locks.run(cid, async () => {
      const row = await this.#rowOf(cid)
      if (row === undefined) return 'absent'
      if (row !== 'damaged' && row.revision > revision) return 'newer'
      await this.#take(cid, row)
      return 'removed'
    })
  }

  async receiptsDue(limit: number): Promise<Receipt[]> {
    const rows = await this.#index.receiptsDue(limit)
    return rows.map(({ cid, sizeBytes, revision }) => ({ cid, sizeBytes, revision }))
  }

  async receiptsAcknowledged(receipts: readonly Receipt[]): Promise<void> {
    await Promise.all(receipts.map((receipt) => this.#locks.run(receipt.cid, () => this.#acknowledged(receipt))))
  }

  async list(after: string, limit: number): Promise<string[]> {
    const cids: string[] = []
    for (let behind = after; cids.length < limit; ) {
      const page = await this.#index.list(behind, limit - cids.length)
      const last = page.at(-1)
      if (last === undefined) break
      behind = last.cid
      for (const { cid, row } of page) if (row && !row.bad) cids.push(cid)
    }
    return cids
  }

  async receiptsAgain(cids: readonly string[]): Promise<void> {
    const again = async (cid: string): Promise<void> => {
      const row = await this.#rowOf(cid)
      if (typeof row === 'object' && !row.receiptDue && !row.bad)
        await this.#index.commit([{ kind: 'update', row: { ...row, receiptDue: true } }])
    }
    await Promise.all(cids.map((cid) => this.#locks.run(cid, () => again(cid))))
  }

  usage(): Promise<Usage> {
    return this.#room.usage()
  }

  async close(): Promise<void> {
    await Promise.all([...this.#writers].map((writer) => writer.abort()))
    await this.#index.close()
  }

  #indexSink(order: PutOrder, reservation: Reservation): PieceSink {
    const buffers: Uint8Array[] = []
    return {
      append: async (bytes) => {
        buffers.push(bytes)
      },
      keep: () => this.#adopt(order, reservation, { inlineBytes: Buffer.concat(buffers) }),
      release: async () => {},
    }
  }

  async #fileSink(order: PutOrder, reservation: Reservation): Promise<PieceSink> {
    const file = await this.#files.create(order.cid)
    return {
      append: (bytes) => file.append(bytes),
      keep: () => this.#adopt(order, reservation, { file }),
      release: () => file.release(),
    }
  }

  /** The end of every put of bytes that are right: into its file if it has one, then into the index. */
  async #adopt(
    order: PutOrder,
    reservation: Reservation,
    { file, inlineBytes }: { file?: PieceFileWriter; inlineBytes?: Uint8Array },
  ): Promise<void> {
    await this.#locks.run(order.cid, async () => {
      const before = await this.#rowOf(order.cid)
      // Another put of the same piece may have been faster.
      if (await this.#putAgain(order, before)) return
      const row: IndexRow = { ...order, receiptDue: true, inline: inlineBytes !== undefined, bad: false }
      step('piece-received')
      try {
        await file?.makeDurable()
        await this.#index.commit([inlineBytes ? { kind: 'put', row, inlineBytes } : { kind: 'put', row }])
        step('piece-indexed')
        this.audit.replaced(order.cid)
      } catch (error) {
        // After `io` a power cut could still bring back the row, so its file stays; without the row the next start sweeps it.
        if (file && !hasCode(error, 'io')) await this.#files.remove(order.cid).catch(() => {})
        throw error
      }
      // The room of a damaged piece that this one replaces was counted already.
      if (typeof before !== 'object') reservation.keep()
    })
  }

  /** Under the lock. */
  async #take(cid: string, row: IndexRow | 'damaged'): Promise<void> {
    step('piece-removing')
    await this.#index.commit([{ kind: 'remove', cid }])
    step('piece-unindexed')
    this.audit.replaced(cid)
    if (row !== 'damaged') this.#room.removed(row.sizeBytes)
    // After the row, never before: a row without its file would be a promise broken.
    if (row === 'damaged' || !row.inline) await this.#files.remove(cid)
    step('piece-removed')
  }

  /** Under the lock: when the piece is here, whole as far as can be seen without reading it, puts it under the order's revision too. */
  async #putAgain(order: PutOrder, row: IndexRow | 'damaged' | undefined): Promise<boolean> {
    if (typeof row !== 'object' || row.bad) return false
    checkSameSize(order, row.sizeBytes)
    if (!(await this.#isWhole(row))) return false
    const revision = Math.max(row.revision, order.revision)
    await this.#index.commit([{ kind: 'update', row: { ...row, revision, receiptDue: true } }])
    return true
  }

  async #acknowledged({ cid, revision }: Receipt): Promise<void> {
    const row = await this.#rowOf(cid)
    if (typeof row !== 'object' || !row.receiptDue || row.revision > revision) return
    await this.#index.commit([{ kind: 'update', row: { ...row, receiptDue: false } }])
  }

  async #isWhole({ cid, sizeBytes, inline }: IndexRow): Promise<boolean> {
    if (!inline) return await this.#files.isWhole(cid, sizeBytes)
    return (await this.#index.inlineBytes(cid).catch(unlessIntegrity(undefined)))?.byteLength === sizeBytes
  }

  async #rowOf(cid: string): Promise<IndexRow | 'damaged' | undefined> {
    return await this.#index.get(cid).catch(unlessIntegrity('damaged' as const))
  }
}

function unlessIntegrity<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (hasCode(error, 'integrity')) return value
    throw error
  }
}
