import { CidHasher } from '../../shared/cid.ts'
import { hasCode } from '../../shared/errors.ts'
import { PIECES_FOLDER } from '../../shared/files/store-layout.ts'
import { step } from '../../shared/steps.ts'
import type { Disk } from './disk/disk.ts'
import type { IndexEntry, IndexRow, PieceIndex } from './index/piece-index.ts'
import type { KeyedLock } from './keyed-lock.ts'
import { openRow } from './open-piece.ts'
import type { AuditedPiece, PieceAudit } from './piece-audit.ts'
import type { PieceFiles } from './piece-files.ts'
import { slicesOf } from './piece-slices.ts'

const NOTE_PATH = `${PIECES_FOLDER}/audit`
const NOTE_BYTES_MAX = 4_096

interface AuditPorts {
  readonly disk: Disk
  readonly index: PieceIndex
  readonly files: PieceFiles
  readonly locks: KeyedLock
  /** Known to be bad when the store was opened. */
  readonly badCids: readonly string[]
  /** Removes a piece, under its lock. */
  take(cid: string, row: IndexRow | undefined): Promise<void>
}

/** Nothing is locked while a piece is read: a put or a removal meanwhile is newer than what was found, and what was found is forgotten. */
export class DiskPieceAudit implements PieceAudit {
  readonly #ports: AuditPorts
  readonly #bad: Set<string>

  constructor(ports: AuditPorts) {
    this.#ports = ports
    this.#bad = new Set(ports.badCids)
  }

  async list(after: string, limit: number): Promise<AuditedPiece[]> {
    const entries = await this.#ports.index.list(after, limit)
    return entries.map(({ cid, row }) => ({ cid, sizeBytes: row?.sizeBytes ?? 0 }))
  }

  async verify(cid: string, { diskIsWell = false } = {}): Promise<'good' | 'bad' | 'absent'> {
    const before = await this.#entry(cid)
    if (before === undefined) return 'absent'
    const good = before.row !== undefined && (await this.#isGood(before.row, diskIsWell))
    return await this.#ports.locks.run(cid, async () => {
      const now = await this.#entry(cid)
      if (now === undefined) return 'absent'
      if (now.row?.revision !== before.row?.revision || now.row?.bad !== before.row?.bad) return 'good'
      await this.#note(now, good)
      return good ? 'good' : 'bad'
    })
  }

  badCopies(): readonly string[] {
    return [...this.#bad]
  }

  async discard(cid: string): Promise<void> {
    await this.#ports.locks.run(cid, async () => {
      const entry = await this.#entry(cid)
      if (entry && entry.row?.bad !== false) await this.#ports.take(cid, entry.row)
    })
    this.#bad.delete(cid)
  }

  /** It was put anew, or is gone. */
  replaced(cid: string): void {
    this.#bad.delete(cid)
  }

  async note(): Promise<string> {
    const file = await this.#ports.disk.open(NOTE_PATH).catch(() => undefined)
    if (file === undefined) return ''
    try {
      return Buffer.from(await file.read(0, Math.min(await file.sizeBytes(), NOTE_BYTES_MAX))).toString()
    } catch {
      return ''
    } finally {
      await file.close()
    }
  }

  async keepNote(note: string): Promise<void> {
    const { disk } = this.#ports
    const temporary = `${NOTE_PATH}.tmp`
    await disk.remove(temporary)
    const file = await disk.create(temporary)
    try {
      await file.append([Buffer.from(note)])
      await file.sync()
    } finally {
      await file.close()
    }
    step('scrub-noting')
    await disk.rename(temporary, NOTE_PATH)
  }

  async #note({ cid, row }: IndexEntry, good: boolean): Promise<void> {
    if (row === undefined) this.#bad.add(cid)
    if (row === undefined || row.bad !== good) return
    if (!good) step('copy-spoiling')
    await this.#ports.index.commit([{ kind: 'update', row: { ...row, bad: !good, receiptDue: good } }])
    if (!good) step('copy-spoilt')
    if (good) this.#bad.delete(cid)
    else this.#bad.add(cid)
  }

  async #isGood(row: IndexRow, diskIsWell: boolean): Promise<boolean> {
    const hasher = new CidHasher(row.cid)
    try {
      const piece = await openRow(this.#ports.index, this.#ports.files, row)
      try {
        for (const { offset, lengthBytes } of slicesOf(piece.sizeBytes))
          hasher.update(await piece.read(offset, lengthBytes))
      } finally {
        await piece.close()
      }
    } catch (error) {
      if (hasCode(error, 'integrity') || (diskIsWell && hasCode(error, 'io'))) return false
      throw error
    }
    return hasher.digest() === row.cid
  }

  async #entry(cid: string): Promise<IndexEntry | undefined> {
    try {
      const row = await this.#ports.index.get(cid)
      return row && { cid, row }
    } catch (error) {
      if (hasCode(error, 'integrity')) return { cid, row: undefined }
      throw error
    }
  }
}
