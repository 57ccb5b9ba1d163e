import { HiroError } from '../../shared/errors.ts'
import type { IndexRow, PieceIndex } from './index/piece-index.ts'
import type { PieceFiles } from './piece-files.ts'

/** A piece open for reading, wherever it lives. */
export interface OpenPiece {
  readonly sizeBytes: number
  /** A new buffer; shorter only when the piece was cut meanwhile. */
  read(offset: number, lengthBytes: number): Promise<Uint8Array>
  close(): Promise<void>
}

/** Throws `not-found` (no row), `integrity` (damaged row; bytes or file missing, or not of the length that was put), `io`. */
export async function openPiece(index: PieceIndex, files: PieceFiles, cid: string): Promise<OpenPiece> {
  const row = await index.get(cid)
  if (row === undefined) throw new HiroError('not-found', `piece ${cid} is not here`)
  if (row.bad) throw new HiroError('integrity', `the copy of piece ${cid} here is bad`)
  return await openRow(index, files, row)
}

/** The same, whether or not the copy is known to be bad. */
export async function openRow(index: PieceIndex, files: PieceFiles, row: IndexRow): Promise<OpenPiece> {
  const { cid } = row
  const piece = row.inline ? await openInline(index, row) : await openFile(files, row)
  if (piece?.sizeBytes === row.sizeBytes) return piece
  await piece?.close()
  const found = piece === undefined ? 'is missing' : `has ${piece.sizeBytes} bytes, not ${row.sizeBytes}`
  throw new HiroError('integrity', `piece ${cid} ${found}`)
}

async function openInline(index: PieceIndex, { cid }: IndexRow): Promise<OpenPiece | undefined> {
  const bytes = await index.inlineBytes(cid)
  if (bytes === undefined) return undefined
  return {
    sizeBytes: bytes.byteLength,
    read: async (offset, lengthBytes) => bytes.subarray(offset, offset + lengthBytes),
    close: async () => {},
  }
}

async function openFile(files: PieceFiles, { cid }: IndexRow): Promise<OpenPiece | undefined> {
  const file = await files.open(cid)
  if (file === undefined) return undefined
  try {
    return {
      sizeBytes: await file.sizeBytes(),
      read: (offset, lengthBytes) => file.read(offset, lengthBytes),
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}
