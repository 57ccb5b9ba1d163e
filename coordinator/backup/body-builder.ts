import type { BackupRow } from '../../shared/backup/backup.js'
import { BODY_BYTES_TARGET } from '../../shared/backup/sealed-object.ts'

const ROW_OVERHEAD_BYTES = 16

/** Gathers rows until they are an object's worth. */
export class BodyBuilder {
  #rows: BackupRow[] = []
  #bytes = 0

  add(row: BackupRow): void {
    this.#rows.push(row)
    this.#bytes += row.key.length + row.value.byteLength + ROW_OVERHEAD_BYTES
  }

  get full(): boolean {
    return this.#bytes >= BODY_BYTES_TARGET
  }

  get empty(): boolean {
    return this.#rows.length === 0
  }

  take(): BackupRow[] {
    const rows = this.#rows
    this.#rows = []
    this.#bytes = 0
    return rows
  }
}
